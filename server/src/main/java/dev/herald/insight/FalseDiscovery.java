package dev.herald.insight;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** What is left of many findings when few of them may be chance (Y. Benjamini and Y. Hochberg 1995). */
final class FalseDiscovery {

    private FalseDiscovery() {}

    /**
     * For each p-value the least rate of false discoveries at which it counts as one: its q-value, in the order given. Those
     * of at most 0.10 are chance in at most a tenth of the cases.
     */
    static double[] qValues(double[] pValues) {
        var n = pValues.length;
        var largestFirst = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> pValues[i]).reversed())
                .toList();
        var qValues = new double[n];
        Arrays.fill(qValues, 1);
        var least = 1.0;
        for (var place = 0; place < n; place++) {
            var i = largestFirst.get(place);
            least = Math.min(least, pValues[i] * n / (n - place));
            qValues[i] = least;
        }
        return qValues;
    }
}
