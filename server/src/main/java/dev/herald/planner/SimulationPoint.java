package dev.herald.planner;

import dev.herald.platform.Input;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A plan with one thing different.
 *
 * @param vary what differs; absent if nothing does
 * @param value what it is then, as a person writes it: ambassadors, percent of the order, or units of the currency
 */
record SimulationPoint(@Nullable Vary vary, double value) {

    static final SimulationPoint NOTHING = new SimulationPoint(null, 0);

    static final int MOST = 12;

    /** What can be varied. */
    enum Vary {
        AMBASSADORS(1, Plan.MOST_AMBASSADORS),
        DISCOUNT(0, 100),
        REWARD(0, 100),
        BUDGET(1, 1_000_000_000_000L);

        final long least;
        final long most;

        Vary(long least, long most) {
            this.least = least;
            this.most = most;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The points of a request, {@code {"vary": {"ambassadors": [100, 300, 1000]}}}; faults are kept in the input. */
    static List<SimulationPoint> read(Input in) {
        var vary = in.optionalObject("vary");
        if (vary == null) {
            return List.of(NOTHING);
        }
        vary.only("ambassadors", "discount", "reward", "budget");
        for (var kind : Vary.values()) {
            if (vary.has(kind.key())) {
                return points(vary, kind);
            }
        }
        if (vary.tree().isEmpty()) {
            in.refuse("vary", "must name one of: ambassadors, discount, reward, budget.");
        }
        return List.of(NOTHING);
    }

    private static List<SimulationPoint> points(Input vary, Vary kind) {
        var values = vary.decimals(kind.key(), MOST, BigDecimal.valueOf(kind.least), BigDecimal.valueOf(kind.most));
        if (vary.tree().path(kind.key()).isEmpty()) {
            vary.refuse(kind.key(), "must list 1 to " + MOST + " numbers.");
        }
        if (kind == Vary.AMBASSADORS
                && values.stream().anyMatch(value -> value.stripTrailingZeros().scale() > 0)) {
            vary.refuse(kind.key(), "must be whole numbers.");
        }
        return values.isEmpty()
                ? List.of(NOTHING)
                : values.stream()
                        .map(value -> new SimulationPoint(kind, value.doubleValue()))
                        .toList();
    }

    /** The plan with this different. */
    Plan of(Plan plan) {
        return switch (vary) {
            case null -> plan;
            case AMBASSADORS -> plan.many((int) value);
            case DISCOUNT -> plan.with(plan.assumptions().with(Assumption.DISCOUNT, value / 100));
            case REWARD -> plan.with(plan.assumptions().with(Assumption.COMMISSION, value / 100));
            case BUDGET -> plan.spending(value);
        };
    }
}
