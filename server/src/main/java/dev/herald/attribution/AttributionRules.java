package dev.herald.attribution;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Estimates who brought which part of a campaign's orders (docs/SCIENCE.md). Pure: the same seed, the same answer. */
final class AttributionRules {

    /** A little more than a tenth, because whole numbers are held a little more often than their shares say (TrialsTest). */
    private static final double TAIL = .11;

    private AttributionRules() {}

    static Estimated estimate(Observed observed, long seed) {
        return estimate(observed, Fit.of(observed), seed);
    }

    static Estimated estimate(Observed observed, Fit fit, long seed) {
        var draws = Draws.of(observed, fit, seed);
        var top = Tops.of(draws, observed.posters().size());
        var alike = Alike.find(observed, draws, fit.tau());
        return new Estimated(
                fit.tau(),
                draws.alone(),
                IntStream.range(0, observed.posters().size())
                        .mapToObj(i -> credit(i, observed, draws, top.get(i), alike.get(i)))
                        .toList());
    }

    private static Estimated.Credit credit(
            int poster, Observed observed, Draws draws, List<Double> top, List<Integer> alike) {
        var counts = IntStream.range(0, draws.count())
                .map(story -> draws.brought(story, poster))
                .sorted()
                .toArray();
        return new Estimated.Credit(
                Arrays.stream(counts).average().orElse(0),
                quantile(counts, TAIL),
                quantile(counts, 1 - TAIL),
                (int) observed.orders().stream()
                        .filter(one -> one.clicked() == poster)
                        .count(),
                top,
                Grade.of(draws.basis().evident(poster)),
                alike);
    }

    /** Of whole numbers, each spread evenly to half a step on either side: so the interval is not wider than it says. */
    private static double quantile(int[] sorted, double share) {
        var rank = share * sorted.length;
        var value = sorted[(int) Math.min(rank, sorted.length - 1)];
        var below = IntStream.of(sorted).filter(one -> one < value).count();
        var same = IntStream.of(sorted).filter(one -> one == value).count();
        return Math.max(0, value - .5 + (rank - below) / same);
    }
}
