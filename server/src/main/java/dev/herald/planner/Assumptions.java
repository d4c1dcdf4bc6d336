package dev.herald.planner;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * One value for each assumption. A changed value takes its range along, because the doubt is about the same factor.
 *
 * @param changed those that differ from the default
 * @param known those beyond doubt, because the brand told them
 */
record Assumptions(Map<Assumption, Double> changed, Set<Assumption> known) {

    static final Assumptions DEFAULT = new Assumptions(Map.of(), Set.of());

    /** Standard deviations from the middle to either end of a range that holds 80 %. */
    private static final double END = 1.2816;

    Assumptions {
        changed = Map.copyOf(changed);
        known = Set.copyOf(known);
        changed.forEach((assumption, value) -> {
            if (!(value >= assumption.least && value <= assumption.most)) {
                throw new IllegalArgumentException(assumption + " cannot be " + value);
            }
        });
    }

    double get(Assumption assumption) {
        return changed.getOrDefault(assumption, assumption.value);
    }

    double low(Assumption assumption) {
        return moved(assumption, -END);
    }

    double high(Assumption assumption) {
        return moved(assumption, END);
    }

    Assumptions with(Assumption assumption, double value) {
        return with(Map.of(assumption, value));
    }

    Assumptions with(Map<Assumption, Double> values) {
        var all = new EnumMap<Assumption, Double>(Assumption.class);
        all.putAll(changed);
        all.putAll(values);
        return new Assumptions(all, known);
    }

    /** Every doubtful value drawn from its range, by a factor that is log-normal on either side. */
    Assumptions drawn(RandomGenerator random) {
        var all = new EnumMap<Assumption, Double>(Assumption.class);
        for (var assumption : Assumption.values()) {
            all.put(assumption, moved(assumption, random.nextGaussian()));
        }
        return with(all);
    }

    private double moved(Assumption assumption, double deviation) {
        if (known.contains(assumption)) {
            return get(assumption);
        }
        var end = deviation < 0 ? assumption.low : assumption.high;
        var factor = Math.pow(end / assumption.value, Math.abs(deviation) / END);
        return Math.clamp(get(assumption) * factor, assumption.least, assumption.most);
    }
}
