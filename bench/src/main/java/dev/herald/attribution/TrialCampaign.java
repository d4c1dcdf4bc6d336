package dev.herald.attribution;

import dev.herald.attribution.Observed.Order;
import dev.herald.attribution.Observed.Poster;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * An invented campaign of which is known who brought what.
 *
 * @param truth how many each ambassador brought
 * @param by who brought each order; -1 if it came by itself
 */
record TrialCampaign(
        long seed, Setting setting, List<Poster> posters, double[] at, int[] by, double[] truth, double hours) {

    /**
     * What the reference table was made with, as far as that is known; the rest is what meets it.
     *
     * @param reach standard deviation of the logarithm of followers
     * @param each orders for each ambassador, in the mean
     * @param alone orders that come by themselves, as a share of the others
     */
    record Setting(int ambassadors, double reach, double quality, double days, int posts, double each, double alone) {

        static final double TAU = 10;

        static Setting of(int ambassadors) {
            return new Setting(ambassadors, 1.0, 1.0, 30, 2, 10, .1);
        }
    }

    static TrialCampaign play(Setting setting, long seed) {
        var random = RandomSource.XO_SHI_RO_256_PP.create(new SplittableRandom(seed).nextLong());
        var normal = ZigguratSampler.NormalizedGaussian.of(random);
        var delay = ZigguratSampler.Exponential.of(random, Setting.TAU);
        var count = setting.ambassadors();
        var posters = new ArrayList<Poster>();
        var rates = new double[count];
        for (var i = 0; i < count; i++) {
            var followers = 5_000 * Math.exp(setting.reach() * normal.sample());
            rates[i] = followers * Math.exp(setting.quality() * normal.sample());
            posters.add(new Poster(
                    followers,
                    random.doubles(setting.posts(), 0, 24 * setting.days()).toArray()));
        }
        var scale = setting.each() * count / Arrays.stream(rates).sum();
        var hours = 24 * setting.days() + 5 * Setting.TAU;
        var truth = new double[count];
        var brought = new ArrayList<double[]>();
        for (var i = 0; i < count; i++) {
            truth[i] = poisson(random, rates[i] * scale);
            for (var order = 0; order < truth[i]; order++) {
                var post = posters.get(i).posts()[random.nextInt(setting.posts())];
                brought.add(new double[] {post + delay.sample(), i});
            }
        }
        var alone = poisson(random, setting.alone() * setting.each() * count);
        for (var order = 0; order < alone; order++) {
            brought.add(new double[] {random.nextDouble() * hours, -1});
        }
        brought.sort(Comparator.comparingDouble(one -> one[0]));
        var at = brought.stream().mapToDouble(one -> one[0]).toArray();
        var by = brought.stream().mapToInt(one -> (int) one[1]).toArray();
        return new TrialCampaign(
                seed, setting, posters, at, by, truth, Math.max(hours, at.length == 0 ? 0 : at[at.length - 1]));
    }

    private static int poisson(UniformRandomProvider random, double mean) {
        return mean > 0 ? PoissonSampler.of(random, mean).sample() : 0;
    }

    /** As it is seen where a share of those who were brought clicked, and a share says who told them. */
    Observed seen(double clicks, double answers, long seed) {
        var random = new SplittableRandom(seed);
        var orders = new ArrayList<Order>();
        for (var i = 0; i < at.length; i++) {
            var clicked = by[i] >= 0 && random.nextDouble() < clicks ? by[i] : Observed.UNKNOWN;
            var told = random.nextDouble() < answers ? answer(by[i], random) : Observed.UNKNOWN;
            orders.add(new Order(at[i], clicked, told));
        }
        return new Observed(posters, orders, hours);
    }

    private int answer(int by, SplittableRandom random) {
        var right = by < 0 ? Observed.NOBODY : by;
        var kind = random.nextDouble();
        if (kind < Model.TRUE_ANSWERS) {
            return right;
        }
        return kind < Model.TRUE_ANSWERS + Model.FORGETFUL_ANSWERS
                ? Observed.NOBODY
                : random.nextInt(setting.ambassadors());
    }

    /** The share of the credit that went to the wrong ambassadors. */
    double wrong(double[] credit) {
        var given = Arrays.stream(credit).sum();
        var due = Arrays.stream(truth).sum();
        var off = 0.0;
        for (var i = 0; i < credit.length; i++) {
            off += Math.abs(credit[i] / given - truth[i] / due);
        }
        return off / 2;
    }

    /** The share of the true top tenth that is in the top tenth by this credit. */
    double recall(double[] credit) {
        var top = Math.max(1, credit.length / 10);
        var best = best(truth, top);
        return best(credit, top).stream().filter(best::contains).count() / (double) top;
    }

    private static List<Integer> best(double[] values, int top) {
        var order = new ArrayList<Integer>();
        for (var i = 0; i < values.length; i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> -values[i]));
        return order.subList(0, top);
    }

    /** Credit in proportion to followers. */
    double[] byFollowers() {
        return posters.stream().mapToDouble(Poster::followers).toArray();
    }

    /** All credit to whoever posted last. */
    double[] byLastPost() {
        var credit = new double[posters.size()];
        for (var time : at) {
            var last = -1;
            var since = Double.NEGATIVE_INFINITY;
            for (var i = 0; i < posters.size(); i++) {
                for (var post : posters.get(i).posts()) {
                    if (post <= time && post > since) {
                        since = post;
                        last = i;
                    }
                }
            }
            if (last >= 0) {
                credit[last]++;
            }
        }
        return credit;
    }

    /** The same campaign where nobody knows how many followers anybody has. */
    TrialCampaign withoutFollowers() {
        var blind = posters.stream().map(one -> new Poster(1, one.posts())).toList();
        return new TrialCampaign(seed, setting, blind, at, by, truth, hours);
    }
}
