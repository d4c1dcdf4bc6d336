package dev.herald.reward;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.Campaign;
import dev.herald.platform.Page;
import dev.herald.reward.ContestRules.Entrant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of one campaign's contest. */
final class ContestStore {

    private final Handle tx;
    private final Campaign campaign;

    ContestStore(Handle tx, Campaign campaign) {
        this.tx = tx;
        this.campaign = campaign;
    }

    /** Of the plan that counts now; none if it has no contest. */
    List<Long> prizes() {
        var store = new StandingStore(tx, campaign.brand());
        var pot = store.pots(List.of(campaign.id().value())).get(campaign.id().value());
        if (pot == null) {
            return List.of();
        }
        var plan = store.plans(List.of(pot.plan())).get(pot.plan());
        return plan == null ? List.of() : plan.prizes();
    }

    boolean isSettled() {
        return tx.createQuery("""
                        select exists (
                               select
                                 from ledger_entry
                                where brand_id = :brand
                                  and campaign_id = :campaign
                                  and kind = 'prize')
                        """)
                .bind("brand", campaign.brand().value())
                .bind("campaign", campaign.id().value())
                .mapTo(Boolean.class)
                .one();
    }

    /** When the last of the campaign's orders is past its time for returns; empty if all are. */
    Optional<Instant> heldUntil(Instant now) {
        return tx.createQuery("""
                        select max(due_at)
                          from ledger_entry
                         where brand_id = :brand
                           and kind = 'earned'
                           and credit = 'held'
                           and due_at > :now
                           and campaign_id = :campaign
                        """)
                .bind("brand", campaign.brand().value())
                .bind("campaign", campaign.id().value())
                .bind("now", now)
                .mapTo(Instant.class)
                .findOne();
    }

    List<Entrant> entrants() {
        return tx.createQuery("""
                        select ambassador_id, sum(redemptions)::bigint
                          from reward_standing
                         where brand_id = :brand
                           and campaign_id = :campaign
                         group by ambassador_id
                        """)
                .bind("brand", campaign.brand().value())
                .bind("campaign", campaign.id().value())
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
