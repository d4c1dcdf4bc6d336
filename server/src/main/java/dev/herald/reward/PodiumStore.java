package dev.herald.reward;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.Campaign;
import dev.herald.reward.ContestRules.Entrant;
import dev.herald.reward.Podium.Given;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The SQL that reads how one campaign's contest stands. */
final class PodiumStore {

    private final Handle tx;
    private final Campaign campaign;

    PodiumStore(Handle tx, Campaign campaign) {
        this.tx = tx;
        this.campaign = campaign;
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

    /** The highest first; none before the contest is settled. */
    List<Given> given() {
        return tx.createQuery("""
                        select ambassador_id, amount
                          from ledger_entry
                         where brand_id = :brand
                           and campaign_id = :campaign
                           and kind = 'prize'
                         order by amount desc, ambassador_id
                        """)
                .bind("brand", campaign.brand().value())
                .bind("campaign", campaign.id().value())
                .map((row, _) -> new Given(new AmbassadorId(row.getLong(1)), row.getLong(2)))
                .list();
    }
}
