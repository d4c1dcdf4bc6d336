package dev.herald.insight;

import dev.herald.access.Access;
import dev.herald.access.BrandId;
import dev.herald.platform.Database;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts redemptions by segment, some seconds behind the events. Nobody waits for it in a checkout: it takes many events
 * at once, one brand after the other, and rests longer than it works.
 */
public final class SegmentJob implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SegmentJob.class);
    private static final int BATCH = 5_000;

    /** Many events together are much cheaper than each alone. */
    private static final Duration SHORTEST_REST = Duration.ofSeconds(1);

    private static final Duration LONGEST_REST = Duration.ofSeconds(10);
    private static final int REST = 2;

    /** Finds what a process that ended, or another server, left behind. */
    private static final Duration SWEEP = Duration.ofSeconds(30);

    /** A page takes no more than it can in a moment, nor waits longer: then it shows what is there, and says so. */
    private static final int PAGE_BATCH = 1_000;

    private static final Duration PAGE_PATIENCE = Duration.ofMillis(50);

    private final Database db;
    private final Access access;
    private final Set<BrandId> waiting = ConcurrentHashMap.newKeySet();
    private final Map<BrandId, ReentrantLock> locks = new ConcurrentHashMap<>();
    private final Semaphore woken = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    /** Begins at once. */
    public SegmentJob(Database db, Access access) {
        this.db = db;
        this.access = access;
        this.thread = Thread.ofVirtual().name("segments").start(this::run);
    }

    /** Tells that a brand has new events; returns at once. */
    public void wake(BrandId brand) {
        if (waiting.add(brand)) {
            woken.release();
        }
    }

    /** Takes what a page would otherwise show late, as far as it can be taken in a moment; tells whether that is all. */
    boolean catchUp(BrandId brand) {
        try {
            return take(brand, PAGE_BATCH, PAGE_PATIENCE) < PAGE_BATCH;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        var sweepAt = System.nanoTime();
        while (!closed) {
            try {
                if (System.nanoTime() - sweepAt >= 0) {
                    waiting.addAll(behind(access.brands()));
                    sweepAt = System.nanoTime() + SWEEP.toNanos();
                }
                if (waiting.isEmpty()) {
                    woken.tryAcquire(SWEEP.toMillis(), TimeUnit.MILLISECONDS);
                }
                woken.drainPermits();
                var began = System.nanoTime();
                var round = List.copyOf(waiting);
                waiting.removeAll(round);
                for (var brand : round) {
                    take(brand, BATCH, Duration.ofDays(1));
                }
                // A long backlog is taken with rests in between, so that it leaves checkouts what they need; and events
                // of
                // a transaction younger than one still running can only be taken after that one has ended.
                waiting.addAll(behind(round));
                Thread.sleep(rest(Duration.ofNanos(System.nanoTime() - began)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                if (!closed) {
                    LOG.warn("Counts by segment are late: {}", e.getMessage());
                    sweepAt = System.nanoTime();
                    pause();
                }
            }
        }
    }

    private static Duration rest(Duration round) {
        var rest = round.multipliedBy(REST);
        return rest.compareTo(SHORTEST_REST) < 0
                ? SHORTEST_REST
                : rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
    }

    /** @return how many events were taken; as many as can be if somebody else is at it, for then there may be more */
    private int take(BrandId brand, int most, Duration patience) throws InterruptedException {
        var lock = locks.computeIfAbsent(brand, _ -> new ReentrantLock(true));
        if (!lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            return most;
        }
        try {
            return db.inBrand(brand.value(), tx -> {
                var store = new SegmentStore(tx, brand);
                store.lockCursor();
                return take(store, most);
            });
        } finally {
            lock.unlock();
        }
    }

    private static int take(SegmentStore store, int most) {
        var facts = store.next(most);
        if (!facts.isEmpty()) {
            var counts = new SegmentCounts(facts);
            var unknown = store.unknown(counts.segments());
            var refused = unknown.isEmpty() ? unknown : counts.withoutRoom(unknown, store.sizes());
            store.add(counts.without(refused));
            store.moveCursor(facts.getLast().cursor());
        }
        return facts.size();
    }

    private List<BrandId> behind(List<BrandId> brands) {
        return brands.isEmpty()
                ? List.of()
                : db.inBrands(brands.stream().map(BrandId::value).toList(), tx -> SegmentStore.behind(tx, brands));
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
