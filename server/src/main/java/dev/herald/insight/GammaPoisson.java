package dev.herald.insight;

import java.util.List;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * Empirical Bayes for rates: redemptions are Poisson with mean rate x exposure, rates are Gamma-distributed among the
 * ambassadors, and that common distribution is learnt from all of them (docs/SCIENCE.md, Ranking).
 *
 * <p>Pure. The common shape has a weak prior of its own (log-normal about 1, sigma 1) and the mean counts half a redemption
 * more than was seen, so that one ambassador alone, or nothing but zeros, still gives a wide and honest answer.
 *
 * @param shape of the common Gamma distribution
 * @param rate of the same, in units of exposure
 */
public record GammaPoisson(double shape, double rate) {

    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /** The search over the shape ends within a ten-thousandth: it is never known that well. */
    private static final int STEPS = 24;

    private static final int MOST_ROOT_STEPS = 100;
    private static final double ROOT_EXACT = 1e-12;

    /** Learns the common distribution by maximum likelihood: a search over the shape, the best rate being known for each. */
    static GammaPoisson fit(List<Observation> observations) {
        return new Fit(observations).best();
    }

    /** Everybody's rate, in the order given. */
    public static List<Estimate> estimates(List<Observation> observations) {
        if (observations.isEmpty()) {
            return List.of();
        }
        var common = fit(observations);
        return observations.stream()
                .map(common::posterior)
                .map(one -> new Estimate(one.mean(), one.low(), one.high()))
                .toList();
    }

    /** What is known of somebody's rate after so much was seen of it. */
    Posterior posterior(Observation seen) {
        return new Posterior(shape + seen.redemptions(), rate + seen.exposure());
    }

    /** The search, on plain arrays because it goes through all of them a hundred times. */
    private static final class Fit {

        private final double[] counts;
        private final double[] exposures;
        private final double unit;
        private double logRate;

        Fit(List<Observation> observations) {
            unit = observations.stream()
                    .mapToDouble(Observation::exposure)
                    .average()
                    .orElse(1);
            counts = observations.stream().mapToDouble(Observation::redemptions).toArray();
            exposures = observations.stream()
                    .mapToDouble(one -> one.exposure() / unit)
                    .toArray();
        }

        GammaPoisson best() {
            var low = Math.log(Math.max(0.02, 0.6 / counts.length));
            var high = Math.log(200);
            // Golden section: the likelihood of the shape has one top.
            var left = high - GOLDEN * (high - low);
            var right = low + GOLDEN * (high - low);
            var atLeft = likelihood(left);
            var atRight = likelihood(right);
            for (var step = 0; step < STEPS; step++) {
                if (atLeft > atRight) {
                    high = right;
                    right = left;
                    atRight = atLeft;
                    left = high - GOLDEN * (high - low);
                    atLeft = likelihood(left);
                } else {
                    low = left;
                    left = right;
                    atLeft = atRight;
                    right = low + GOLDEN * (high - low);
                    atRight = likelihood(right);
                }
            }
            var shape = Math.exp((low + high) / 2);
            return new GammaPoisson(shape, bestRate(shape) * unit);
        }

        /** The logarithm of the likelihood (negative binomial), less what no parameter changes, with the weak priors. */
        private double likelihood(double logShape) {
            var shape = Math.exp(logShape);
            var rate = bestRate(shape);
            var none = LogGamma.value(shape);
            var sum = -logShape * logShape / 2 + Math.log(shape / rate) / 2;
            for (var i = 0; i < counts.length; i++) {
                var count = counts[i];
                sum += (count == 0 ? 0 : LogGamma.value(shape + count) - none)
                        - (shape + count) * Math.log(rate + exposures[i]);
            }
            return sum + shape * counts.length * Math.log(rate);
        }

        /**
         * Where the derivative by the rate is zero: rate x sum((shape + y) / (rate + e)) = n shape - 1/2, rising with the
         * rate. Newton's steps in the logarithm from the last answer, kept between bounds that halve where a step fails.
         */
        private double bestRate(double shape) {
            var low = -60.0;
            var high = 60.0;
            var wanted = counts.length * shape - 0.5;
            for (var step = 0; step < MOST_ROOT_STEPS; step++) {
                var rate = Math.exp(logRate);
                var sum = 0.0;
                var slope = 0.0;
                for (var i = 0; i < counts.length; i++) {
                    var all = 1 / (rate + exposures[i]);
                    var part = rate * (shape + counts[i]) * all;
                    sum += part;
                    slope += part * exposures[i] * all;
                }
                if (sum < wanted) {
                    low = logRate;
                } else {
                    high = logRate;
                }
                var next = logRate - (sum - wanted) / slope;
                next = next > low && next < high ? next : (low + high) / 2;
                var change = Math.abs(next - logRate);
                logRate = next;
                if (change < ROOT_EXACT * Math.max(1, Math.abs(next))) {
                    break;
                }
            }
            return Math.exp(logRate);
        }
    }
}
