package dev.herald.reward;

/**
 * How far an ambassador has come in a campaign under one plan; amounts are minor units.
 *
 * @param redemptions that stand under the plan
 * @param units of those: net order value or, for a flat rate, millionths of redemptions
 * @param own the sum of what each of them earns by itself
 * @param bonus the sum of their first-order bonuses
 * @param earned what he has earned under the plan
 */
record Standing(long redemptions, long units, long own, long bonus, long earned) {

    static final Standing NONE = new Standing(0, 0, 0, 0, 0);

    /**
     * What stands of an ambassador in a campaign under the plans before one: tiers and milestones count it, and it leaves a
     * cap less room. It is never kept, because orders of then may still come back.
     */
    record Earlier(long redemptions, long earned) {

        static final Earlier NONE = new Earlier(0, 0);

        Earlier plus(Standing standing) {
            return new Earlier(redemptions + standing.redemptions, earned + standing.earned);
        }
    }

    Standing plus(Share change, long redemptions) {
        return new Standing(
                this.redemptions + redemptions,
                units + change.units(),
                own + change.own(),
                bonus + change.bonus(),
                earned);
    }

    Standing withEarned(long earned) {
        return new Standing(redemptions, units, own, bonus, earned);
    }

    /** The number of his last order that stands; what tiers and milestones count. */
    long count(Earlier earlier) {
        return earlier.redemptions() + redemptions;
    }
}
