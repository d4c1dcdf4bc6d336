package dev.herald.reward;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.Campaign;
import dev.herald.redemption.NetOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The SQL that reads a campaign's past. */
final class PreviewStore {

    /** Ids tell the order in which things happened. */
    private record Happened(long id, RewardEvent what) {}

    private final Handle tx;
    private final Campaign campaign;

    PreviewStore(Handle tx, Campaign campaign) {
        this.tx = tx;
        this.campaign = campaign;
    }

    /** By all, with prizes and what was paid by an estimate. */
    long earned() {
        return tx.createQuery("""
                        select coalesce((select earned
                                           from reward_campaign
                                          where brand_id = :brand
                                            and campaign_id = :campaign), 0)
                             + coalesce((select sum(amount)
                                           from ledger_entry
                                          where brand_id = :brand
                                            and campaign_id = :campaign
                                            and kind in ('prize', 'estimated')), 0)::bigint
                        """)
                .bind("brand", campaign.brand().value())
                .bind("campaign", campaign.id().value())
                .mapTo(Long.class)
                .one();
    }

    /** By each of these under all plans, with the same; who earned nothing may be absent. */
    Map<AmbassadorId, Long> earnedBy(Collection<AmbassadorId> ambassadors) {
        var earned = new HashMap<AmbassadorId, Long>();
        tx.createQuery("""
                        select ambassador_id, sum(earned)::bigint
                          from (select ambassador_id, earned
                                  from reward_standing
                                 where brand_id = :brand
                                   and campaign_id = :campaign
                                   and ambassador_id = any (:ambassadors)
                                 union all
                                select ambassador_id, amount
                                  from ledger_entry
                                 where brand_id = :brand
                                   and campaign_id = :campaign
                                   and kind in ('prize', 'estimated')
                                   and ambassador_id = any (:ambassadors)) e
                         group by ambassador_id
                        """)
                .bind("brand", campaign.brand().value())
                .bind("campaign", campaign.id().value())
                .bindArray(
                        "ambassadors",
                        Long.class,
                        ambassadors.stream().map(AmbassadorId::value).toList())
                .map((row, _) -> earned.put(new AmbassadorId(row.getLong(1)), row.getLong(2)))
                .list();
        return earned;
    }

    /** The first redemptions with all their reversals, in their order. */
    List<RewardEvent> events(int most) {
        var happened = new ArrayList<Happened>();
        happened.addAll(tx.createQuery("""
                        select redemption_id, coalesce(ambassador_id, 0), currency, amount,
                               <net>,
                               first_order
                          from redemption
                         where brand_id = :brand
                           and campaign_id = :campaign
                         order by redemption_id
                         limit :most
                        """)
                .define("net", NetOrder.SQL)
                .bind("brand", campaign.brand().value())
                .bind("campaign", campaign.id().value())
                .bind("most", most)
                .map((row, _) -> new Happened(
                        row.getLong(1),
                        new RewardEvent.Redeemed(
                                row.getLong(1),
                                campaign.id().value(),
                                row.getLong(2),
                                row.getString(3),
                                Earned.whole(row.getLong(4), row.getLong(5), row.getBoolean(6)),
                                Instant.EPOCH)))
                .list());
        happened.addAll(tx.createQuery("""
                        select v.reversal_id, v.redemption_id, v.amount, v.complete
                          from (select redemption_id
                                  from redemption
                                 where brand_id = :brand
                                   and campaign_id = :campaign
                                 order by redemption_id
                                 limit :most) r
                         cross join lateral (
                               select reversal_id, redemption_id, amount, complete
                                 from reversal
                                where brand_id = :brand
                                  and redemption_id = r.redemption_id
                               offset 0) v
                        """)
                .bind("brand", campaign.brand().value())
                .bind("campaign", campaign.id().value())
                .bind("most", most)
                .map((row, _) -> new Happened(
                        row.getLong(1),
                        new RewardEvent.Reversed(row.getLong(1), row.getLong(2), row.getLong(3), row.getBoolean(4))))
                .list());
        return happened.stream()
                .sorted(Comparator.comparingLong(Happened::id))
                .map(Happened::what)
                .toList();
    }
}
