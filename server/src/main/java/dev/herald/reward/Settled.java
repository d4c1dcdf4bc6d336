package dev.herald.reward;

import dev.herald.attribution.Estimate;
import dev.herald.attribution.EstimatedCredit;
import dev.herald.attribution.Estimates;
import dev.herald.campaign.Campaign;
import dev.herald.platform.RequestRefused;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** An estimate that something is to be paid by. */
record Settled(Campaign campaign, Estimate estimate, List<EstimatedCredit> credits) {

    Settled {
        credits = List.copyOf(credits);
    }

    static Settled of(Campaign campaign, Estimate estimate, Estimates estimates) {
        return new Settled(campaign, estimate, estimates.credits(campaign, estimate, 0, Integer.MAX_VALUE));
    }

    static Optional<Settled> latest(Campaign campaign, Estimates estimates) {
        return estimates.latest(campaign).map(one -> of(campaign, one, estimates));
    }

    /** Who wins a prize by it: the best first, and only where a place is certain enough. */
    List<Winner> likelyWinners(List<Long> prizes) {
        return ContestRules.likelyWinners(
                credits.stream()
                        .map(one -> new ContestRules.Likely(one.ambassador(), one.credited(), one.top()))
                        .toList(),
                prizes);
    }

    /** 409 if it was made while orders could still come or be sent back. */
    void requireFinal(RewardPlan plan) {
        if (!estimate.over()) {
            throw early("was made before the campaign was over. Make one now, and pay by that.");
        }
        var last = estimate.lastOrder();
        var returned = last == null ? Instant.EPOCH : last.plus(Duration.ofDays(plan.holdDays()));
        if (estimate.madeAt().isBefore(returned)) {
            throw early("was made while orders could still be sent back. Pay by one that is made after "
                    + returned.truncatedTo(ChronoUnit.SECONDS) + ".");
        }
    }

    private RequestRefused early(String why) {
        return new RequestRefused(409, "estimate_early", "Estimate " + estimate.version() + " " + why);
    }
}
