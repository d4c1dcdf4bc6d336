package dev.herald.reward;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.Campaign;
import dev.herald.platform.Page;
import dev.herald.reward.ContestRules.Entrant;
import dev.herald.reward.RewardBook.Pot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The SQL of what is given once a campaign is over. */
final class SettlementStore {

    private final Handle tx;
    private final Campaign campaign;

    SettlementStore(Handle tx, Campaign campaign) {
        this.tx = tx;
        this.campaign = campaign;
    }

    /** The plan that counts now, if the campaign promises anything. */
    Optional<RewardPlan> plan() {
        return pot().flatMap(pot -> Optional.ofNullable(new StandingStore(tx, campaign.brand())
                .plans(List.of(pot.plan()))
                .get(pot.plan())));
    }

    /** What all have earned in the campaign by orders. */
    long earned() {
        return pot().map(Pot::earned).orElse(0L);
    }

    private Optional<Pot> pot() {
        var id = campaign.id().value();
        return Optional.ofNullable(
                new StandingStore(tx, campaign.brand()).pots(List.of(id)).get(id));
    }

    /** What each has earned in the campaign by orders; who earned nothing may be left out. */
    Map<AmbassadorId, Long> earnedByEach() {
        return tx.createQuery("""
                        select ambassador_id, sum(earned)::bigint
                          from reward_standing
                         where brand_id = :brand
                           and campaign_id = :campaign
                         group by ambassador_id
                        """)
                .bind("brand", campaign.brand().value())
                .bind("campaign", campaign.id().value())
                .map((row, _) -> Map.entry(new AmbassadorId(row.getLong(1)), row.getLong(2)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What was given of a kind already; none if nothing was. */
    List<LedgerEntry> given(EntryKind kind) {
        return new EntryStore(tx, campaign.brand()).given(campaign.id().value(), kind);
    }

    /** When the last of the campaign's orders that stand is past its time for returns; empty if all are. */
    Optional<Instant> heldUntil(Instant now) {
        return tx.createQuery("""
                        select max(due_at)
                          from ledger_entry e
                         where brand_id = :brand
                           and kind = 'earned'
                           and credit = 'held'
                           and due_at > :now
                           and campaign_id = :campaign
                           and not exists (
                               select
                                 from reversal
                                where brand_id = e.brand_id
                                  and redemption_id = e.redemption_id
                                  and complete)
                        """)
                .bind("brand", campaign.brand().value())
                .bind("campaign", campaign.id().value())
                .bind("now", now)
                .mapTo(Instant.class)
                .findOne();
    }

    /** The first so many, and whoever ties with the last of them. */
    List<Entrant> first(int places) {
        return tx.createQuery("""
                        select ambassador_id, sum(redemptions)::bigint as redemptions
                          from reward_standing
                         where brand_id = :brand
                           and campaign_id = :campaign
                         group by ambassador_id
                        having sum(redemptions) > 0
                         order by redemptions desc
                         fetch first :places rows with ties
                        """)
                .bind("brand", campaign.brand().value())
                .bind("campaign", campaign.id().value())
                .bind("places", places)
                .map((row, _) -> new Entrant(new AmbassadorId(row.getLong(1)), row.getLong(2)))
                .list();
    }

    /** What the ambassador's latest order in the campaign earned: a prize has a redemption as its cause, as all have. */
    LedgerEntry latest(AmbassadorId ambassador) {
        var store = new EntryStore(tx, campaign.brand());
        var page = new Page(Page.MOST, Long.MAX_VALUE);
        while (true) {
            var entries = store.of(ambassador, page);
            var found = entries.stream()
                    .filter(one -> one.kind() == EntryKind.EARNED
                            && one.campaign() == campaign.id().value())
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            page = new Page(Page.MOST, entries.getLast().id());
        }
    }
}
