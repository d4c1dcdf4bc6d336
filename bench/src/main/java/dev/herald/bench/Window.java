package dev.herald.bench;

import java.util.Comparator;
import java.util.List;

/**
 * One stretch of measuring.
 *
 * @param steal the share from 0 to 1 of processor time that the host gave to others
 * @param databaseMicros processor time of PostgreSQL
 * @param serverMicros processor time of the process that serves
 * @param driverMicros processor time of the process that asks; the same as the server's at the engine
 * @param transactions that made redemptions
 */
record Window(
        Load.Tally tally, double steal, long databaseMicros, long serverMicros, long driverMicros, long transactions) {

    /** Above this, figures are off by a factor rather than by a few per cent. */
    static final double MOST_STEAL = 0.05;

    boolean isDisturbed() {
        return steal > MOST_STEAL;
    }

    /** The window in the middle when ordered by rate, of the undisturbed ones if there are any. */
    static Window median(List<Window> windows) {
        var calm = windows.stream().filter(window -> !window.isDisturbed()).toList();
        var sorted = (calm.isEmpty() ? windows : calm)
                .stream()
                        .sorted(Comparator.comparingDouble(
                                window -> window.tally().perSecond()))
                        .toList();
        return sorted.get(sorted.size() / 2);
    }

    double millis(double percentile) {
        return tally.latency().getValueAtPercentile(percentile) / 1e3;
    }

    double batch() {
        return transactions == 0 ? 0 : (double) tally.done() / transactions;
    }

    double microsEach(long micros) {
        return tally.done() == 0 ? 0 : (double) micros / tally.done();
    }
}
