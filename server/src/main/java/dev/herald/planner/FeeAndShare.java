package dev.herald.planner;

import dev.herald.planner.Knapsack.Choice;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Where every cost is a fee and a share of the value, very many choices cost and bring almost the same, so that a search
 * gives up. But n things bring at most what the n most valuable do, and at most what the money pays after n fees; and
 * the number at which the one overtakes the other is nearly reached by changing a few of the most valuable for others.
 */
final class FeeAndShare {

    private static final int MOST_CHANGES = 50;

    private final long[] values;
    private final long[] costs;
    private final long budget;

    /** Of what is worth taking, the most valuable first. */
    private final int[] order;

    private final double share;
    private final double fee;

    FeeAndShare(Knapsack knapsack) {
        values = knapsack.values();
        costs = knapsack.costs();
        budget = knapsack.budget();
        order = IntStream.range(0, values.length)
                .filter(i -> values[i] > 0 && costs[i] <= budget)
                .boxed()
                .sorted((one, other) -> Long.compare(values[other], values[one]))
                .mapToInt(i -> i)
                .toArray();
        var dearest = order.length == 0 ? 0 : order[0];
        var last = order.length == 0 ? 0 : order[order.length - 1];
        var rise = order.length == 0 ? 0 : values[dearest] - values[last];
        share = rise == 0 ? 0 : (double) (costs[dearest] - costs[last]) / rise;
        fee = Arrays.stream(order)
                .mapToDouble(i -> costs[i] - share * values[i])
                .min()
                .orElse(0);
    }

    /** The better of this choice and what can be found here, with the lower of both bounds. */
    Choice improve(Choice found) {
        if (!(share > 0) || !(fee > 0)) {
            return found;
        }
        var best = found;
        var most = 0L;
        var sum = 0L;
        for (var n = 0; n <= order.length; n++) {
            sum += n == 0 ? 0 : values[order[n - 1]];
            var paid = (long) Math.floor((budget - n * fee) / share + 1e-6);
            most = Math.max(most, Math.min(sum, paid));
            if (sum >= paid) {
                best = better(best, fitted(n));
                best = better(best, fitted(n - 1));
                break;
            }
        }
        return new Choice(best.taken(), best.value(), Math.max(best.value(), Math.min(found.most(), most)));
    }

    private static Choice better(Choice one, Choice other) {
        return other.value() > one.value() ? other : one;
    }

    /** The n most valuable, made cheaper by changing one after another for less valuable ones until they fit. */
    private Choice fitted(int n) {
        var in = Arrays.stream(order, 0, Math.max(0, n)).toArray();
        var out = Arrays.stream(order, Math.max(0, n), order.length).toArray();
        var over = Arrays.stream(in).mapToLong(i -> costs[i]).sum() - budget;
        for (var change = 0; over > 0 && out.length > 0 && change < MOST_CHANGES; change++) {
            var pair = nearest(in, out, over);
            over -= costs[in[pair[0]]] - costs[out[pair[1]]];
            var moved = in[pair[0]];
            in[pair[0]] = out[pair[1]];
            out[pair[1]] = moved;
            sort(in);
            sort(out);
        }
        if (over > 0) {
            return new Choice(new BitSet(), 0, 0);
        }
        var taken = new BitSet();
        Arrays.stream(in).forEach(taken::set);
        var value = Arrays.stream(in).mapToLong(i -> values[i]).sum();
        return new Choice(taken, value, value);
    }

    private void sort(int[] some) {
        var sorted = Arrays.stream(some)
                .boxed()
                .sorted((one, other) -> Long.compare(values[other], values[one]))
                .mapToInt(i -> i)
                .toArray();
        System.arraycopy(sorted, 0, some, 0, some.length);
    }

    /** Places of the pair whose change saves just enough; if none saves enough, of the one that saves most. */
    private int[] nearest(int[] in, int[] out, long over) {
        var best = new int[] {0, out.length - 1};
        var least = Long.MAX_VALUE;
        var j = 0;
        for (var i = in.length - 1; i >= 0; i--) {
            // The more valuable the one, the more valuable may the other be.
            while (j < out.length - 1 && costs[in[i]] - costs[out[j]] < over) {
                j++;
            }
            while (j > 0 && costs[in[i]] - costs[out[j - 1]] >= over) {
                j--;
            }
            var saved = costs[in[i]] - costs[out[j]];
            if (saved >= over && saved < least) {
                least = saved;
                best = new int[] {i, j};
            }
        }
        return best;
    }
}
