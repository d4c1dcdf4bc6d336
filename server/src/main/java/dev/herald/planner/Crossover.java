package dev.herald.planner;

import java.util.OptionalInt;

/** The number of ambassadors N* from which on one blanket code brings more redemptions than personal codes. */
final class Crossover {

    private static final double GROWTH = 1.1;

    private Crossover() {}

    /** Empty if there is none below one ambassador for each person of the audience: then personal codes always win. */
    static OptionalInt of(Assumptions given) {
        if (lead(1, given) < 0) {
            return OptionalInt.of(1);
        }
        var most = Math.min(given.get(Assumption.AUDIENCE), Plan.MOST_AMBASSADORS);
        for (var many = GROWTH; many < most; many *= GROWTH) {
            if (lead(many, given) < 0) {
                return OptionalInt.of((int) Math.round(between(many / GROWTH, many, given)));
            }
        }
        return OptionalInt.empty();
    }

    /** Whether personal codes bring at least as many redemptions as a blanket code. */
    static boolean isWithin(double ambassadors, Assumptions given) {
        return lead(ambassadors, given) >= 0;
    }

    private static double between(double few, double many, Assumptions given) {
        var low = few;
        var high = many;
        while (high - low > .01) {
            var middle = (low + high) / 2;
            if (lead(middle, given) < 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return low;
    }

    private static double lead(double ambassadors, Assumptions given) {
        return Response.redemptions(Manner.personal(given, ambassadors), ambassadors, given)
                - Response.redemptions(Manner.blanket(given), ambassadors, given);
    }
}
