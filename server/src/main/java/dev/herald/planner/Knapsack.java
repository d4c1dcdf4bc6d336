package dev.herald.planner;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * The 0/1 knapsack: which things to take so that their values are the most and their costs within the budget
 * (docs/SCIENCE.md, Line-up). Pure.
 *
 * @param values 0 or more; whole, so that one more is a step, and below 2^53, as costs, so that quotients are near enough
 */
record Knapsack(long[] values, long[] costs, long budget) {

    /** Whatever number is given, there is room for it. */
    static final int ANY_NUMBER = Integer.MAX_VALUE;

    /** What is kept before the search gives up: about a tenth of a second. */
    private static final int MOST_STATES = 500_000;

    private static final int PRICES_TRIED = 45;

    /**
     * What to take.
     *
     * @param most no choice is worth more than this
     */
    record Choice(BitSet taken, long value, long most) {

        /** Whether no other choice is worth more. */
        boolean isBest() {
            return value >= most;
        }
    }

    Choice best() {
        var found = KnapsackSearch.of(values, costs, budget, MOST_STATES).best();
        return found.isBest() ? found : new FeeAndShare(this).improve(found);
    }

    /**
     * The same with at most so many things: each place gets a price that is taken off every value, until as many are
     * taken as there are places (Lagrange). What a price leaves is a bound, whatever was taken.
     */
    Choice best(int places) {
        var free = best();
        if (free.taken().cardinality() <= places) {
            return free;
        }
        var best = filled(new BitSet(), places);
        var most = free.most();
        var low = 0L;
        var high = Arrays.stream(values).max().orElse(0);
        for (var i = 0; i < PRICES_TRIED && low <= high && best.value() < most; i++) {
            var price = low + (high - low) / 2;
            var priced = priced(price);
            most = Math.min(most, priced.most() + price * places);
            var count = priced.taken().cardinality();
            if (count <= places) {
                var full = filled(priced.taken(), places);
                best = full.value() > best.value() ? full : best;
                high = price - 1;
            } else {
                low = price + 1;
            }
        }
        return new Choice(best.taken(), best.value(), Math.max(most, best.value()));
    }

    private Choice priced(long price) {
        var left =
                Arrays.stream(values).map(value -> Math.max(0, value - price)).toArray();
        return KnapsackSearch.of(left, costs, budget, MOST_STATES / 5).best();
    }

    /** These, and the most valuable of the others as long as there are places and money. */
    private Choice filled(BitSet taken, int places) {
        var all = (BitSet) taken.clone();
        var left = budget - all.stream().mapToLong(i -> costs[i]).sum();
        var byValue = IntStream.range(0, values.length)
                .filter(i -> !taken.get(i) && values[i] > 0)
                .boxed()
                .sorted((one, other) -> Long.compare(values[other], values[one]))
                .mapToInt(i -> i)
                .toArray();
        var number = all.cardinality();
        for (var i : byValue) {
            if (number < places && costs[i] <= left) {
                all.set(i);
                left -= costs[i];
                number++;
            }
        }
        var value = all.stream().mapToLong(i -> values[i]).sum();
        return new Choice(all, value, value);
    }
}
