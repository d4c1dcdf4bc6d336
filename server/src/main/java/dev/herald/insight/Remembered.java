package dev.herald.insight;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Answers about very much, made once for all who ask within half a minute. Whoever asks first after that starts the next
 * one; until it is there, everybody goes on with the last.
 */
final class Remembered<K, V> {

    private static final Duration GOOD_FOR = Duration.ofSeconds(30);

    /** Nobody looks at what was asked for so long ago. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    private static final int MOST = 1_000;

    private record Held<V>(V value, Instant until) {}

    private final InstantSource clock;
    private final Map<K, Held<V>> held = new ConcurrentHashMap<>();

    Remembered(InstantSource clock) {
        this.clock = clock;
    }

    V get(K key, Supplier<V> make) {
        var now = clock.instant();
        var known = held.get(key);
        if (known == null || known.until().plus(FORGOTTEN_AFTER).isBefore(now)) {
            return put(key, make);
        }
        var inBetween = new Held<>(known.value(), now.plus(GOOD_FOR));
        if (known.until().isBefore(now) && held.replace(key, known, inBetween)) {
            Thread.ofVirtual().name("remembered").start(() -> put(key, make));
        }
        return known.value();
    }

    private V put(K key, Supplier<V> make) {
        var value = make.get();
        if (held.size() >= MOST) {
            held.clear();
        }
        held.put(key, new Held<>(value, clock.instant().plus(GOOD_FOR)));
        return value;
    }
}
