package dev.herald.planner;

import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * Redemptions to be expected.
 *
 * @param low fewer with a probability of 10 %
 * @param high more with a probability of 10 %
 */
public record Expected(double redemptions, double low, double high) {

    static final Expected NONE = new Expected(0, 0, 0);

    /** From the mean and the variance, as if by a Gamma distribution: it cannot fall below nothing and leans as sums do. */
    static Expected of(double mean, double variance) {
        if (!(mean > 0)) {
            return NONE;
        }
        var gamma = GammaDistribution.of(mean * mean / variance, variance / mean);
        return new Expected(mean, gamma.inverseCumulativeProbability(.1), gamma.inverseCumulativeProbability(.9));
    }
}
