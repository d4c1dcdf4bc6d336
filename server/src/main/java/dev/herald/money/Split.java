package dev.herald.money;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Splits an amount in proportion to weights, exactly, by largest remainder (Hamilton's method). */
public final class Split {

    private Split() {}

    /**
     * The parts add up to the total, and each is its exact share rounded down or up; ties go to the earlier weight.
     *
     * @param total minor units, 0 or more
     * @param weights each 0 or more; if all are 0 and the total is not, the first takes all
     */
    public static List<Long> byLargestRemainder(long total, List<Long> weights) {
        if (weights.isEmpty()) {
            throw new IllegalArgumentException("Nothing to split over");
        }
        var sum = weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        var parts = new long[weights.size()];
        if (sum.signum() == 0) {
            parts[0] = total;
            return asList(parts);
        }
        var remainders = new BigInteger[parts.length];
        var given = 0L;
        for (int i = 0; i < parts.length; i++) {
            var share = BigInteger.valueOf(total)
                    .multiply(BigInteger.valueOf(weights.get(i)))
                    .divideAndRemainder(sum);
            parts[i] = share[0].longValueExact();
            remainders[i] = share[1];
            given += parts[i];
        }
        IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                .limit(total - given)
                .forEach(i -> parts[i]++);
        return asList(parts);
    }

    private static List<Long> asList(long[] parts) {
        return Arrays.stream(parts).boxed().toList();
    }
}
