package dev.herald.reward;

import dev.herald.access.Access;
import dev.herald.access.BrandId;
import dev.herald.platform.Database;
import dev.herald.platform.Ids;
import dev.herald.platform.RequestRefused;
import dev.herald.redemption.EventFollower;
import dev.herald.reward.RewardBook.Holder;
import dev.herald.reward.RewardEventStore.Placed;
import dev.herald.reward.RewardStore.Cursor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;

/**
 * Posts what redemptions and reversals mean for rewards, about a second behind them, and moves what was held long enough
 * to what is due. Entries, standings and the cursor change in one transaction: each event counts exactly once, whatever
 * crashes, and the ledger's keys would refuse it a second time.
 */
public final class RewardJob implements AutoCloseable {

    private static final int BATCH = 5_000;

    private static final EventFollower.Pace PACE =
            new EventFollower.Pace(Duration.ofMillis(200), Duration.ofSeconds(1), 1, Duration.ofSeconds(10));

    /** A page waits no longer for what was redeemed just now: then it shows what is there. */
    private static final Duration PAGE_PATIENCE = Duration.ofMillis(500);

    /** Rounds of events taken at once before somebody is paid. */
    private static final int MOST_ROUNDS = 20;

    private final Database db;
    private final Ids ids;
    private final InstantSource clock;
    private final Map<BrandId, ReentrantLock> locks = new ConcurrentHashMap<>();
    private final EventFollower follower;

    /** Begins at once. */
    public RewardJob(Database db, Access access, Ids ids, InstantSource clock) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
        this.follower = new EventFollower(db, access, "rewards", "reward_cursor", PACE, new EventFollower.Round() {
            @Override
            public void take(List<BrandId> brands) throws InterruptedException {
                EventFollower.forEach(brands, brand -> takeAll(brand, Duration.ofDays(1)));
            }

            @Override
            public List<BrandId> due(List<BrandId> brands) {
                return ripe(brands);
            }
        });
    }

    /** Tells that a brand has new events; returns at once. */
    public void wake(BrandId brand) {
        follower.wake(brand);
    }

    /** Takes what a page would otherwise show late, as far as it can be taken in a moment. */
    void catchUp(BrandId brand) {
        var brands = List.of(brand);
        if (follower.behind(brands).isEmpty() && ripe(brands).isEmpty()) {
            return;
        }
        try {
            takeAll(brand, PAGE_PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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

    private void takeAll(BrandId brand, Duration patience) throws InterruptedException {
        var begun = System.nanoTime();
        while (take(brand, patience) == BATCH && System.nanoTime() - begun < patience.toNanos()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    /** Pages and the job take turns here, rather than wait for one another in the database. */
    private int take(BrandId brand, Duration patience) throws InterruptedException {
        var lock = locks.computeIfAbsent(brand, _ -> new ReentrantLock(true));
        if (!lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            return 0;
        }
        try {
            return db.inBrand(brand.value(), tx -> {
                // What is written can be made again from the events, whose cursor it moves.
                tx.execute("set local synchronous_commit = off");
                return take(tx, brand);
            });
        } finally {
            lock.unlock();
        }
    }

    /**
     * All that has happened, in a transaction that goes on after it: whoever pays begins with the newest balances.
     *
     * @return false if that is too much for one transaction; there is more then
     */
    boolean takeAll(Handle tx, BrandId brand) {
        for (var round = 0; round < MOST_ROUNDS; round++) {
            if (take(tx, brand) < BATCH) {
                return true;
            }
        }
        return false;
    }

    /** As {@link #takeAll(Handle, BrandId)}; 409 where that is too much, because what is given now is given for good. */
    void requireAll(Handle tx, BrandId brand) {
        if (!takeAll(tx, brand)) {
            throw new RequestRefused(
                    409,
                    "ledger_behind",
                    "The ledger is still taking in what happened; see herald_events_lag_seconds. Try again in a minute.");
        }
    }

    /** The next batch. */
    private int take(Handle tx, BrandId brand) {
        var store = new RewardStore(tx, brand);
        store.lock();
        var cursor = store.cursor();
        var events = new RewardEventStore(tx, brand).next(cursor, BATCH);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!events.isEmpty()) {
            var last = events.getLast();
            cursor = new Cursor(last.xid(), last.event(), cursor.maturedTo(), cursor.maturedLast());
            carryOut(tx, store, brand, events, cursor, now);
        }
        var ripe = now.isAfter(cursor.maturedTo())
                ? new EntryStore(tx, brand).ripe(cursor, now, BATCH)
                : List.<EntryStore.Ripe>of();
        if (!ripe.isEmpty()) {
            new EntryStore(tx, brand).add(matured(ripe, now));
        }
        if (!events.isEmpty() || !ripe.isEmpty()) {
            store.moveCursor(matured(cursor, ripe, now));
        }
        return Math.max(events.size(), ripe.size());
    }

    private void carryOut(
            Handle tx, RewardStore store, BrandId brand, List<Placed> placed, Cursor cursor, Instant now) {
        var events = placed.stream().map(Placed::what).toList();
        var undone = new HashSet<Long>();
        var campaigns = new HashSet<Long>();
        var holders = new HashSet<Holder>();
        var planned = new HashSet<Long>();
        for (var event : events) {
            switch (event) {
                case RewardEvent.Redeemed one -> {
                    campaigns.add(one.campaign());
                    holders.add(new Holder(one.campaign(), one.ambassador(), 0));
                }
                case RewardEvent.Reversed one -> undone.add(one.redemption());
                case RewardEvent.Planned one -> {
                    campaigns.add(one.campaign());
                    planned.add(one.plan());
                }
                case RewardEvent.Other() -> {}
            }
        }
        var credited = store.credited(undone);
        credited.values().forEach(one -> {
            campaigns.add(one.holder().campaign());
            holders.add(one.holder());
        });
        var known = new StandingStore(tx, brand);
        var pots = known.pots(campaigns);
        var standings = known.standings(holders);
        pots.values().forEach(pot -> planned.add(pot.plan()));
        standings.keySet().forEach(holder -> planned.add(holder.plan()));
        var book = new RewardBook(known.plans(planned), ids::next, now, cursor.maturedTo());
        pots.forEach(book::know);
        standings.forEach(book::know);
        credited.forEach(book::know);
        events.forEach(book::carryOut);
        new EntryStore(tx, brand).add(book.entries());
        known.save(book);
    }

    private List<LedgerEntry> matured(List<EntryStore.Ripe> ripe, Instant now) {
        var entries = new ArrayList<LedgerEntry>();
        for (var one : ripe) {
            if (one.held() > 0) {
                entries.add(one.earned().matured(ids.next(), one.held(), now));
            }
        }
        return entries;
    }

    /** Once all that was ripe has been taken, nothing that was to be held until now will be held. */
    private static Cursor matured(Cursor cursor, List<EntryStore.Ripe> ripe, Instant now) {
        if (ripe.size() < BATCH) {
            return now.isAfter(cursor.maturedTo())
                    ? new Cursor(cursor.xid(), cursor.event(), now, Long.MAX_VALUE)
                    : cursor;
        }
        var last = ripe.getLast().earned();
        return new Cursor(
                cursor.xid(),
                cursor.event(),
                Objects.requireNonNull(last.terms()).dueAt(),
                last.id());
    }

    private List<BrandId> ripe(List<BrandId> brands) {
        var now = clock.instant();
        return brands.isEmpty()
                ? List.of()
                : db.inBrands(brands.stream().map(BrandId::value).toList(), tx -> RewardStore.ripe(tx, brands, now));
    }
}
