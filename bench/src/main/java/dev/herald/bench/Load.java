package dev.herald.bench;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/** Something that can be done again and again by many at once. */
interface Load {

    /**
     * What was done within some time.
     *
     * @param done how often it succeeded
     * @param failed how often it did not; a run with failures measures nothing
     * @param nanos the time really taken
     * @param latency of what succeeded, in microseconds
     */
    record Tally(long done, long failed, long nanos, Histogram latency) {

        double perSecond() {
            return done * 1e9 / nanos;
        }
    }

    Tally run(Duration time);

    /** A histogram that can hold every latency up to a minute. */
    static Histogram histogram() {
        var histogram = new Histogram(60_000_000, 3);
        histogram.setAutoResize(true);
        return histogram;
    }
}
