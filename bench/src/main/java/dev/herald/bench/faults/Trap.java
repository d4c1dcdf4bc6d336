package dev.herald.bench.faults;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A named point of failure between application and database; springs once, when the first redemption gets there. */
final class Trap {

    /** Where it lies. */
    enum Point {
        /** The COMMIT of a transaction that redeems is about to reach the database. */
        BEFORE_COMMIT,
        /** The database has committed, and its answer is about to reach the application. */
        AFTER_COMMIT
    }

    /** What lies in wait. */
    record Snare(Point point, Runnable action, CountDownLatch sprung) {}

    private final AtomicReference<@Nullable Snare> snare = new AtomicReference<>();

    /** Lies in wait; tells whether it sprang within that time, and is taken away if it did not. */
    boolean springsWithin(Duration time, Point point, Runnable action) {
        var set = set(point, action);
        try {
            return set.sprung().await(time.toMillis(), TimeUnit.MILLISECONDS)
                    // Whoever took it meanwhile is carrying it out.
                    || (!snare.compareAndSet(set, null) && set.sprung().await(1, TimeUnit.MINUTES));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    Snare set(Point point, Runnable action) {
        var set = new Snare(point, action, new CountDownLatch(1));
        snare.set(set);
        return set;
    }

    /** Whether what is at this point must not go on. */
    boolean catches(Point point) {
        var set = snare.get();
        if (set == null || set.point() != point || !snare.compareAndSet(set, null)) {
            return false;
        }
        set.action().run();
        set.sprung().countDown();
        return true;
    }
}
