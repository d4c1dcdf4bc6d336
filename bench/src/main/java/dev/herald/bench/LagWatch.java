package dev.herald.bench;

import dev.herald.platform.DatabaseAddress;
import dev.herald.platform.Ids;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/** Looks ten times a second how old the oldest event is whose reward was not posted yet. */
final class LagWatch implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private static final String NEXT = """
            select coalesce(min(next.event_id), 0)
              from (select brand_id, coalesce(c.xid, '0'::xid8) as xid, coalesce(c.event_id, 0) as event_id
                      from brand
                      left join reward_cursor c using (brand_id)
                    offset 0) c
             cross join lateral (
                   select event_id
                     from event e
                    where e.brand_id = c.brand_id and (e.xid, e.event_id) > (c.xid, c.event_id)
                    order by e.xid, e.event_id
                    limit 1) next
            """;

    private final Connection owner;
    private final List<Double> seconds = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean closed;

    LagWatch(DatabaseAddress address) throws SQLException {
        owner = BenchDatabase.connect(address);
        thread = Thread.ofVirtual().start(this::look);
    }

    /** In seconds, the smallest first. */
    List<Double> lags() {
        var sorted = new ArrayList<>(seconds);
        sorted.sort(null);
        return sorted;
    }

    private void look() {
        while (!closed) {
            try {
                var next = Books.number(owner, NEXT);
                seconds.add(
                        next == 0
                                ? 0
                                : Duration.between(Ids.madeAt(next), Instant.now())
                                                .toMillis()
                                        / 1e3);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    @Override
    public void close() throws SQLException {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        owner.close();
    }
}
