package dev.herald.bench;

import dev.herald.access.BrandId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** What a meter asks PostgreSQL, on a connection of the owner of everything. */
final class Postgres {

    private static final Duration SETTLE = Duration.ofMinutes(10);
    private static final Duration POLL = Duration.ofMillis(100);

    private static final String BEHIND = """
            select count(*)
              from brand b
              join lateral (select xid, event_id
                              from event
                             where event.brand_id = b.brand_id
                             order by xid desc, event_id desc
                             limit 1) e on true
              left join rollup_cursor c using (brand_id)
             where (e.xid, e.event_id) > (coalesce(c.xid, '0'::xid8), coalesce(c.event_id, 0))
            """;

    /** How much was ever written to the write-ahead log, and how often it was synced. */
    record Log(long syncs, long bytes) {}

    private Postgres() {}

    static Log log(Connection owner) throws SQLException {
        return new Log(
                Books.number(owner, "select sum(fsyncs) from pg_stat_io where object = 'wal'"),
                Books.number(owner, "select pg_current_wal_insert_lsn() - '0/0'::pg_lsn"));
    }

    /** The id of the next transaction that will begin. */
    static long nextTransaction(Connection owner) throws SQLException {
        return Books.number(owner, "select pg_snapshot_xmax(pg_current_snapshot())::text::bigint");
    }

    /** Each event row names the transaction that wrote it. */
    static Window.Made madeSince(Connection owner, List<BrandId> brands, long transaction) throws SQLException {
        try (var statement = owner.prepareStatement("""
                        select count(*), count(distinct xid)
                          from event
                         where brand_id = any (?) and xid >= ?::xid8
                        """)) {
            statement.setArray(
                    1,
                    owner.createArrayOf(
                            "bigint", brands.stream().map(BrandId::value).toArray()));
            statement.setString(2, Long.toString(transaction));
            try (var rows = statement.executeQuery()) {
                rows.next();
                return new Window.Made(rows.getLong(1), rows.getLong(2));
            }
        }
    }

    /** Waits until the rollups of what was measured before are done, so that nobody pays for another's. */
    static void awaitRollups(Connection owner) throws SQLException {
        var deadline = System.nanoTime() + SETTLE.toNanos();
        while (Books.number(owner, BEHIND) > 0 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    /** As PostgreSQL does by itself in the first minute of a table. */
    static void analyze(Connection owner) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("analyze");
        }
    }

    /** As after a night's rest. */
    static void vacuum(Connection owner) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
        }
    }

    /** The server's first process: the parent of the process that serves a connection. */
    static ProcessHandle process(Connection owner) throws SQLException {
        return ProcessHandle.of(Books.number(owner, "select pg_backend_pid()"))
                .flatMap(ProcessHandle::parent)
                .orElseThrow(() -> new IllegalStateException("PostgreSQL runs on another machine"));
    }
}
