package dev.herald.planner;

import dev.herald.campaign.Objective;
import java.util.Currency;

/**
 * What a brand has in mind before it decides how to give codes.
 *
 * @param ambassadors 1 or more
 * @param expectedOrders redemptions that the brand itself expects under a blanket code; 0 leaves it to the model
 * @param budget for discounts, in units of the currency; infinite if there is none
 */
record Plan(
        Objective objective,
        int ambassadors,
        double expectedOrders,
        double budget,
        Currency currency,
        Assumptions assumptions) {

    static final Currency USUAL_CURRENCY = Currency.getInstance("USD");

    /** The most ambassadors the model is asked about. */
    static final int MOST_AMBASSADORS = 10_000_000;

    static final double NO_BUDGET = Double.POSITIVE_INFINITY;

    Plan {
        if (ambassadors < 1 || ambassadors > MOST_AMBASSADORS || !(expectedOrders >= 0) || !(budget > 0)) {
            throw new IllegalArgumentException("No plan for " + ambassadors + " ambassadors");
        }
    }

    static Plan of(Objective objective, int ambassadors) {
        return new Plan(objective, ambassadors, 0, NO_BUDGET, USUAL_CURRENCY, Assumptions.DEFAULT);
    }

    Plan with(Assumptions others) {
        return new Plan(objective, ambassadors, expectedOrders, budget, currency, others);
    }

    Plan many(int others) {
        return new Plan(objective, others, expectedOrders, budget, currency, assumptions);
    }

    Plan spending(double others) {
        return new Plan(objective, ambassadors, expectedOrders, others, currency, assumptions);
    }

    /** The brand expects so many times as much as it said. */
    Plan expecting(double times) {
        return new Plan(objective, ambassadors, expectedOrders * times, budget, currency, assumptions);
    }

    /** Future waves of campaigns that what is learnt will serve. */
    int waves() {
        return switch (objective) {
            case AWARENESS, NEW_CUSTOMERS -> 0;
            case LOYALTY -> 1;
            case KNOW_AUDIENCE -> 2;
            case FIND_TOP_AMBASSADORS -> 3;
        };
    }
}
