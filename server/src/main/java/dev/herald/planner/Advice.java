package dev.herald.planner;

import dev.herald.campaign.Strategy;
import java.util.List;
import java.util.OptionalInt;

/**
 * The planner's answer.
 *
 * @param confidence share of the plausible assumptions under which the advice stays the same, 0 to 1
 * @param alternatives every strategy compared, the advised one first
 */
record Advice(
        Strategy strategy,
        double confidence,
        List<String> reasons,
        List<Alternative> alternatives,
        OptionalInt crossover,
        List<Sensitivity> sensitivity) {

    /** Two ends between which a figure lies with a probability of 80 %, as far as the assumptions are right about theirs. */
    record Range(double low, double high) {}

    /** A strategy's figures with their uncertainty, and what makes them differ from a blanket code's. */
    record Alternative(Outlook outlook, Range redemptions, Range profit, Breakdown breakdown) {}

    /**
     * What one assumption does to the advice at either end of its range.
     *
     * @param leadLow by what share of the best other strategy the advised one is ahead, by the objective's measure
     */
    record Sensitivity(
            Assumption assumption,
            Range range,
            double leadLow,
            double leadHigh,
            Strategy strategyLow,
            Strategy strategyHigh) {

        double swing() {
            return Math.abs(leadHigh - leadLow);
        }
    }

    Advice {
        reasons = List.copyOf(reasons);
        alternatives = List.copyOf(alternatives);
        sensitivity = List.copyOf(sensitivity);
    }
}
