package dev.herald.reward;

/**
 * How far an ambassador has come in a campaign under one plan; amounts are minor units.
 *
 * @param before redemptions of his in the campaign that stood when the plan began to count for him
 * @param redemptions that stand under the plan
 * @param units of those: net order value or, for a flat rate, millionths of redemptions
 * @param own the sum of what each of them earns by itself
 * @param bonus the sum of their first-order bonuses
 * @param room the most that the plan's cap left him; {@link RewardPlan#NO_CAP} if there is none
 * @param earned what he has earned under the plan: at most {@code room}
 */
public record Standing(long before, long redemptions, long units, long own, long bonus, long room, long earned) {

    static Standing begun(long before, long room) {
        return new Standing(before, 0, 0, 0, 0, room, 0);
    }

    Standing plus(Share change, long redemptions) {
        return new Standing(
                before,
                this.redemptions + redemptions,
                units + change.units(),
                own + change.own(),
                bonus + change.bonus(),
                room,
                earned);
    }

    Standing withEarned(long earned) {
        return new Standing(before, redemptions, units, own, bonus, room, earned);
    }

    /** Redemptions in the campaign that stand, also those before the plan; what tiers and milestones count. */
    public long count() {
        return before + redemptions;
    }
}
