package dev.herald.reward;

import dev.herald.attribution.Estimates;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.Strategy;
import dev.herald.platform.Database;
import dev.herald.platform.Ids;
import dev.herald.platform.RequestRefused;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The prizes at the end of a campaign: given once, when nothing that counts can be sent back any more. */
public final class Contests {

    private final Database db;
    private final RewardJob job;
    private final Estimates estimates;
    private final Ids ids;
    private final InstantSource clock;

    public Contests(Database db, RewardJob job, Estimates estimates, Ids ids, InstantSource clock) {
        this.db = db;
        this.job = job;
        this.estimates = estimates;
        this.ids = ids;
        this.clock = clock;
    }

    /** Credits the prizes and tells the winners; 409 while it is too early, and once they have been given. */
    public List<Winner> settle(Campaign campaign) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (campaign.shownState(now) != Campaign.State.ENDED) {
            throw tooEarly("The campaign has not ended yet.");
        }
        var uncertain = uncertain(campaign);
        job.catchUp(campaign.brand());
        return db.inBrand(campaign.brand().value(), tx -> settle(tx, campaign, uncertain, now));
    }

    /** Where everybody shares one code, only an estimate tells of places; empty where orders are counted. */
    private Optional<Settled> uncertain(Campaign campaign) {
        if (!campaign.strategy().sharesCode()) {
            return Optional.empty();
        }
        if (campaign.strategy() == Strategy.TIERED) {
            throw new RequestRefused(
                    409,
                    "contest_uncertain",
                    "Some share a code and some have their own: neither counts nor estimates tell who is ahead.");
        }
        return Optional.of(Settled.latest(campaign, estimates)
                .orElseThrow(() -> new RequestRefused(
                        409,
                        "contest_uncertain",
                        "Everybody shares one code, so only an estimate tells who brought the most. Make one first.")));
    }

    private List<Winner> settle(Handle tx, Campaign campaign, Optional<Settled> uncertain, Instant now) {
        job.requireAll(tx, campaign.brand());
        var store = new SettlementStore(tx, campaign);
        var plan = store.plan().filter(one -> !one.prizes().isEmpty());
        if (plan.isEmpty()) {
            throw new RequestRefused(409, "contest_missing", "The campaign's reward plan has no contest.");
        }
        if (!store.given(EntryKind.PRIZE).isEmpty()) {
            throw new RequestRefused(409, "contest_settled", "The prizes of this campaign have been given already.");
        }
        store.heldUntil(now).ifPresent(until -> {
            throw tooEarly("Orders may be sent back until " + until.truncatedTo(ChronoUnit.SECONDS)
                    + ". Settle the contest after that.");
        });
        var prizes = plan.get().prizes();
        return uncertain
                .map(by -> {
                    by.requireFinal(plan.get());
                    return give(tx, campaign, by, prizes, now);
                })
                .orElseGet(() -> give(tx, campaign, store, prizes, now));
    }

    private List<Winner> give(Handle tx, Campaign campaign, SettlementStore store, List<Long> prizes, Instant now) {
        var winners = ContestRules.winners(store.first(prizes.size()), prizes);
        var entries = new ArrayList<LedgerEntry>();
        for (var winner : winners) {
            if (winner.prize() > 0) {
                entries.add(store.latest(winner.ambassador()).prize(ids.next(), winner.prize(), now));
            }
        }
        new EntryStore(tx, campaign.brand()).add(entries);
        return winners;
    }

    private List<Winner> give(Handle tx, Campaign campaign, Settled by, List<Long> prizes, Instant now) {
        var winners = by.likelyWinners(prizes);
        if (winners.isEmpty()) {
            throw new RequestRefused(
                    409,
                    "contest_uncertain",
                    "No place is certain by more than four fifths. More posts, links and answers of buyers would tell"
                            + " them apart: add them and estimate again.");
        }
        new EntryStore(tx, campaign.brand())
                .add(winners.stream()
                        .map(one -> LedgerEntry.byEstimate(
                                ids.next(),
                                EntryKind.PRIZE,
                                campaign,
                                by.estimate().version(),
                                one.ambassador(),
                                one.prize(),
                                now))
                        .toList());
        return winners;
    }

    private static RequestRefused tooEarly(String detail) {
        return new RequestRefused(409, "contest_open", detail);
    }
}
