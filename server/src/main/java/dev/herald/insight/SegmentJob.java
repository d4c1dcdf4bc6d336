package dev.herald.insight;

import dev.herald.access.Access;
import dev.herald.access.BrandId;
import dev.herald.platform.Database;
import dev.herald.redemption.EventFollower;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Counts redemptions by segment, some seconds behind the events. Nobody waits for it in a checkout: it takes many events
 * at once, one brand after the other, and rests longer than it works.
 */
public final class SegmentJob implements AutoCloseable {

    private static final int BATCH = 5_000;

    /** Many events together are much cheaper than each alone, and checkouts come first. */
    private static final EventFollower.Pace PACE =
            new EventFollower.Pace(Duration.ofSeconds(1), Duration.ofSeconds(10), 2, Duration.ofSeconds(30));

    /** A page takes no more than it can in a moment, nor waits longer: then it shows what is there, and says so. */
    private static final int PAGE_BATCH = 1_000;

    private static final Duration PAGE_PATIENCE = Duration.ofMillis(50);

    private final Database db;
    private final Map<BrandId, ReentrantLock> locks = new ConcurrentHashMap<>();
    private final EventFollower follower;

    /** Begins at once. */
    public SegmentJob(Database db, Access access) {
        this.db = db;
        this.follower = new EventFollower(db, access, "counts by segment", "segment_cursor", PACE, this::takeBatches);
    }

    /** Tells that a brand has new events; returns at once. */
    public void wake(BrandId brand) {
        follower.wake(brand);
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

    /** How far it is behind the events. */
    public Duration lag(Instant now) {
        return follower.lag(now);
    }

    @Override
    public void close() {
        follower.close();
    }

    /** One batch of each: a long backlog is taken with rests in between, which leave checkouts what they need. */
    private void takeBatches(List<BrandId> brands) throws InterruptedException {
        EventFollower.forEach(brands, brand -> take(brand, BATCH, Duration.ofDays(1)));
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
}
