package dev.herald.bench;

import dev.herald.insight.GammaPoisson;
import dev.herald.insight.Observation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Predicts which share of a campaign's households redeems, from a few of them: a random tenth, and three at least. What is
 * predicted is the share among all the others.
 *
 * @param raw the error (root of the mean square over the campaigns, mean over the draws) of the share seen
 * @param mean of the mean of all campaigns' shares seen
 * @param shrunk of Herald's estimate, which draws each share towards the others' as far as it is uncertain
 */
record RateTrial(double raw, double mean, double shrunk) {

    private static final int FEWEST = 3;
    private static final int ONE_IN = 10;

    static RateTrial of(Households households, int draws, long seed) {
        var random = new Random(seed);
        var raw = 0.0;
        var mean = 0.0;
        var shrunk = 0.0;
        for (var draw = 0; draw < draws; draw++) {
            var one = one(households, random);
            raw += one.raw() / draws;
            mean += one.mean() / draws;
            shrunk += one.shrunk() / draws;
        }
        return new RateTrial(raw, mean, shrunk);
    }

    private static RateTrial one(Households households, Random random) {
        var seen = new ArrayList<Observation>();
        var truth = new ArrayList<Double>();
        households.targeted().forEach((campaign, targeted) -> {
            var shuffled = new ArrayList<>(targeted);
            Collections.shuffle(shuffled, random);
            var size = Math.max(FEWEST, Math.round(targeted.size() / (float) ONE_IN));
            var redeemed = households.redeemed().getOrDefault(campaign, Set.of());
            var among = count(shuffled.subList(0, size), redeemed);
            seen.add(new Observation(among, size));
            truth.add((double) (redeemed.size() - among) / (targeted.size() - size));
        });
        var rates = seen.stream().map(one -> one.redemptions() / one.exposure()).toList();
        var mean = rates.stream().mapToDouble(rate -> rate).average().orElseThrow();
        var estimates = GammaPoisson.estimates(seen).stream()
                .map(estimate -> estimate.rate())
                .toList();
        return new RateTrial(
                error(rates, truth), error(Collections.nCopies(rates.size(), mean), truth), error(estimates, truth));
    }

    private static long count(List<Integer> households, Set<Integer> redeemed) {
        return households.stream().filter(redeemed::contains).count();
    }

    private static double error(List<Double> predicted, List<Double> truth) {
        var sum = 0.0;
        for (var i = 0; i < truth.size(); i++) {
            sum += Math.pow(predicted.get(i) - truth.get(i), 2);
        }
        return Math.sqrt(sum / truth.size());
    }
}
