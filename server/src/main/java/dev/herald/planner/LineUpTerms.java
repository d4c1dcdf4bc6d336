package dev.herald.planner;

/**
 * What a line-up may cost and what an order is worth; amounts in minor units of one currency.
 *
 * @param fixed what it costs to invite somebody, whatever he sells: a sample, a fee, the work
 * @param reward expected for each redemption
 * @param contribution of each redemption before the reward: the margin less the discount, perhaps below 0
 * @param places the most people; {@link Knapsack#ANY_NUMBER} for no limit
 * @param exploration share of the budget for people of whom little is known, 0 to below 1
 */
record LineUpTerms(long budget, long fixed, double reward, double contribution, int places, double exploration) {

    LineUpTerms {
        if (budget < 0 || fixed < 0 || !(reward >= 0) || places < 0 || !(exploration >= 0 && exploration < 1)) {
            throw new IllegalArgumentException("No terms of a line-up");
        }
    }

    /** What inviting somebody costs who is expected to sell so much. */
    long cost(double expected) {
        return fixed + Math.round(reward * expected);
    }
}
