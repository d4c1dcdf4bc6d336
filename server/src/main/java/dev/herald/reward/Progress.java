package dev.herald.reward;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far an ambassador has come under a campaign's plan.
 *
 * @param redemptions that stand in the campaign, also those under plans before; what tiers and milestones count
 */
public record Progress(RewardPlan plan, long redemptions) {

    /**
     * What more redemptions bring.
     *
     * @param at the number of redemptions
     * @param rate of the tier reached then; 0 if it is a milestone
     * @param bonus of the milestone reached then; 0 if it is a tier
     */
    public record Next(long at, long rate, long bonus) {}

    /** The nearest tier or milestone ahead; empty if there is none. */
    public Optional<Next> next() {
        var tiers = plan.tiers().stream().map(tier -> new Next(tier.from(), tier.rate(), 0));
        var milestones = plan.milestones().stream().map(one -> new Next(one.at(), 0, one.bonus()));
        return Stream.concat(tiers, milestones)
                .filter(next -> next.at() > redemptions)
                .min(Comparator.comparingLong(Next::at));
    }

    /** The rate of the next redemption. */
    public long rate() {
        return plan.rateAt(redemptions + 1);
    }
}
