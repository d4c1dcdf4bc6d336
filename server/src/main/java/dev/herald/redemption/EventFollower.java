package dev.herald.redemption;

import dev.herald.access.Access;
import dev.herald.access.BrandId;
import dev.herald.platform.Database;
import dev.herald.platform.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that keeps something up with what happened: woken by every commit of this process, it takes the events of the
 * brands that have some, and a sweep finds what other processes left behind.
 */
public final class EventFollower implements AutoCloseable {

    /** Takes events of these brands, of a long backlog as many as it likes: who is still behind is given again. */
    public interface Round {
        void take(List<BrandId> brands) throws InterruptedException;

        /** Those of the brands for which the time has come for something, without an event. */
        default List<BrandId> due(List<BrandId> brands) {
            return List.of();
        }
    }

    /** Takes events of one brand. */
    public interface OfOne {
        void take(BrandId brand) throws InterruptedException;
    }

    /**
     * How eagerly it works.
     *
     * @param times how many times as long as a round took it rests, within the shortest and the longest rest
     * @param sweep how often it looks for what other processes left behind
     */
    public record Pace(Duration shortestRest, Duration longestRest, int times, Duration sweep) {

        Duration rest(Duration round) {
            var rest = round.multipliedBy(times);
            return rest.compareTo(shortestRest) < 0
                    ? shortestRest
                    : rest.compareTo(longestRest) > 0 ? longestRest : rest;
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(EventFollower.class);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);
    private static final Duration YOUNGEST = Duration.ofMillis(1);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(10);

    private final Database db;
    private final Access access;
    private final String name;
    private final String cursors;
    private final Pace pace;
    private final Set<BrandId> waiting = ConcurrentHashMap.newKeySet();
    private final Semaphore woken = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    /**
     * Begins at once.
     *
     * @param name what it keeps, for the log: "rollups"
     * @param cursors the table that has the last event taken, by brand
     */
    public EventFollower(Database db, Access access, String name, String cursors, Pace pace, Round round) {
        this.db = db;
        this.access = access;
        this.name = name;
        this.cursors = cursors;
        this.pace = pace;
        this.thread = Thread.ofVirtual().name(name).start(() -> run(round));
    }

    /** Tells that a brand has new events; returns at once. */
    public void wake(BrandId brand) {
        if (waiting.add(brand)) {
            woken.release();
        }
    }

    /** Those of the brands that have events behind their cursor, whether these can be taken yet or not. */
    public List<BrandId> behind(List<BrandId> brands) {
        return brands.isEmpty()
                ? List.of()
                : db.inBrands(brands.stream().map(BrandId::value).toList(), tx -> behind(tx, brands));
    }

    /** How old the oldest event is that was not taken yet, a millisecond at least; zero if there is none. */
    public Duration lag(Instant now) {
        var brands = access.brands();
        if (brands.isEmpty()) {
            return Duration.ZERO;
        }
        return db.inBrands(brands.stream().map(BrandId::value).toList(), tx -> oldest(tx, brands))
                .map(event -> Duration.between(Ids.madeAt(event), now))
                .map(age -> age.compareTo(YOUNGEST) > 0 ? age : YOUNGEST)
                .orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(ENDS_WITHIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does the same for each brand; what goes wrong for one is told when all others have had their turn. */
    public static void forEach(List<BrandId> brands, OfOne work) throws InterruptedException {
        RuntimeException first = null;
        for (var brand : brands) {
            try {
                work.take(brand);
            } catch (RuntimeException e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private void run(Round round) {
        var sweepAt = System.nanoTime();
        while (!closed) {
            try {
                if (System.nanoTime() - sweepAt >= 0) {
                    waiting.addAll(behind(access.brands()));
                    waiting.addAll(round.due(access.brands()));
                    sweepAt = System.nanoTime() + pace.sweep().toNanos();
                }
                if (waiting.isEmpty()) {
                    woken.tryAcquire(pace.sweep().toMillis(), TimeUnit.MILLISECONDS);
                }
                woken.drainPermits();
                var began = System.nanoTime();
                var brands = List.copyOf(waiting);
                waiting.removeAll(brands);
                round.take(brands);
                // Events of a transaction younger than one still running can only be taken after that one has ended.
                waiting.addAll(behind(brands));
                Thread.sleep(pace.rest(Duration.ofNanos(System.nanoTime() - began)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                if (!closed) {
                    LOG.warn("The {} are late: {}", name, e.getMessage());
                    sweepAt = System.nanoTime();
                    pause();
                }
            }
        }
    }

    private List<BrandId> behind(Handle tx, List<BrandId> brands) {
        return nextEvents(tx, brands, "seen.brand_id")
                .mapTo(Long.class)
                .map(BrandId::new)
                .list();
    }

    private Optional<Long> oldest(Handle tx, List<BrandId> brands) {
        return nextEvents(tx, brands, "min(next.event_id)").mapTo(Long.class).findOne();
    }

    /**
     * The first event behind the cursor, of the brands that have any. The cursor is read in a subquery of its own: compared
     * with an expression instead of a column, the index would not be used under row-level security.
     */
    private Query nextEvents(Handle tx, List<BrandId> brands, String columns) {
        return tx.createQuery("""
                        select <columns>
                          from (select b.brand_id, coalesce(c.xid, '0'::xid8) as xid, coalesce(c.event_id, 0) as event_id
                                  from unnest(:brands) as b(brand_id)
                                  left join <cursors> c on c.brand_id = b.brand_id
                                offset 0) seen
                         cross join lateral (
                               select event_id
                                 from event e
                                where e.brand_id = seen.brand_id
                                  and (e.xid, e.event_id) > (seen.xid, seen.event_id)
                                order by e.xid, e.event_id
                                limit 1) next
                        """)
                .define("columns", columns)
                .define("cursors", cursors)
                .bindArray(
                        "brands",
                        Long.class,
                        brands.stream().map(BrandId::value).toList());
    }

    private static void pause() {
        try {
            Thread.sleep(AFTER_TROUBLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
