package dev.herald.insight;

import dev.herald.access.Access;
import dev.herald.access.BrandId;
import dev.herald.platform.Database;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
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
 * Keeps the rollups at most about a second behind the events. It is woken by every commit of this process; a sweep finds
 * what other processes left behind.
 */
public final class RollupJob implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RollupJob.class);
    private static final int BATCH = 5_000;

    /** Batches of more than one commit are cheaper; a fifth of a second is soon enough. */
    private static final Duration LINGER = Duration.ofMillis(200);

    /** With thousands of busy brands a round takes long: then rounds come seldom, rather than all the time. */
    private static final Duration LONGEST_LINGER = Duration.ofMillis(800);

    private static final int BRANDS_AT_ONCE = 100;

    private static final Duration SWEEP = Duration.ofSeconds(5);

    /** How long a page waits for its brand's events to be taken: then it shows what is there. */
    private static final Duration PAGE_PATIENCE = Duration.ofSeconds(1);

    private static final Duration SHORT_TRANSACTION = Duration.ofMillis(50);

    private final Database db;
    private final Access access;
    private final Runnable moved;
    private final Set<BrandId> waiting = ConcurrentHashMap.newKeySet();
    private final Map<BrandId, ReentrantLock> locks = new ConcurrentHashMap<>();
    private final Semaphore woken = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    RollupJob(Database db, Access access) {
        this(db, access, () -> {});
    }

    /** The same, which tells whoever shows counts when they moved. */
    public RollupJob(Database db, Access access, LiveCounts shown) {
        this(db, access, shown::wake);
    }

    private RollupJob(Database db, Access access, Runnable moved) {
        this.db = db;
        this.access = access;
        this.moved = moved;
        this.thread = Thread.ofVirtual().name("rollups").start(this::run);
    }

    /** Tells that a brand has new events; returns at once. */
    public void wake(BrandId brand) {
        if (waiting.add(brand)) {
            woken.release();
        }
    }

    /** Takes what a page would otherwise show a moment late; of a long backlog only what can be taken in a moment. */
    void catchUp(BrandId brand) {
        var begun = System.nanoTime();
        try {
            // Mostly there is nothing new, and to look costs much less than to lock.
            var taken = behind(List.of(brand)).isEmpty() ? 0 : BATCH;
            while (taken == BATCH && !isLonger(begun, PAGE_PATIENCE)) {
                taken = take(List.of(brand), PAGE_PATIENCE).getOrDefault(brand, 0);
                // Events of a transaction younger than one still running wait for that one: mostly a short one.
                while (taken == 0 && !isLonger(begun, SHORT_TRANSACTION)) {
                    Thread.sleep(SHORT_TRANSACTION.dividedBy(10));
                    taken = take(List.of(brand), PAGE_PATIENCE).getOrDefault(brand, 0);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isLonger(long begun, Duration than) {
        return System.nanoTime() - begun > than.toNanos();
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
                var began = System.nanoTime();
                var round = List.copyOf(waiting);
                waiting.removeAll(round);
                for (int i = 0; i < round.size(); i += BRANDS_AT_ONCE) {
                    takeAll(round.subList(i, Math.min(round.size(), i + BRANDS_AT_ONCE)));
                }
                var took = Duration.ofNanos(System.nanoTime() - began);
                if (waiting.isEmpty() && woken.tryAcquire(SWEEP.toMillis(), TimeUnit.MILLISECONDS)) {
                    woken.drainPermits();
                }
                Thread.sleep(linger(took));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                if (!closed) {
                    LOG.warn("Rollups are late: {}", e.getMessage());
                    sweepAt = System.nanoTime() + Duration.ofSeconds(1).toNanos();
                    pause();
                }
            }
        }
    }

    private static Duration linger(Duration round) {
        var pause = round.multipliedBy(4);
        return pause.compareTo(LINGER) < 0 ? LINGER : pause.compareTo(LONGEST_LINGER) > 0 ? LONGEST_LINGER : pause;
    }

    private void takeAll(List<BrandId> brands) throws InterruptedException {
        var more = brands;
        while (!more.isEmpty() && !closed) {
            var taken = take(more, Duration.ofDays(1));
            more = more.stream()
                    .filter(brand -> taken.getOrDefault(brand, 0) == BATCH)
                    .toList();
        }
        // Events of a transaction younger than one still running can only be taken after that one has ended.
        var ids = brands.stream().map(BrandId::value).toList();
        waiting.addAll(db.inBrands(ids, tx -> new RollupStore(tx).behind(brands)));
    }

    /** Pages and the job take turns here, rather than wait for one another in the database. */
    private Map<BrandId, Integer> take(List<BrandId> brands, Duration patience) throws InterruptedException {
        var sorted =
                brands.stream().sorted(Comparator.comparingLong(BrandId::value)).toList();
        var locked = new ArrayDeque<ReentrantLock>();
        try {
            for (var brand : sorted) {
                var lock = locks.computeIfAbsent(brand, _ -> new ReentrantLock(true));
                if (!lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    return Map.of();
                }
                locked.push(lock);
            }
            var taken = db.inBrands(sorted.stream().map(BrandId::value).toList(), tx -> {
                var store = new RollupStore(tx);
                store.lockCursors(sorted);
                return store.takeEvents(sorted, BATCH);
            });
            if (!taken.isEmpty()) {
                moved.run();
            }
            return taken;
        } finally {
            locked.forEach(ReentrantLock::unlock);
        }
    }

    private List<BrandId> behind(List<BrandId> brands) {
        return db.inBrands(brands.stream().map(BrandId::value).toList(), tx -> new RollupStore(tx).behind(brands));
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
