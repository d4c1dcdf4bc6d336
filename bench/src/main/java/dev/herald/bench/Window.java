package dev.herald.bench;

import java.util.Comparator;
import java.util.List;

/**
 * One stretch of measuring.
 *
 * @param steal the share from 0 to 1 of processor time that the host gave to others
 * @param cost processor time that it took
 * @param made what came of it, with what was under way when the time was over
 * @param log what it wrote to the write-ahead log
 */
record Window(Load.Tally tally, double steal, Cost cost, Made made, Log log) {

    /** Above this, figures are off by a factor rather than by a few per cent. */
    static final double MOST_STEAL = 0.05;

    /**
     * Processor time in microseconds.
     *
     * @param database of PostgreSQL
     * @param server of the process that serves
     * @param driver of the process that asks; the same as the server's at the engine
     */
    record Cost(long database, long server, long driver) {}

    /** Redemptions, and the transactions that made them. */
    record Made(long redemptions, long transactions) {}

    /**
     * The write-ahead log, over somewhat more than the window: PostgreSQL tells of its syncs a second late.
     *
     * @param redemptions in that time
     * @param syncs of any of the log's files
     */
    record Log(long redemptions, long syncs, long bytes) {}

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

    double perSecond() {
        return tally.perSecond();
    }

    double millis(double percentile) {
        return tally.latency().getValueAtPercentile(percentile) / 1e3;
    }

    double perTransaction() {
        return ratio(made.redemptions(), made.transactions());
    }

    double perSync() {
        return ratio(log.redemptions(), log.syncs());
    }

    double logBytesEach() {
        return ratio(log.bytes(), log.redemptions());
    }

    double microsEach(long micros) {
        return ratio(micros, made.redemptions());
    }

    private static double ratio(long all, long parts) {
        return parts == 0 ? 0 : (double) all / parts;
    }
}
