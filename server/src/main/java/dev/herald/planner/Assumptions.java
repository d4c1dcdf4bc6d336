package dev.herald.planner;

import java.util.EnumMap;
import java.util.Map;

/** One value for each assumption. A changed value takes its range along: the doubt is about the same factor. */
record Assumptions(Map<Assumption, Double> changed) {

    static final Assumptions DEFAULT = new Assumptions(Map.of());

    Assumptions {
        changed = Map.copyOf(changed);
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
        return bounded(assumption, get(assumption) * assumption.low / assumption.value);
    }

    double high(Assumption assumption) {
        return bounded(assumption, get(assumption) * assumption.high / assumption.value);
    }

    Assumptions with(Assumption assumption, double value) {
        var all = new EnumMap<Assumption, Double>(Assumption.class);
        all.putAll(changed);
        all.put(assumption, value);
        return new Assumptions(all);
    }

    /** Each value moved within its range; -1.28 and 1.28 deviations are the two ends. */
    Assumptions moved(Map<Assumption, Double> deviations) {
        var all = new EnumMap<Assumption, Double>(Assumption.class);
        all.putAll(changed);
        deviations.forEach((assumption, deviation) -> all.put(assumption, moved(assumption, deviation)));
        return new Assumptions(all);
    }

    private double moved(Assumption assumption, double deviation) {
        var end = deviation < 0 ? assumption.low : assumption.high;
        var factor = Math.pow(end / assumption.value, Math.abs(deviation) / 1.2816);
        return bounded(assumption, get(assumption) * factor);
    }

    private static double bounded(Assumption assumption, double value) {
        return Math.clamp(value, assumption.least, assumption.most);
    }
}
