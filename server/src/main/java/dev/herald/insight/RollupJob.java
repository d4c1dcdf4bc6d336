package dev.herald.insight;

import dev.herald.access.Access;
import dev.herald.access.BrandId;
import dev.herald.platform.Database;
import dev.herald.redemption.EventFollower;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps the rollups at most about a second behind the events. It is woken by every commit of this process; a sweep finds
 * what other processes left behind.
 */
public final class RollupJob implements AutoCloseable {

    private static final int BATCH = 5_000;

    /**
     * Batches of more than one commit are cheaper, and a fifth of a second is soon enough. With thousands of busy brands a
     * round takes long: then rounds come seldom, rather than all the time.
     */
    private static final EventFollower.Pace PACE =
            new EventFollower.Pace(Duration.ofMillis(200), Duration.ofMillis(800), 4, Duration.ofSeconds(5));

    private static final int BRANDS_AT_ONCE = 100;

    /** How long a page waits for its brand's events to be taken: then it shows what is there. */
    private static final Duration PAGE_PATIENCE = Duration.ofSeconds(1);

    private static final Duration SHORT_TRANSACTION = Duration.ofMillis(50);

    private final Database db;
    private final Runnable moved;
    private final Map<BrandId, ReentrantLock> locks = new ConcurrentHashMap<>();
    private final EventFollower follower;

    RollupJob(Database db, Access access) {
        this(db, access, () -> {});
    }

    /** The same, which tells whoever shows counts when they moved. */
    public RollupJob(Database db, Access access, LiveCounts shown) {
        this(db, access, shown::wake);
    }

    private RollupJob(Database db, Access access, Runnable moved) {
        this.db = db;
        this.moved = moved;
        this.follower = new EventFollower(db, access, "rollups", "rollup_cursor", PACE, this::takeAll);
    }

    /** Tells that a brand has new events; returns at once. */
    public void wake(BrandId brand) {
        follower.wake(brand);
    }

    /** Takes what a page would otherwise show a moment late; of a long backlog only what can be taken in a moment. */
    void catchUp(BrandId brand) {
        var begun = System.nanoTime();
        try {
            // Mostly there is nothing new, and to look costs much less than to lock.
            var taken = follower.behind(List.of(brand)).isEmpty() ? 0 : BATCH;
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

    /** How far it is behind the events. */
    public Duration lag(Instant now) {
        return follower.lag(now);
    }

    @Override
    public void close() {
        follower.close();
    }

    private void takeAll(List<BrandId> brands) throws InterruptedException {
        for (int i = 0; i < brands.size(); i += BRANDS_AT_ONCE) {
            var more = brands.subList(i, Math.min(brands.size(), i + BRANDS_AT_ONCE));
            while (!more.isEmpty() && !Thread.currentThread().isInterrupted()) {
                var taken = take(more, Duration.ofDays(1));
                more = more.stream()
                        .filter(brand -> taken.getOrDefault(brand, 0) == BATCH)
                        .toList();
            }
        }
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
}
