package dev.herald.insight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * Empirical Bayes for rates: redemptions are Poisson with mean rate x exposure, rates are Gamma-distributed among the
 * ambassadors, and that common distribution is learnt from all of them (docs/SCIENCE.md, Ranking).
 *
 * <p>Pure: the same observations and seed give the same estimates. The common shape has a weak prior of its own
 * (log-normal about 1, sigma 1) and the mean counts half a redemption more than was seen, so that one ambassador alone,
 * or nothing but zeros, still gives a wide and honest answer.
 *
 * @param shape of the common Gamma distribution
 * @param rate of the same, in units of exposure
 */
record GammaPoisson(double shape, double rate) {

    /** In the top tenth or not, unless the chance lies between these. */
    private static final double SURELY = 0.8;

    private static final double HARDLY = 0.2;
    private static final double TOP_SHARE = 0.1;

    private static final int MOST_DRAWS = 2_000;
    private static final int FEWEST_DRAWS = 100;
    private static final int DRAWS_IN_ALL = 200_000;

    private static final int STEPS = 40;

    /** Learns the common distribution by maximum likelihood: a search over the shape, the best rate being known for each. */
    static GammaPoisson fit(List<Observation> observations) {
        var unit = observations.stream()
                .mapToDouble(Observation::exposure)
                .average()
                .orElse(1);
        var low = Math.log(Math.max(0.02, 0.6 / observations.size()));
        var high = Math.log(200);
        // Golden section: the likelihood of the shape has one top.
        var golden = (Math.sqrt(5) - 1) / 2;
        var left = high - golden * (high - low);
        var right = low + golden * (high - low);
        var atLeft = likelihood(left, observations, unit);
        var atRight = likelihood(right, observations, unit);
        for (var step = 0; step < STEPS; step++) {
            if (atLeft > atRight) {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - golden * (high - low);
                atLeft = likelihood(left, observations, unit);
            } else {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + golden * (high - low);
                atRight = likelihood(right, observations, unit);
            }
        }
        var shape = Math.exp((low + high) / 2);
        return new GammaPoisson(shape, bestRate(shape, observations, unit) * unit);
    }

    /** Estimates everybody's rate, in the order given. */
    static List<Estimate> estimates(List<Observation> observations, long seed) {
        if (observations.isEmpty()) {
            return List.of();
        }
        var common = fit(observations);
        var chances = common.topChances(observations, seed);
        var enough = observations.stream().mapToLong(Observation::redemptions).sum() >= observations.size();
        var estimates = new ArrayList<Estimate>(observations.size());
        for (var i = 0; i < observations.size(); i++) {
            var seen = observations.get(i);
            var posterior = common.posterior(seen);
            estimates.add(new Estimate(
                    posterior.getMean(),
                    posterior.inverseCumulativeProbability(0.1),
                    posterior.inverseCumulativeProbability(0.9),
                    chances[i],
                    enough && observations.size() > 1 ? common.verdict(seen, chances[i]) : Verdict.TOO_EARLY_TO_TELL));
        }
        return estimates;
    }

    /**
     * Below one redemption each on average, half of the true top tenth would be missed: then nothing is said of anybody.
     * Nor of somebody who reached so few that not even one redemption was to be expected yet.
     */
    private Verdict verdict(Observation seen, double topChance) {
        if (topChance > SURELY) {
            return Verdict.TOP;
        }
        var expected = shape / rate * seen.exposure();
        var couldTell = expected >= 1 || seen.redemptions() >= 1;
        return topChance < HARDLY && couldTell ? Verdict.NOT_TOP : Verdict.TOO_EARLY_TO_TELL;
    }

    private GammaDistribution posterior(Observation seen) {
        return GammaDistribution.of(shape + seen.redemptions(), 1 / (rate + seen.exposure()));
    }

    /** How often each is in the top tenth when all rates are drawn from what is known of them. */
    private double[] topChances(List<Observation> observations, long seed) {
        var n = observations.size();
        var top = Math.ceilDiv(n, (int) (1 / TOP_SHARE));
        var random = RandomSource.XO_SHI_RO_256_PP.create(seed);
        var samplers = observations.stream()
                .map(seen -> AhrensDieterMarsagliaTsangGammaSampler.of(
                        random, shape + seen.redemptions(), 1 / (rate + seen.exposure())))
                .toArray(SharedStateContinuousSampler[]::new);
        var draws = Math.clamp(DRAWS_IN_ALL / n, FEWEST_DRAWS, MOST_DRAWS);
        var drawn = new double[n];
        var inTop = new int[n];
        for (var draw = 0; draw < draws; draw++) {
            Arrays.setAll(drawn, i -> samplers[i].sample());
            var sorted = drawn.clone();
            Arrays.sort(sorted);
            var least = sorted[n - top];
            for (var i = 0; i < n; i++) {
                inTop[i] += drawn[i] >= least ? 1 : 0;
            }
        }
        return Arrays.stream(inTop).mapToDouble(times -> (double) times / draws).toArray();
    }

    /** The logarithm of the likelihood (negative binomial), less what no parameter changes, with the weak priors. */
    private static double likelihood(double logShape, List<Observation> observations, double unit) {
        var shape = Math.exp(logShape);
        var rate = bestRate(shape, observations, unit);
        var sum = -logShape * logShape / 2 + Math.log(shape / rate) / 2;
        for (var seen : observations) {
            var count = seen.redemptions();
            sum += (count == 0 ? 0 : LogGamma.value(shape + count) - LogGamma.value(shape))
                    - shape * Math.log1p(seen.exposure() / unit / rate)
                    - count * Math.log(rate + seen.exposure() / unit);
        }
        return sum;
    }

    /** Where the derivative by the rate is zero: rate x sum((shape + y) / (rate + e)) = n shape - 1/2, rising with the rate. */
    private static double bestRate(double shape, List<Observation> observations, double unit) {
        var low = -40.0;
        var high = 40.0;
        for (var step = 0; step < STEPS; step++) {
            var middle = (low + high) / 2;
            var rate = Math.exp(middle);
            var sum = 0.0;
            for (var seen : observations) {
                sum += rate * (shape + seen.redemptions()) / (rate + seen.exposure() / unit);
            }
            if (sum < observations.size() * shape - 0.5) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.exp((low + high) / 2);
    }
}
