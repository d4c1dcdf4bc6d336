package dev.herald.bench;

/**
 * When requests are due that come at a fixed rate, whether or not those before them were answered.
 *
 * @param start in nanoseconds, as of {@link System#nanoTime}
 */
record Schedule(long start, double perSecond) {

    Schedule {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("A rate is more than 0");
        }
    }

    /** When a request is due, the first being number 0. */
    long due(long number) {
        return start + Math.round(number * (1e9 / perSecond));
    }

    /** How many requests are due before an instant. */
    long countBefore(long instant) {
        if (instant <= start) {
            return 0;
        }
        var count = (long) ((instant - start) / (1e9 / perSecond));
        // Rounding may be off by one to either side.
        while (due(count) < instant) {
            count++;
        }
        while (count > 0 && due(count - 1) >= instant) {
            count--;
        }
        return count;
    }
}
