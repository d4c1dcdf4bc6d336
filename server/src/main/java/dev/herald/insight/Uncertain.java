package dev.herald.insight;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A number that is known only so well.
 *
 * @param variance of the estimate
 * @param freedom how many independent observations the variance itself comes from, less one
 */
record Uncertain(double estimate, double variance, double freedom) {

    /** With as many observations it no longer matters how many there are. */
    static final double MUCH = 1_000;

    private static final double HIGH = 0.9;

    /** The mean of what some values are a sample of; at least two. */
    static Uncertain meanOf(double[] values) {
        var n = values.length;
        var mean = Arrays.stream(values).average().orElseThrow();
        var squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return new Uncertain(mean, squares / (n - 1) / n, n - 1.0);
    }

    /** The difference, after Welch. */
    Uncertain minus(Uncertain other) {
        var sum = variance + other.variance;
        var parts = variance * variance / freedom + other.variance * other.variance / other.freedom;
        return new Uncertain(estimate - other.estimate, sum, parts == 0 ? MUCH : sum * sum / parts);
    }

    /** Below this with a probability of 10 %. */
    double low() {
        return estimate - halfWidth();
    }

    /** Above this with a probability of 10 %. */
    double high() {
        return estimate + halfWidth();
    }

    private double halfWidth() {
        return TDistribution.of(Math.max(1, freedom)).inverseCumulativeProbability(HIGH) * Math.sqrt(variance);
    }
}
