package dev.herald.insight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Which places are likely, when each quantity to rank by is known as far as its Gamma distribution says (docs/SCIENCE.md,
 * Ranking).
 *
 * <p>Nothing is drawn: each distribution is cut into some slices of equal probability, and a walk down all slices, the
 * greatest first, knows at each one how many others are above it in the mean, and with which variance. A place is one more
 * than that number. Pure: the same distributions give the same places.
 */
final class Places {

    /** @param topChance the probability of being among the first so many that were asked for */
    record Likely(int from, int to, double topChance) {}

    private static final int SLICES_IN_ALL = 100_000;
    private static final int FEWEST_SLICES = 20;
    private static final int MOST_SLICES = 60;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double TENTH = 1.2815515655446004;

    private final int people;
    private final int top;
    private final int slices;

    /** Of each one how many of his slices were passed. */
    private final int[] passed;

    /** Of each slice how many others are above it, in the mean. */
    private final double[] above;

    /** Of each one the variance of that, summed over his slices. */
    private final double[] variance;

    private final double[] topChance;

    private Places(int people, int top) {
        this.people = people;
        this.top = top;
        this.slices = Math.clamp(SLICES_IN_ALL / people, FEWEST_SLICES, MOST_SLICES);
        this.passed = new int[people];
        this.above = new double[people * slices];
        this.variance = new double[people];
        this.topChance = new double[people];
    }

    /** Everybody's likely places, in the order given. */
    static List<Likely> of(List<Posterior> posteriors, int top) {
        if (posteriors.isEmpty()) {
            return List.of();
        }
        var places = new Places(posteriors.size(), top);
        places.walk(places.slices(posteriors));
        var likely = new ArrayList<Likely>(posteriors.size());
        for (var i = 0; i < posteriors.size(); i++) {
            likely.add(places.likely(i));
        }
        return likely;
    }

    /** Ascending; whose it is stands in the last bits, below what matters of the value. */
    private long[] slices(List<Posterior> posteriors) {
        var probabilities = new double[slices];
        var normals = new double[slices];
        for (var j = 0; j < slices; j++) {
            probabilities[j] = (j + 0.5) / slices;
            normals[j] = NORMAL.inverseCumulativeProbability(probabilities[j]);
        }
        var ownerBits = bits();
        var all = new long[people * slices];
        for (var i = 0; i < people; i++) {
            var one = posteriors.get(i);
            for (var j = 0; j < slices; j++) {
                var value = GammaQuantiles.roughly(one.shape(), probabilities[j], normals[j]) / one.rate();
                all[i * slices + j] = Double.doubleToRawLongBits(value) >> ownerBits << ownerBits | i;
            }
        }
        Arrays.sort(all);
        return all;
    }

    private int bits() {
        return Integer.SIZE - Integer.numberOfLeadingZeros(people);
    }

    private void walk(long[] slicesAscending) {
        var owners = (1L << bits()) - 1;
        var mean = 0.0;
        var spread = 0.0;
        for (var at = slicesAscending.length - 1; at >= 0; at--) {
            var one = (int) (slicesAscending[at] & owners);
            var before = (double) passed[one] / slices;
            var others = mean - before;
            var othersSpread = Math.max(0, spread - before * (1 - before));
            above[one * slices + passed[one]] = others;
            variance[one] += othersSpread / slices;
            topChance[one] += atMost(top - 1, others, othersSpread) / slices;
            passed[one]++;
            var after = (double) passed[one] / slices;
            mean += after - before;
            spread += after * (1 - after) - before * (1 - before);
        }
    }

    /**
     * The probability that at most so many are above, each with his own probability: about normal; while it is open of
     * hardly anybody, what is left is one yes or no.
     */
    private static double atMost(int count, double mean, double variance) {
        return variance < 0.25
                ? Math.clamp(count + 1 - mean, 0, 1)
                : NORMAL.cumulativeProbability((count + 0.5 - mean) / Math.sqrt(variance));
    }

    /** Both what somebody's own quantity leaves open and what the others' do. */
    private Likely likely(int one) {
        var middle = aboveAt(one, 0.5);
        var others = TENTH * TENTH * variance[one];
        var from = middle - Math.sqrt(square(middle - aboveAt(one, 0.1)) + others);
        var to = middle + Math.sqrt(square(aboveAt(one, 0.9) - middle) + others);
        return new Likely(place(from), place(to), top >= people ? 1 : Math.clamp(topChance[one], 0, 1));
    }

    private int place(double othersAbove) {
        // A hair less, because the sums of the walk are off by that much.
        return Math.clamp((int) Math.ceil(othersAbove + 0.5 - 1e-6), 1, people);
    }

    private double aboveAt(int one, double probability) {
        var at = probability * slices - 0.5;
        var left = (int) at;
        var low = above[one * slices + left];
        return low + (at - left) * (above[one * slices + left + 1] - low);
    }

    private static double square(double value) {
        return value * value;
    }
}
