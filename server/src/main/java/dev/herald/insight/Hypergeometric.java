package dev.herald.insight;

import org.apache.commons.numbers.gamma.LogGamma;

/**
 * How many of those drawn are of one kind, if the lot decides (without putting back).
 *
 * @param all drawn from
 * @param kind of them are of the kind
 * @param drawn how many are drawn
 */
record Hypergeometric(long all, long kind, long drawn) {

    /** A further term this small does not change the sum any more. */
    private static final double NEGLIGIBLE = 1e-16;

    Hypergeometric {
        if (kind < 0 || drawn < 0 || kind > all || drawn > all) {
            throw new IllegalArgumentException(kind + " of the kind and " + drawn + " drawn of " + all);
        }
    }

    double mean() {
        return all == 0 ? 0 : (double) kind * drawn / all;
    }

    /**
     * The probability of a count as far from the mean as this one, to either side: twice that of the side it is on, and at
     * most 1. Exact; it adds up the terms from this count outwards until they no longer matter, a few thousand at most.
     */
    double twoSided(long count) {
        return Math.min(1, 2 * (count >= mean() ? tail(count, 1) : tail(count, -1)));
    }

    private double tail(long count, int direction) {
        var last = direction > 0 ? Math.min(kind, drawn) : Math.max(0, kind + drawn - all);
        var term = 1.0;
        var sum = 1.0;
        for (var k = count; k != last && term > NEGLIGIBLE * sum; k += direction) {
            term *= direction > 0 ? ratio(k) : 1 / ratio(k - 1);
            sum += term;
        }
        return Math.exp(logProbability(count)) * sum;
    }

    /** The probability of one more over that of k. */
    private double ratio(long k) {
        return (kind - k) * (double) (drawn - k) / ((k + 1.0) * (all - kind - drawn + k + 1));
    }

    private double logProbability(long k) {
        return logChoose(kind, k) + logChoose(all - kind, drawn - k) - logChoose(all, drawn);
    }

    private static double logChoose(long of, long some) {
        return LogGamma.value(of + 1.0) - LogGamma.value(some + 1.0) - LogGamma.value(of - some + 1.0);
    }
}
