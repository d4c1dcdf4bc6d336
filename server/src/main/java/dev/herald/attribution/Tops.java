package dev.herald.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** With which probability each is among the best: the share of stories in which few others brought as many as he did. */
final class Tops {

    /** As many as a contest can have prizes. */
    static final int MOST = 20;

    private Tops() {}

    /** For each ambassador: P(best), P(one of the best two) and so on; who ties with others is behind them. */
    static List<List<Double>> of(Draws draws, int posters) {
        var best = new int[posters][Math.min(MOST, posters)];
        for (var story = 0; story < draws.count(); story++) {
            count(draws, story, best);
        }
        var tops = new ArrayList<List<Double>>();
        for (var one : best) {
            tops.add(Arrays.stream(one)
                    .mapToObj(stories -> (double) stories / draws.count())
                    .toList());
        }
        return tops;
    }

    private static void count(Draws draws, int story, int[][] best) {
        var sorted = IntStream.range(0, best.length)
                .map(poster -> draws.brought(story, poster))
                .sorted()
                .toArray();
        for (var poster = 0; poster < best.length; poster++) {
            var brought = draws.brought(story, poster);
            // Behind all with as many: only those with more, and himself, are not ahead of him then.
            var ahead = sorted.length - 1 - firstOf(sorted, brought);
            for (var top = ahead; brought > 0 && top < best[poster].length; top++) {
                best[poster][top]++;
            }
        }
    }

    /** Where a value begins that is there. */
    private static int firstOf(int[] sorted, int value) {
        var low = 0;
        var high = sorted.length - 1;
        while (low < high) {
            var middle = (low + high) / 2;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
