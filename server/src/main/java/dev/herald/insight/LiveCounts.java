package dev.herald.insight;

import dev.herald.access.BrandId;
import dev.herald.code.CodeId;
import dev.herald.insight.OwnFiguresStore.Cursor;
import dev.herald.insight.OwnFiguresStore.Watched;
import dev.herald.platform.Database;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells open pages when the uses of their codes change. One watcher reads the counts of all watched codes at once, when a
 * rollup of this server or of another one moved; a page costs no query of its own, however many are open.
 */
public final class LiveCounts implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveCounts.class);

    /** What another server rolled up is found by asking. */
    private static final Duration LOOK_AROUND = Duration.ofMillis(500);

    /** After a round it rests twice as long as that took, within bounds, so that watching does not take all there is. */
    private static final int REST = 2;

    private static final Duration SHORTEST_REST = Duration.ofMillis(50);
    /** On a busy machine the rollups are late already. */
    private static final Duration LONGEST_REST = Duration.ofMillis(200);

    /** The uses of some codes together, as long as somebody looks at them. */
    public final class Watch implements AutoCloseable {

        private final BrandId brand;
        private final Set<CodeId> codes;
        private final Semaphore changed = new Semaphore(0);
        private volatile long uses = UNKNOWN;

        private Watch(BrandId brand, Collection<CodeId> codes) {
            this.brand = brand;
            this.codes = Set.copyOf(codes);
        }

        /** How many redemptions stand, as far as known; {@link #UNKNOWN} before the first permit of {@link #changed}. */
        public long uses() {
            return uses;
        }

        /** Has a permit when there is something new to tell. */
        public Semaphore changed() {
            return changed;
        }

        @Override
        public void close() {
            watches.remove(this);
        }

        private void learn(Map<Watched, Long> counts) {
            var sum = codes.stream()
                    .mapToLong(code -> counts.getOrDefault(new Watched(brand, code), 0L))
                    .sum();
            if (sum != uses) {
                uses = sum;
                changed.release();
            }
        }
    }

    /** Not read yet. */
    public static final long UNKNOWN = -1;

    private final Database db;
    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private final Semaphore due = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    public LiveCounts(Database db) {
        this.db = db;
        this.thread = Thread.ofVirtual().name("live-counts").start(this::run);
    }

    /** Begins to watch some codes of a brand; the first count follows in a moment. */
    public Watch watch(BrandId brand, Collection<CodeId> codes) {
        var watch = new Watch(brand, codes);
        watches.add(watch);
        due.release();
        return watch;
    }

    /** How far the rollups of a brand have come: another text as soon as they moved. */
    public String position(BrandId brand) {
        return db.inBrand(brand.value(), tx -> new OwnFiguresStore(tx).cursors(List.of(brand)))
                .toString();
    }

    /** Tells that rollups of this server moved; returns at once. */
    void wake() {
        if (!watches.isEmpty()) {
            due.release();
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        var seen = new HashMap<BrandId, Cursor>();
        while (!closed) {
            try {
                // Without anybody who looks, nothing is read.
                if (watches.isEmpty()) {
                    due.acquire();
                } else {
                    due.tryAcquire(LOOK_AROUND.toMillis(), TimeUnit.MILLISECONDS);
                }
                due.drainPermits();
                var began = System.nanoTime();
                look(seen);
                Thread.sleep(rest(Duration.ofNanos(System.nanoTime() - began)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                if (!closed) {
                    LOG.warn("Open pages are told late: {}", e.getMessage());
                    seen.clear();
                    pause();
                }
            }
        }
    }

    /** @param seen how far each brand's rollups were when its counts were last read */
    private void look(Map<BrandId, Cursor> seen) {
        var byBrand = watches.stream().collect(Collectors.groupingBy(watch -> watch.brand));
        seen.keySet().retainAll(byBrand.keySet());
        if (byBrand.isEmpty()) {
            return;
        }
        var brands = byBrand.keySet().stream().map(BrandId::value).toList();
        var counts = db.inBrands(brands, tx -> {
            var store = new OwnFiguresStore(tx);
            // Before the counts: what moves in between is seen as moved again, never missed.
            var cursors = store.cursors(byBrand.keySet());
            var wanted = byBrand.entrySet().stream()
                    .filter(brand -> isNews(brand.getKey(), brand.getValue(), seen, cursors))
                    .flatMap(brand -> brand.getValue().stream())
                    .toList();
            seen.putAll(cursors);
            return new Counted(wanted, wanted.isEmpty() ? Map.of() : store.uses(codes(wanted)));
        });
        counts.watches().forEach(watch -> watch.learn(counts.uses()));
    }

    private record Counted(List<Watch> watches, Map<Watched, Long> uses) {}

    private static boolean isNews(
            BrandId brand, List<Watch> watches, Map<BrandId, Cursor> seen, Map<BrandId, Cursor> cursors) {
        var moved = cursors.containsKey(brand) && !cursors.get(brand).equals(seen.get(brand));
        return moved || watches.stream().anyMatch(watch -> watch.uses == UNKNOWN);
    }

    private static List<Watched> codes(List<Watch> watches) {
        return watches.stream()
                .flatMap(watch -> watch.codes.stream().map(code -> new Watched(watch.brand, code)))
                .distinct()
                .toList();
    }

    private static Duration rest(Duration round) {
        var rest = round.multipliedBy(REST);
        return rest.compareTo(SHORTEST_REST) < 0
                ? SHORTEST_REST
                : rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
