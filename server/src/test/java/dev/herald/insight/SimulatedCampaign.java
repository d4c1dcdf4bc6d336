package dev.herald.insight;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.LogNormalSampler;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/** A campaign whose true rates are known: reach log-normal (sigma 1.2), talent as asked, both with mean 1. */
record SimulatedCampaign(List<Double> rates, List<Observation> seen) {

    /** How talent is spread among ambassadors. */
    enum Talent {
        /** As the model takes it to be: exponential. */
        GAMMA,
        /** As the simulator of campaigns takes it to be: with sigma 1, and so with a heavier tail. */
        LOG_NORMAL;

        private ContinuousSampler sampler(UniformRandomProvider random) {
            return switch (this) {
                case GAMMA -> AhrensDieterMarsagliaTsangGammaSampler.of(random, 1, 1);
                case LOG_NORMAL -> LogNormalSampler.of(ZigguratSampler.NormalizedGaussian.of(random), -0.5, 1);
            };
        }
    }

    /** @param m redemptions of each, in the mean */
    static SimulatedCampaign of(int ambassadors, double m, long seed) {
        return of(ambassadors, m, seed, Talent.GAMMA);
    }

    static SimulatedCampaign of(int ambassadors, double m, long seed, Talent talent) {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
        var reach = LogNormalSampler.of(ZigguratSampler.NormalizedGaussian.of(random), -1.2 * 1.2 / 2, 1.2);
        var quality = talent.sampler(random);
        var rates = new ArrayList<Double>();
        var seen = new ArrayList<Observation>();
        for (var i = 0; i < ambassadors; i++) {
            var rate = quality.sample();
            var exposure = m * reach.sample();
            rates.add(rate);
            seen.add(new Observation(
                    exposure * rate == 0
                            ? 0
                            : PoissonSampler.of(random, exposure * rate).sample(),
                    exposure));
        }
        return new SimulatedCampaign(rates, seen);
    }

    /** What a board ranks by, as it truly is. */
    double quantity(int one, Board board) {
        return board == Board.RATE
                ? rates.get(one)
                : rates.get(one) * seen.get(one).exposure();
    }

    List<Double> quantities(Board board) {
        return IntStream.range(0, rates.size())
                .mapToObj(i -> quantity(i, board))
                .toList();
    }

    /** What is known of what a board ranks by. */
    List<Posterior> posteriors(Board board) {
        var common = GammaPoisson.fit(seen);
        return seen.stream()
                .map(one -> common.posterior(one).times(board == Board.RATE ? 1 : one.exposure()))
                .toList();
    }

    /** True places, 1 for the first. */
    int[] places(Board board) {
        var all = quantities(board);
        var sorted = all.stream().sorted(Collections.reverseOrder()).toList();
        return all.stream()
                .mapToInt(one -> Collections.binarySearch(sorted, one, Collections.reverseOrder()) + 1)
                .toArray();
    }

    double rmse(List<Double> estimated) {
        var sum = 0.0;
        for (var i = 0; i < rates.size(); i++) {
            sum += Math.pow(estimated.get(i) - rates.get(i), 2);
        }
        return Math.sqrt(sum / rates.size());
    }

    double coverage(List<Estimate> estimates) {
        var covered = 0;
        for (var i = 0; i < rates.size(); i++) {
            var one = estimates.get(i);
            covered += one.low() <= rates.get(i) && rates.get(i) <= one.high() ? 1 : 0;
        }
        return (double) covered / rates.size();
    }
}
