package dev.herald.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs a load until it gets no faster: until the compiler is done and the caches are full. */
final class WarmUp {

    private static final Duration STEP = Duration.ofSeconds(1);
    private static final int LEAST_STEPS = 5;
    private static final int MOST_STEPS = 40;

    /** What counts as faster, and how many steps in a row have to be without. */
    private static final double GROWTH = 1.03;

    private static final int STEPS_WITHOUT_GROWTH = 3;

    private WarmUp() {}

    /** The number of seconds that it took. */
    static int of(Load load) {
        var rates = new ArrayList<Double>();
        do {
            rates.add(load.run(STEP).perSecond());
        } while (!isOver(rates));
        return rates.size();
    }

    /** Whether none of the last three rates was higher than all before them. */
    static boolean isOver(List<Double> rates) {
        if (rates.size() < LEAST_STEPS) {
            return false;
        }
        var before = rates.size() - STEPS_WITHOUT_GROWTH;
        var best = rates.subList(0, before).stream().reduce(0.0, Math::max);
        var last = rates.subList(before, rates.size()).stream().reduce(0.0, Math::max);
        return rates.size() >= MOST_STEPS || last <= best * GROWTH;
    }
}
