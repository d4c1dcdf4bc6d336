package dev.herald.reward;

import dev.herald.campaign.Campaign;
import dev.herald.platform.Database;
import dev.herald.platform.Ids;
import dev.herald.platform.RequestRefused;
import dev.herald.reward.ContestRules.Winner;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The prizes at the end of a campaign: given once, when nothing that counts can be sent back any more. */
final class Contests {

    private final Database db;
    private final RewardJob job;
    private final Ids ids;
    private final InstantSource clock;

    Contests(Database db, RewardJob job, Ids ids, InstantSource clock) {
        this.db = db;
        this.job = job;
        this.ids = ids;
        this.clock = clock;
    }

    /** Credits the prizes and tells the winners; 409 while it is too early, and once they have been given. */
    List<Winner> settle(Campaign campaign) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (campaign.shownState(now) != Campaign.State.ENDED) {
            throw tooEarly("The campaign has not ended yet.");
        }
        if (campaign.strategy().sharesCode()) {
            throw new RequestRefused(
                    409,
                    "contest_uncertain",
                    "Prizes are given by exact counts, and orders of a shared code do not tell for certain who brought"
                            + " them.");
        }
        job.catchUp(campaign.brand());
        return db.inBrand(campaign.brand().value(), tx -> settle(tx, campaign, now));
    }

    private List<Winner> settle(Handle tx, Campaign campaign, Instant now) {
        job.take(tx, campaign.brand());
        var store = new ContestStore(tx, campaign);
        var prizes = store.prizes();
        if (prizes.isEmpty()) {
            throw new RequestRefused(409, "contest_missing", "The campaign's reward plan has no contest.");
        }
        if (store.isSettled()) {
            throw new RequestRefused(409, "contest_settled", "The prizes of this campaign have been given already.");
        }
        store.heldUntil(now).ifPresent(until -> {
            throw tooEarly("Orders may be sent back until " + until.truncatedTo(ChronoUnit.SECONDS)
                    + ". Settle the contest after that.");
        });
        var winners = ContestRules.winners(store.entrants(), prizes);
        var entries = new ArrayList<LedgerEntry>();
        for (var winner : winners) {
            if (winner.prize() > 0) {
                entries.add(store.latest(winner.ambassador()).prize(ids.next(), winner.prize(), now));
            }
        }
        new EntryStore(tx, campaign.brand()).add(entries);
        return winners;
    }

    private static RequestRefused tooEarly(String detail) {
        return new RequestRefused(409, "contest_open", detail);
    }
}
