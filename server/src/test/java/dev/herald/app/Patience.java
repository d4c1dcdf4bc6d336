package dev.herald.app;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.assertj.core.api.Assertions;

/** Waits for what is bound to happen, and no longer than it takes. */
public final class Patience {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(20);

    private Patience() {}

    public static <T> T until(Supplier<T> look, Predicate<T> good) {
        var deadline = System.nanoTime() + LONGEST.toNanos();
        var seen = look.get();
        while (!good.test(seen)) {
            if (System.nanoTime() - deadline > 0) {
                return Assertions.fail("Not so after " + LONGEST + ": " + seen);
            }
            LockSupport.parkNanos(LOOK.toNanos());
            seen = look.get();
        }
        return seen;
    }
}
