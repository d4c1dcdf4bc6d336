package dev.herald.attribution;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Stories that explain a campaign, each as likely as the data make it: who brought each redemption, given what each brings,
 * and what each brings, given that, in turns (Gibbs sampling). The likeliest rates alone would look far too sure.
 */
final class Draws {

    private static final double WORK = 1.5e8;
    private static final int MOST = 500;
    private static final int LEAST = 150;

    private final Observed observed;
    private final Fit fit;
    private final Candidates candidates;
    private final UniformRandomProvider random;
    private final double[] rates;
    private final int[] silent;
    private final double[] pool;
    private final double[] weights;
    private final int[] brought;
    private final int[][] kept;
    private final Basis basis;
    private double background;
    private int alone;
    private long aloneInAll;

    private Draws(Observed observed, Fit fit, long seed) {
        this.observed = observed;
        this.fit = fit;
        this.candidates = fit.candidates();
        this.random = RandomSource.XO_SHI_RO_256_PP.create(seed);
        this.rates = fit.rates().clone();
        this.background = fit.background();
        this.silent = silent(observed);
        this.pool = new double[silent.length];
        this.weights = new double[rates.length];
        this.brought = new int[rates.length];
        var work = 1 + candidates.size() + observed.orders().size();
        this.kept = new int[(int) Math.clamp(WORK / work, LEAST, MOST)][];
        this.basis = Basis.of(observed, fit);
    }

    /** The same seed gives the same stories. */
    static Draws of(Observed observed, Fit fit, long seed) {
        var draws = new Draws(observed, fit, seed);
        for (var number = -draws.kept.length / 5; number < draws.kept.length; number++) {
            draws.tell(number >= 0);
            draws.drawRates();
            if (number >= 0) {
                draws.kept[number] = draws.brought.clone();
                draws.aloneInAll += draws.alone;
            }
        }
        return draws;
    }

    int count() {
        return kept.length;
    }

    /** How many an ambassador brought in one story. */
    int brought(int story, int poster) {
        return kept[story][poster];
    }

    /** How many came by themselves, in the mean. */
    double alone() {
        return (double) aloneInAll / kept.length;
    }

    /** What the credit rests on, over all stories. */
    Basis basis() {
        return basis;
    }

    private void tell(boolean counts) {
        Arrays.fill(brought, 0);
        alone = 0;
        var pooled = 0.0;
        for (var i = 0; i < silent.length; i++) {
            pooled += rates[silent[i]];
            pool[i] = pooled;
        }
        List<Observed.Order> orders = observed.orders();
        for (var order = 0; order < orders.size(); order++) {
            var one = orders.get(order);
            if (one.clicked() >= 0) {
                credit(one.clicked(), one, -1, counts);
            } else {
                draw(order, one, pooled / observed.hours(), counts);
            }
        }
    }

    private void draw(int order, Observed.Order one, double silently, boolean counts) {
        var from = candidates.from(order);
        var all = 0.0;
        for (var c = from; c < candidates.to(order); c++) {
            all += rates[candidates.who(c)] * candidates.likely(c);
            weights[c - from] = all;
        }
        var point = random.nextDouble() * (all + silently + background / fit.belief(one));
        if (point < all) {
            var c = from;
            while (weights[c - from] <= point) {
                c++;
            }
            credit(candidates.who(c), one, c, counts);
        } else if (point < all + silently) {
            credit(silent[oneOfThePool()], one, -1, counts);
        } else {
            alone++;
        }
    }

    private int oneOfThePool() {
        var found = Arrays.binarySearch(pool, random.nextDouble() * pool[pool.length - 1]);
        return Math.min(found < 0 ? -found - 1 : found, pool.length - 1);
    }

    private void credit(int who, Observed.Order order, int candidate, boolean counts) {
        brought[who]++;
        if (counts) {
            basis.add(who, order, candidate);
        }
    }

    private void drawRates() {
        for (var i = 0; i < rates.length; i++) {
            rates[i] = gamma(fit.prior().shape(brought[i]), fit.prior().rate(i));
        }
        background = gamma(Model.SHAPE_OF_ALONE + alone, observed.rateOfAlone());
    }

    private double gamma(double shape, double rate) {
        return AhrensDieterMarsagliaTsangGammaSampler.of(random, shape, 1 / rate)
                .sample();
    }

    private static int[] silent(Observed observed) {
        var numbers = new int[observed.posters().size()];
        var count = 0;
        for (var i = 0; i < numbers.length; i++) {
            if (observed.posters().get(i).isSilent()) {
                numbers[count++] = i;
            }
        }
        return Arrays.copyOf(numbers, count);
    }
}
