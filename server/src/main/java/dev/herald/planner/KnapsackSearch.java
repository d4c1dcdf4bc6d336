package dev.herald.planner;

import dev.herald.planner.Knapsack.Choice;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Finds the best choice by widening a core (Pisinger 1997, A minimal algorithm for the 0-1 knapsack problem): taken in
 * the order of value per cost as long as the money lasts, then undone and added to around the place where it ended. Of
 * what costs more and is worth less nothing is kept, nor of what cannot become better than the best so far.
 */
final class KnapsackSearch {

    private static final int NOBODY = -1;

    /** Looking at a state and dropping it is cheaper than keeping it. */
    private static final long LOOKS_FOR_EACH = 20;

    /** The things worth taking at all, the most valuable per cost first. */
    private final int[] order;

    private final long[] values;
    private final long[] costs;
    private final long budget;
    private final int mostStates;

    /** How many of the first were taken before the money ended. */
    private int split;

    private BitSet bestSet = new BitSet();
    private long bestValue;

    /** The state that the best is, if it was found after the first; it is told by what led to it. */
    private int bestNode = NOBODY;

    private final int[] before;
    private final int[] turned;
    private int nodes;
    private long looked;

    /** What was done so far around the split, by rising cost and rising value. */
    private long[] stateCost;

    private long[] stateValue;
    private int[] stateNode;
    private int states;

    private KnapsackSearch(int[] order, long[] values, long[] costs, long budget, int mostStates) {
        this.order = order;
        this.values = Arrays.stream(order).mapToLong(i -> values[i]).toArray();
        this.costs = Arrays.stream(order).mapToLong(i -> costs[i]).toArray();
        this.budget = budget;
        this.mostStates = mostStates;
        before = new int[mostStates];
        turned = new int[mostStates];
        stateCost = new long[1];
        stateValue = new long[1];
        stateNode = new int[] {NOBODY};
        states = 1;
    }

    static KnapsackSearch of(long[] values, long[] costs, long budget, int mostStates) {
        var order = IntStream.range(0, values.length)
                .filter(i -> values[i] > 0 && costs[i] <= budget)
                .boxed()
                .sorted((one, other) -> {
                    var byRatio = Double.compare(ratio(values[other], costs[other]), ratio(values[one], costs[one]));
                    return byRatio != 0 ? byRatio : Long.compare(values[other], values[one]);
                })
                .mapToInt(i -> i)
                .toArray();
        return new KnapsackSearch(order, values, costs, budget, mostStates);
    }

    private static double ratio(long value, long cost) {
        return cost == 0 ? Double.POSITIVE_INFINITY : (double) value / cost;
    }

    Choice best() {
        takeInOrder();
        var left = split - 1;
        var right = split;
        while (states > 0 && (left >= 0 || right < order.length)) {
            looked += 3L * states;
            if (nodes + 3 * states >= mostStates || looked >= LOOKS_FOR_EACH * mostStates) {
                return choice(Math.max(bestValue, bound(left, right)));
            }
            if (right < order.length) {
                widen(right, 1, left, right + 1);
                right++;
            }
            if (left >= 0 && states > 0) {
                widen(left, -1, left - 1, right);
                left--;
            }
        }
        return choice(bestValue);
    }

    /** The first that fit, one after the other, and whatever fits of the rest. */
    private void takeInOrder() {
        while (split < order.length && stateCost[0] + costs[split] <= budget) {
            stateCost[0] += costs[split];
            stateValue[0] += values[split];
            split++;
        }
        bestSet.set(0, split);
        bestValue = stateValue[0];
        var cost = stateCost[0];
        for (var i = split; i < order.length; i++) {
            if (cost + costs[i] <= budget) {
                cost += costs[i];
                bestSet.set(i);
                bestValue += values[i];
            }
        }
    }

    /** Each state with one more thing taken or given back, merged with all as they are. */
    private void widen(int thing, int sign, int left, int right) {
        var cost = new long[2 * states];
        var value = new long[2 * states];
        var node = new int[2 * states];
        var shiftCost = sign * costs[thing];
        var shiftValue = sign * values[thing];
        var kept = 0;
        var plain = 0;
        var moved = 0;
        while (plain < states || moved < states) {
            var movedFirst = plain == states || (moved < states && isBefore(moved, plain, shiftCost, shiftValue));
            var from = movedFirst ? moved++ : plain++;
            var nextCost = stateCost[from] + (movedFirst ? shiftCost : 0);
            var nextValue = stateValue[from] + (movedFirst ? shiftValue : 0);
            if (kept > 0 && value[kept - 1] >= nextValue) {
                continue;
            }
            var improves = nextCost <= budget && nextValue > bestValue;
            if (!improves && bound(nextCost, nextValue, left, right) <= bestValue) {
                continue;
            }
            cost[kept] = nextCost;
            value[kept] = nextValue;
            node[kept] = movedFirst ? note(stateNode[from], thing) : stateNode[from];
            if (improves) {
                bestValue = nextValue;
                bestNode = node[kept];
            }
            kept++;
        }
        stateCost = cost;
        stateValue = value;
        stateNode = node;
        states = kept;
    }

    /** Cheaper, or as cheap and worth more. */
    private boolean isBefore(int moved, int plain, long shiftCost, long shiftValue) {
        var byCost = Long.compare(stateCost[moved] + shiftCost, stateCost[plain]);
        return byCost < 0 || (byCost == 0 && stateValue[moved] + shiftValue > stateValue[plain]);
    }

    private int note(int parent, int thing) {
        before[nodes] = parent;
        turned[nodes] = thing;
        return nodes++;
    }

    /** The most that any state can still become. */
    private long bound(int left, int right) {
        var most = bestValue;
        for (var i = 0; i < states; i++) {
            most = Math.max(most, bound(stateCost[i], stateValue[i], left, right));
        }
        return most;
    }

    /** Money left buys at best at the rate of the next thing; money that lacks is got back at worst at that of the last. */
    private long bound(long cost, long value, int left, int right) {
        var room = budget - cost;
        if (room >= 0) {
            return right < order.length ? value + up(room * ratio(values[right], costs[right])) : value;
        }
        if (left < 0 || costs[left] == 0) {
            return Long.MIN_VALUE;
        }
        return value - down(-room * ratio(values[left], costs[left]));
    }

    /** A little too much rather than too little, for what doubles round. */
    private static long up(double value) {
        return (long) Math.floor(value * (1 + 1e-12) + 1e-9);
    }

    private static long down(double value) {
        return (long) Math.ceil(value * (1 - 1e-12) - 1e-9);
    }

    private Choice choice(long most) {
        var places = (BitSet) bestSet.clone();
        if (bestNode != NOBODY) {
            places.clear();
            places.set(0, split);
            for (var node = bestNode; node != NOBODY; node = before[node]) {
                places.flip(turned[node]);
            }
        }
        var taken = new BitSet();
        places.stream().forEach(place -> taken.set(order[place]));
        return new Choice(taken, bestValue, most);
    }
}
