package dev.herald.planner;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * One value for each assumption: as somebody set it, or as the brand's own campaigns show it, or the usual one. A value that
 * was set takes its range along, because the doubt is about the same factor.
 *
 * @param changed those that somebody set
 * @param known those beyond doubt, because the brand told them
 * @param learnt those that the brand's own campaigns show
 * @param campaigns from how many campaigns they were learnt
 */
record Assumptions(
        Map<Assumption, Double> changed, Set<Assumption> known, Map<Assumption, Learnt> learnt, int campaigns) {

    static final Assumptions DEFAULT = new Assumptions(Map.of(), Set.of());

    /** Standard deviations from the middle to either end of a range that holds 80 %. */
    private static final double END = 1.2816;

    Assumptions {
        changed = Map.copyOf(changed);
        known = Set.copyOf(known);
        learnt = Map.copyOf(learnt);
        changed.forEach((assumption, value) -> {
            if (!(value >= assumption.least && value <= assumption.most)) {
                throw new IllegalArgumentException(assumption + " cannot be " + value);
            }
        });
    }

    Assumptions(Map<Assumption, Double> changed, Set<Assumption> known) {
        this(changed, known, Map.of(), 0);
    }

    double get(Assumption assumption) {
        var set = changed.get(assumption);
        return set != null ? set : usual(assumption).value();
    }

    double low(Assumption assumption) {
        return moved(assumption, -END);
    }

    double high(Assumption assumption) {
        return moved(assumption, END);
    }

    /** Whether the brand's own campaigns say what it is, and nobody set it. */
    boolean isLearnt(Assumption assumption) {
        return learnt.containsKey(assumption) && !changed.containsKey(assumption);
    }

    Assumptions with(Assumption assumption, double value) {
        return with(Map.of(assumption, value));
    }

    Assumptions with(Map<Assumption, Double> values) {
        var all = new EnumMap<Assumption, Double>(Assumption.class);
        all.putAll(changed);
        all.putAll(values);
        return new Assumptions(all, known, learnt, campaigns);
    }

    /** The same, and these beyond doubt. */
    Assumptions knowing(Set<Assumption> told) {
        return new Assumptions(changed, told, learnt, campaigns);
    }

    Assumptions learnt(Map<Assumption, Learnt> values, int from) {
        return new Assumptions(changed, known, values, from);
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
        var usual = usual(assumption);
        var end = deviation < 0 ? usual.low() : usual.high();
        var factor = Math.pow(end / usual.value(), Math.abs(deviation) / END);
        return Math.clamp(get(assumption) * factor, assumption.least, assumption.most);
    }

    private Learnt usual(Assumption assumption) {
        var own = learnt.get(assumption);
        return own != null ? own : new Learnt(assumption.value, assumption.low, assumption.high);
    }
}
