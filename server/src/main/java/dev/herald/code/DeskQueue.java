package dev.herald.code;

import dev.herald.platform.Database;
import dev.herald.platform.Unavailable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets only so many of this process make or change codes at once, because they wait for each other with a connection in
 * hand, and shoppers need some too.
 */
final class DeskQueue {

    private static final int PLACES = 8;
    private static final int PATIENCE_SECONDS = 10;
    private static final ScopedValue<Boolean> INSIDE = ScopedValue.newInstance();

    private final Semaphore places = new Semaphore(PLACES, true);

    /** Does the work when there is a place; whoever is inside already keeps his. */
    <T> T inTurn(Supplier<T> work) {
        if (INSIDE.isBound()) {
            return work.get();
        }
        if (!getsPlace()) {
            throw new Unavailable("Too many requests change codes at this moment. Try again in a second.");
        }
        try {
            return ScopedValue.where(INSIDE, true).call(work::get);
        } finally {
            places.release();
        }
    }

    /** Whoever holds a connection must not wait. */
    private boolean getsPlace() {
        try {
            return Database.isInTransaction()
                    ? places.tryAcquire()
                    : places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
