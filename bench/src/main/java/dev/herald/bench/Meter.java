package dev.herald.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Runs loads in turns and reads, around each window, what the operating system and the database count. */
final class Meter {

    /** How many windows of a series are measured again when other machines disturb them. */
    private static final int MOST_REPEATS = 3;

    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final Duration SETTLE = Duration.ofMinutes(2);
    private static final Duration SETTLE_POLL = Duration.ofMillis(100);

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

    private final Connection owner;
    private final ProcessHandle database;
    private final Consumer<String> say;
    private final int windows;
    private final Duration length;

    /** What Herald and the plain way did in the same minutes, each the median of its windows. */
    record Pair(Window herald, Window plain) {

        double ratio() {
            return herald.tally().perSecond() / plain.tally().perSecond();
        }
    }

    /** Two loads to compare, and the process in which both are served. */
    record Contest(Stock stock, Load herald, Load plain, ProcessHandle server) {}

    Meter(Connection owner, int windows, Duration length, Consumer<String> say) throws SQLException {
        this.owner = owner;
        this.database = postmaster(owner);
        this.windows = windows;
        this.length = length;
        this.say = say;
    }

    /** Both in turns, so that what disturbs one disturbs the other. */
    Pair compare(String name, Contest contest) throws SQLException {
        contest.herald().run(WARM_UP);
        contest.plain().run(WARM_UP);
        settle();
        try (var statement = owner.createStatement()) {
            // As PostgreSQL does by itself in the first minute of a table.
            statement.execute("analyze");
        }
        var herald = new ArrayList<Window>();
        var plain = new ArrayList<Window>();
        var repeats = 0;
        for (int i = 0; i < windows + repeats; i++) {
            herald.add(measure(contest, contest.herald()));
            plain.add(measure(contest, contest.plain()));
            if (repeats < MOST_REPEATS && (isDisturbed(herald) || isDisturbed(plain))) {
                repeats++;
                say.accept(String.format(
                        "%s: steal %.1f %% and %.1f %%, measured again",
                        name,
                        100 * herald.getLast().steal(),
                        100 * plain.getLast().steal()));
            }
        }
        refuseFailures(name, herald);
        refuseFailures(name, plain);
        return new Pair(Window.median(herald), Window.median(plain));
    }

    private static boolean isDisturbed(List<Window> windows) {
        return windows.getLast().isDisturbed();
    }

    private static void refuseFailures(String name, List<Window> windows) {
        for (var window : windows) {
            if (window.tally().failed() > 0) {
                throw new IllegalStateException(name + ": " + window.tally().failed() + " requests were not redeemed");
            }
        }
    }

    private Window measure(Contest contest, Load load) throws SQLException {
        settle();
        var driver = ProcessHandle.current();
        var transactionBefore = Books.number(owner, "select pg_snapshot_xmax(pg_current_snapshot())::text::bigint");
        var ticks = ProcessorTime.Ticks.now();
        var databaseBefore = ProcessorTime.ofFamily(database);
        var serverBefore = ProcessorTime.ofProcess(contest.server());
        var driverBefore = ProcessorTime.ofProcess(driver);
        var tally = load.run(length);
        return new Window(
                tally,
                ProcessorTime.Ticks.now().stealSince(ticks),
                ProcessorTime.ofFamily(database) - databaseBefore,
                ProcessorTime.ofProcess(contest.server()) - serverBefore,
                ProcessorTime.ofProcess(driver) - driverBefore,
                transactionsSince(contest.stock(), transactionBefore));
    }

    /** Each event row names the transaction that wrote it. */
    private long transactionsSince(Stock stock, long first) throws SQLException {
        return Books.number(
                owner,
                "select count(distinct xid) from event where brand_id = "
                        + stock.brand().id().value() + " and xid >= '" + first + "'::xid8");
    }

    /** Waits until the rollups of what was measured before are done, so that nobody pays for another's. */
    private void settle() throws SQLException {
        var deadline = System.nanoTime() + SETTLE.toNanos();
        while (Books.number(owner, BEHIND) > 0 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(SETTLE_POLL.toNanos());
        }
    }

    /** The parent of the process that serves a connection. */
    private static ProcessHandle postmaster(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select pg_backend_pid()")) {
            rows.next();
            return ProcessHandle.of(rows.getLong(1))
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow(() -> new IllegalStateException("PostgreSQL runs on another machine"));
        }
    }
}
