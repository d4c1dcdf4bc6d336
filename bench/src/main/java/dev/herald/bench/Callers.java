package dev.herald.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.HdrHistogram.Histogram;

/**
 * A number of callers in this process, each asking again as soon as it is answered.
 *
 * @param ask does it once; false if it did not succeed
 */
record Callers(int number, BooleanSupplier ask) implements Load {

    private record Share(long done, long failed, Histogram latency) {}

    @Override
    public Tally run(Duration time) {
        var start = System.nanoTime();
        var end = start + time.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var callers = new ArrayList<Callable<Share>>();
            for (int i = 0; i < number; i++) {
                callers.add(() -> askUntil(end));
            }
            var latency = Load.histogram();
            long done = 0;
            long failed = 0;
            for (var share : threads.invokeAll(callers)) {
                done += share.get().done();
                failed += share.get().failed();
                latency.add(share.get().latency());
            }
            return new Tally(done, failed, time.toNanos(), latency);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("A caller broke down", e);
        }
    }

    /** What is answered after the end is not counted, as what was asked before the start is not. */
    private Share askUntil(long end) {
        var latency = Load.histogram();
        long done = 0;
        long failed = 0;
        for (var now = System.nanoTime(); now < end; ) {
            var succeeded = ask.getAsBoolean();
            var then = System.nanoTime();
            if (!succeeded) {
                failed++;
            } else if (then <= end) {
                done++;
                latency.recordValue((then - now) / 1000);
            }
            now = then;
        }
        return new Share(done, failed, latency);
    }
}
