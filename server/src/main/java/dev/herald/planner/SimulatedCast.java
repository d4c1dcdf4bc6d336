package dev.herald.planner;

import dev.herald.campaign.Strategy;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Who the ambassadors of a simulated campaign are and what they post. Each one's draws are made whether he posts or not,
 * so that the same seed gives the same people under every strategy.
 */
final class SimulatedCast {

    private static final int MOST_POSTS = 6;
    private static final double LAUNCH_HOURS = 30;

    /** No post comes with the very end, when nobody could act on it. */
    private static final double LATEST = .95;

    private final double[] reach;
    private final double[] quality;
    private final double[] recall;
    private final boolean[] hasOwn;
    private final int[] home;
    private final int[] posts;
    private final int[] postBy;
    private final double[] postAt;

    private SimulatedCast(int size) {
        reach = new double[size];
        quality = new double[size];
        recall = new double[size];
        hasOwn = new boolean[size];
        home = new int[size];
        posts = new int[size];
        postBy = new int[size * MOST_POSTS];
        postAt = new double[size * MOST_POSTS];
    }

    private SimulatedCast(SimulatedCast drawn, int[] byTime) {
        reach = drawn.reach;
        quality = drawn.quality;
        recall = drawn.recall;
        hasOwn = drawn.hasOwn;
        home = drawn.home;
        posts = drawn.posts;
        postBy = Arrays.stream(byTime).map(post -> drawn.postBy[post]).toArray();
        postAt = Arrays.stream(byTime).mapToDouble(post -> drawn.postAt[post]).toArray();
    }

    static SimulatedCast of(Plan plan, Strategy strategy, Manner manner, SimulatorSetting setting, long seed) {
        var random = RandomSource.XO_SHI_RO_256_PP.create(seed);
        var given = plan.assumptions();
        var cast = new SimulatedCast(plan.ambassadors());
        var normal = ZigguratSampler.NormalizedGaussian.of(random);
        var waiting = ZigguratSampler.Exponential.of(random, LAUNCH_HOURS);
        var inTier = NormalDistribution.of(0, 1).inverseSurvivalProbability(manner.tier());
        var posted = 0;
        for (var i = 0; i < plan.ambassadors(); i++) {
            var size = normal.sample();
            cast.reach[i] = Math.min(
                    given.get(Assumption.AUDIENCE), given.get(Assumption.REACH) * factor(Manner.REACH_SPREAD, size));
            cast.hasOwn[i] = size > inTier;
            cast.quality[i] = factor(given.get(Assumption.QUALITY_SPREAD), normal.sample());
            var lot = random.nextDouble();
            cast.recall[i] = cast.hasOwn[i] ? ownRecall(strategy, manner, plan, lot) : manner.sharedRecall();
            cast.home[i] = random.nextInt(setting.communities());
            var willing = random.nextDouble() < (cast.hasOwn[i] ? manner.ownPosting() : manner.sharedPosting());
            var launch = waiting.sample();
            var count = 1 + random.nextInt(MOST_POSTS);
            for (var k = 0; k < count; k++) {
                var later = random.nextDouble() * SimulatorSetting.DAYS * 24;
                if (willing) {
                    cast.postBy[posted] = i;
                    cast.postAt[posted] = Math.min(k == 0 ? launch : later, SimulatorSetting.DAYS * 24 * LATEST);
                    posted++;
                }
            }
            cast.posts[i] = willing ? count : 0;
        }
        return cast.sorted(posted);
    }

    /** Log-normal with mean 1. */
    private static double factor(double spread, double deviation) {
        return Math.exp(spread * deviation - spread * spread / 2);
    }

    /** Some have the clean form of a personal code and some an addition, in the shares of the closed form. */
    private static double ownRecall(Strategy strategy, Manner manner, Plan plan, double lot) {
        if (strategy == Strategy.UNIQUE) {
            return manner.ownRecall();
        }
        var clean = lot < Manner.cleanShare(plan.ambassadors() * manner.tier());
        return plan.assumptions().get(clean ? Assumption.RECALL_PERSONAL : Assumption.RECALL_ADDITION);
    }

    private SimulatedCast sorted(int posted) {
        // The times are not below zero, so their bits sort as they do; the post's number goes below, in the bits least
        // felt.
        var keys = new long[posted];
        for (var post = 0; post < posted; post++) {
            keys[post] = (long) (postAt[post] * 1e6) << 28 | post;
        }
        Arrays.sort(keys);
        return new SimulatedCast(
                this,
                Arrays.stream(keys)
                        .mapToInt(key -> (int) (key & ((1 << 28) - 1)))
                        .toArray());
    }

    int size() {
        return reach.length;
    }

    /** Posts, oldest first. */
    int postCount() {
        return postBy.length;
    }

    int postBy(int post) {
        return postBy[post];
    }

    /** Hours since the launch. */
    double postAt(int post) {
        return postAt[post];
    }

    int posts(int ambassador) {
        return posts[ambassador];
    }

    /** People expected to see what the ambassador posts, all posts together. */
    double reach(int ambassador) {
        return reach[ambassador];
    }

    /** Talent to convince, against the mean of all. */
    double quality(int ambassador) {
        return quality[ambassador];
    }

    double recall(int ambassador) {
        return recall[ambassador];
    }

    /** Whether the ambassador has a code of his own; the others share one. */
    boolean hasOwn(int ambassador) {
        return hasOwn[ambassador];
    }

    int home(int ambassador) {
        return home[ambassador];
    }

    /** Any ambassador who posts. */
    int anybody(UniformRandomProvider random) {
        return postBy[random.nextInt(postBy.length)];
    }
}
