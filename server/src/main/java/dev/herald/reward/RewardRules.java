package dev.herald.reward;

import dev.herald.money.BasisPoints;
import dev.herald.reward.RewardPlan.Basis;
import dev.herald.reward.RewardPlan.TierMode;
import dev.herald.reward.Standing.Earlier;
import java.math.BigInteger;

/**
 * What redemptions earn. Pure, and exact to the minor unit: everything is a function of what stands, so that what a
 * reversal takes back is the difference between before and after, and nothing is lost to rounding.
 */
final class RewardRules {

    private static final long WHOLE_REDEMPTION = 1_000_000;

    private RewardRules() {}

    /**
     * What an order contributes.
     *
     * @param rate of the tier that was reached when it was redeemed
     */
    static Share share(RewardPlan plan, long rate, Earned order) {
        var units = order.standingOf(plan.basis() == Basis.PERCENT ? order.net() : WHOLE_REDEMPTION);
        var own = plan.basis() == Basis.PERCENT ? of(plan, units, rate) : order.standingOf(rate);
        return new Share(units, own, order.firstOrder() ? order.standingOf(plan.firstOrderBonus()) : 0);
    }

    /** What somebody has earned under a plan, with its cap for each ambassador and without that for the campaign. */
    static long target(RewardPlan plan, Standing standing, Earlier earlier) {
        var byOrders = plan.tierMode() == TierMode.WHOLE && !plan.tiers().isEmpty()
                ? of(plan, standing.units(), plan.rateAt(standing.count(earlier)))
                : standing.own();
        var all = Math.addExact(Math.addExact(byOrders, standing.bonus()), milestones(plan, standing, earlier));
        return Math.min(all, Math.max(0, plan.capPerAmbassador() - earlier.earned()));
    }

    /** Bonuses of the milestones that were reached under the plan: each by one order, so under one plan. */
    static long milestones(RewardPlan plan, Standing standing, Earlier earlier) {
        return plan.milestones().stream()
                .filter(one -> one.at() > earlier.redemptions() && one.at() <= standing.count(earlier))
                .mapToLong(RewardPlan.Milestone::bonus)
                .sum();
    }

    /**
     * What is earned once an order has been added: the target as far as caps leave room.
     *
     * @param all what all have earned in the campaign, he included
     */
    static long grown(RewardPlan plan, Standing standing, Earlier earlier, long all) {
        var left = Math.max(0, plan.capPerCampaign() - all);
        return standing.earned() + Math.clamp(target(plan, standing, earlier) - standing.earned(), 0, left);
    }

    /**
     * What is earned once something was undone.
     *
     * @param freed what is earned less now under the plans before: as much may be earned more under this one
     */
    static long shrunk(RewardPlan plan, Standing standing, Earlier earlier, long freed) {
        return Math.min(standing.earned() + freed, target(plan, standing, earlier));
    }

    /** A rate applied to units. */
    private static long of(RewardPlan plan, long units, long rate) {
        return part(units, rate, plan.basis() == Basis.PERCENT ? BasisPoints.WHOLE : WHOLE_REDEMPTION);
    }

    /** {@code value * numerator / denominator}, rounded half up; all are 0 or more, the denominator more. */
    static long part(long value, long numerator, long denominator) {
        var high = Math.multiplyHigh(value, numerator);
        var product = value * numerator;
        if (high == 0 && product >= 0 && product <= Long.MAX_VALUE - denominator / 2) {
            return (product + denominator / 2) / denominator;
        }
        return BigInteger.valueOf(value)
                .multiply(BigInteger.valueOf(numerator))
                .add(BigInteger.valueOf(denominator / 2))
                .divide(BigInteger.valueOf(denominator))
                .longValueExact();
    }
}
