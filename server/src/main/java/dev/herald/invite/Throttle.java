package dev.herald.invite;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lets each caller do something so often in a while, and no more; remembered by this process only. */
public final class Throttle {

    private static final int MOST_CALLERS = 10_000;

    private final int most;
    private final Duration within;
    private final InstantSource clock;
    private final Map<String, ArrayDeque<Instant>> times = new LinkedHashMap<>();

    public Throttle(int most, Duration within, InstantSource clock) {
        this.most = most;
        this.within = within;
        this.clock = clock;
    }

    public synchronized boolean allows(String caller) {
        var now = clock.instant();
        if (times.size() >= MOST_CALLERS && !times.containsKey(caller)) {
            times.remove(times.keySet().iterator().next());
        }
        var earlier = times.computeIfAbsent(caller, _ -> new ArrayDeque<>());
        while (!earlier.isEmpty() && earlier.peekFirst().plus(within).isBefore(now)) {
            earlier.removeFirst();
        }
        if (earlier.size() >= most) {
            return false;
        }
        earlier.addLast(now);
        return true;
    }
}
