package dev.herald.reward;

import java.util.List;

/**
 * What a campaign promises its ambassadors. Amounts are minor units of the campaign's currency.
 *
 * @param rate for each redemption, before tiers: an amount, or basis points of the net order
 * @param firstOrderBonus on top for a customer's first order
 * @param tiers higher rates for many redemptions, rising in both; empty if all earn the same
 * @param milestones once, for reaching a number of redemptions
 * @param prizes of the contest at the end, the first place first; empty if there is none
 * @param capPerAmbassador the most one can earn in the campaign by redemptions and milestones; or {@link #NO_CAP}
 * @param capPerCampaign the most all can earn together; or {@link #NO_CAP}
 * @param holdDays days of 24 hours after the order in which it may still be sent back: the reward is held as long
 */
public record RewardPlan(
        Basis basis,
        long rate,
        long firstOrderBonus,
        TierMode tierMode,
        List<Tier> tiers,
        List<Milestone> milestones,
        List<Long> prizes,
        long capPerAmbassador,
        long capPerCampaign,
        int holdDays) {

    public static final long NO_CAP = Long.MAX_VALUE;
    public static final int USUAL_HOLD_DAYS = 14;
    public static final int MOST_HOLD_DAYS = 365;

    /** What a rate is applied to. */
    public enum Basis {
        /** An amount for each redemption. */
        FLAT,
        /** A share of what the buyer paid for the goods: the order less its discount, without shipping. */
        PERCENT
    }

    /** Which redemptions a tier's rate is for. */
    public enum TierMode {
        /** Those from the tier's number on. */
        MARGINAL,
        /** All of the ambassador, also those before. */
        WHOLE
    }

    /**
     * A higher rate.
     *
     * @param from the number of redemptions, 2 or more
     * @param rate as the plan's
     */
    public record Tier(long from, long rate) {}

    /** A bonus for the {@code at}-th redemption. */
    public record Milestone(long at, long bonus) {}

    public RewardPlan {
        tiers = List.copyOf(tiers);
        milestones = List.copyOf(milestones);
        prizes = List.copyOf(prizes);
    }

    /** The rate of somebody's n-th redemption, or of all his n. */
    long rateAt(long redemptions) {
        var reached = rate;
        for (var tier : tiers) {
            if (redemptions >= tier.from()) {
                reached = tier.rate();
            }
        }
        return reached;
    }
}
