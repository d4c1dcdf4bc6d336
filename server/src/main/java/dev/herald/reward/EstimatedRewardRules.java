package dev.herald.reward;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.money.BasisPoints;
import dev.herald.money.Split;
import java.util.List;

/**
 * What estimated credit earns once the brand says that it pays. Pure. Tiers, milestones and bonuses are for orders that are
 * known for certain: here the plan's first rate counts, and its caps.
 */
final class EstimatedRewardRules {

    private static final long WHOLE_REDEMPTION = 1_000_000;

    /**
     * One ambassador's part.
     *
     * @param beyond redemptions that are credited beyond those that links tell of, which are rewarded already
     * @param earned what orders earned him in the campaign, minor units
     */
    record Part(AmbassadorId ambassador, double beyond, long earned) {}

    private EstimatedRewardRules() {}

    /**
     * What each gets, in their order; minor units.
     *
     * @param net the mean net order, minor units
     * @param earned what all have earned in the campaign, which counts for its cap
     */
    static List<Long> amounts(RewardPlan plan, List<Part> parts, long net, long earned) {
        var amounts = parts.stream().map(part -> amount(plan, part, net)).toList();
        var left = Math.max(0, plan.capPerCampaign() - earned);
        var all = amounts.stream().reduce(0L, Math::addExact);
        return all > left ? Split.byLargestRemainder(left, amounts) : amounts;
    }

    private static long amount(RewardPlan plan, Part part, long net) {
        var units = (long) (part.beyond() * WHOLE_REDEMPTION);
        var wanted = plan.basis() == RewardPlan.Basis.PERCENT
                ? RewardRules.part(RewardRules.part(units, net, WHOLE_REDEMPTION), plan.rate(), BasisPoints.WHOLE)
                : RewardRules.part(units, plan.rate(), WHOLE_REDEMPTION);
        return Math.clamp(plan.capPerAmbassador() - part.earned(), 0, wanted);
    }
}
