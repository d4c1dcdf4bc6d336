package dev.herald.insight;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.Digamma;

/**
 * How ambassadors differ: how many post, and how the rates of those are spread who do. A campaign in which somebody sold
 * nothing tells little of his rate, because he may not have posted; how likely that is depends on what would have been
 * expected of him (expectation maximisation, docs/SCIENCE.md, Line-up). Pure.
 *
 * @param common rates of redemptions for every thousand people who see a post
 * @param posting share of campaigns in which somebody with a code posts
 */
public record Rates(Belief common, double posting) {

    /** The common rates are hardly known better from more. */
    private static final int ENOUGH = 2_000;

    private static final int ROUNDS = 30;

    /** How much is known beforehand of who posts, in campaigns. */
    private static final double POSTING_KNOWN = 20;

    /** How much is known beforehand of the mean rate, in thousands reached: a campaign that began a minute ago says less. */
    private static final double MEAN_KNOWN = 1.5;

    /** How much is known beforehand of how rates are spread, in people. */
    private static final double SPREAD_KNOWN = 4;

    /** How far one person's posting is taken to be like the others', in campaigns. */
    private static final double ALIKE = 6;

    /**
     * What is known of one person.
     *
     * @param mean of the rate, and of its square and its logarithm
     * @param posted in how many campaigns
     */
    private record Seen(double mean, double square, double log, double posted) {}

    /** What the campaigns of these taught, each of whom had a code at least once, beyond what was known before. */
    static Rates fit(List<TrackRecord> all, Rates before) {
        var step = Math.ceilDiv(all.size(), ENOUGH);
        var some = IntStream.iterate(0, i -> i < all.size(), i -> i + step)
                .mapToObj(all::get)
                .toList();
        var reached = sum(some, TrackRecord::reached);
        // One person more than there are, so that nobody's having sold anything is no proof that nobody can.
        var usual = (before.common().mean() * MEAN_KNOWN + sum(some, TrackRecord::redemptions))
                / (MEAN_KNOWN + before.posting() * reached);
        var usualSpread = Math.log(before.common().shape())
                - Digamma.value(before.common().shape());
        var campaigns = sum(some, TrackRecord::campaigns);
        var rates =
                new Rates(new Belief(before.common().shape(), before.common().shape() / usual), before.posting());
        for (var round = 0; round < ROUNDS; round++) {
            var now = rates;
            var seen = some.stream().map(now::seen).toList();
            var mean = (usual + sum(seen, Seen::mean)) / (1 + seen.size());
            var spread = (SPREAD_KNOWN * usualSpread + seen.size() * Math.log(mean) - sum(seen, Seen::log))
                    / (SPREAD_KNOWN + seen.size());
            var shape = shape(spread);
            var posted = sum(seen, Seen::posted);
            rates = new Rates(
                    new Belief(shape, shape / mean),
                    Math.clamp((POSTING_KNOWN * before.posting() + posted) / (POSTING_KNOWN + campaigns), .01, .99));
        }
        return rates;
    }

    private static <T> double sum(List<T> some, ToDoubleFunction<T> value) {
        return some.stream().mapToDouble(value).sum();
    }

    /** The shape of a Gamma distribution by how far the logarithm of its mean is above the mean of its logarithm (Minka 2002). */
    private static double shape(double spread) {
        var s = Math.max(1e-3, spread);
        return Math.clamp((3 - s + Math.sqrt((s - 3) * (s - 3) + 24 * s)) / (12 * s), .02, 200);
    }

    /** Each number of the silent campaigns in which he may have posted, by how likely it is. */
    private Seen seen(TrackRecord one) {
        var sold = one.campaigns() - one.silent();
        var shape = common.shape() + one.redemptions();
        var silent = (int) Math.ceil(one.silent());
        var each = silent == 0 ? 0 : one.silent() / silent;
        var chance = 1.0;
        var weight = new double[silent + 1];
        var rate = new double[silent + 1];
        for (var posted = 0; posted <= silent; posted++) {
            rate[posted] = common.rate() + one.reach() * (sold + posted * each);
            weight[posted] = chance * Math.pow(rate[0] / rate[posted], shape);
            chance *= posting / (1 - posting) * (silent - posted) / (posted + 1);
        }
        var all = IntStream.range(0, weight.length).mapToDouble(i -> weight[i]).sum();
        var mean = 0.0;
        var square = 0.0;
        var log = Digamma.value(shape);
        var times = sold;
        for (var posted = 0; posted <= silent; posted++) {
            var part = weight[posted] / all;
            mean += part * shape / rate[posted];
            square += part * shape * (shape + 1) / (rate[posted] * rate[posted]);
            log -= part * Math.log(rate[posted]);
            times += part * posted * each;
        }
        return new Seen(mean, square, log, times);
    }

    /** What is known of somebody's rate when he posts. */
    public Belief of(TrackRecord one) {
        var seen = seen(one);
        var variance = seen.square() - seen.mean() * seen.mean();
        return new Belief(seen.mean() * seen.mean() / variance, seen.mean() / variance);
    }

    /** How likely somebody is to post. */
    public double postingOf(TrackRecord one) {
        return (ALIKE * posting + posted(one)) / (ALIKE + one.campaigns());
    }

    /** In how many campaigns somebody posted, as far as that can be told from what he sold. */
    public double posted(TrackRecord one) {
        return seen(one).posted();
    }
}
