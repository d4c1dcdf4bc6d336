package dev.herald.insight;

import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * What is known of an ambassador's rate of redemptions for every thousand people reached: a Gamma distribution.
 *
 * @param shape grows with each redemption seen
 * @param rate in thousands of people reached
 */
public record Belief(double shape, double rate) {

    public Belief {
        if (!(shape > 0) || !(rate > 0) || !Double.isFinite(shape) || !Double.isFinite(rate)) {
            throw new IllegalArgumentException("No Gamma distribution: " + shape + ", " + rate);
        }
    }

    /** What is known after so many redemptions of so many thousands reached. */
    public Belief after(long redemptions, double reached) {
        return new Belief(shape + redemptions, rate + reached);
    }

    public double mean() {
        return shape / rate;
    }

    /** The rate is below this with the probability given. */
    public double quantile(double probability) {
        return GammaDistribution.of(shape, 1 / rate).inverseCumulativeProbability(probability);
    }
}
