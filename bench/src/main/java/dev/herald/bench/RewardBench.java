package dev.herald.bench;

import dev.herald.app.Herald;
import dev.herald.platform.DatabaseAddress;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** How fast the rewards of a long past are posted, and whether the ledger adds up afterwards. */
final class RewardBench {

    private static final int CODES = 1_000;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final long POLL_NANOS = 50_000_000;

    /** A tier and a milestone, as a usual plan has them. */
    private static final String PLAN = """
            {"type": "percent", "value": 10, "tiers": [{"from": 100, "value": 12}],
             "milestones": [{"at": 1000, "bonus": 5000}]}
            """;

    /** Where the events end, and where the job is. */
    private static final String LEFT = """
            select count(*)
              from (select brand_id, coalesce(c.xid, '0'::xid8) as xid, coalesce(c.event_id, 0) as event_id
                      from brand
                      left join reward_cursor c using (brand_id)) c
             cross join lateral (
                   select from event e
                    where e.brand_id = c.brand_id and (e.xid, e.event_id) > (c.xid, c.event_id)
                    order by e.xid, e.event_id
                    limit 1) left_over
            """;

    private final Series series;
    private final int rows;
    private final Consumer<String> say;

    RewardBench(Series series, int rows, Consumer<String> say) {
        this.series = series;
        this.rows = rows;
        this.say = say;
    }

    /** Sells with codes of a campaign that promises rewards, as fast as it can, and looks how far these are behind. */
    void beside(int callers, Duration time) throws SQLException {
        try (var herald = new Herald(series.database().address(), InstantSource.system())) {
            var stock = Stock.make(herald, series.owner(), new Stock.Shape(1, 1, CODES), Stock.COUNTED);
            promise(series.owner());
            var load = new Callers(callers, () -> RedemptionBench.redeem(herald, Ask.of(stock)));
            series.report()
                    .heading(String.format(
                            Locale.ROOT, "Rewards beside %d callers for %d s", callers, time.toSeconds()));
            watched(load, WARM_UP, "from a cold start, ");
            watched(load, time, "");
            var begun = System.nanoTime();
            awaitRewards(series.owner());
            series.report().line("the last were posted %.2f s after the end", (System.nanoTime() - begun) / 1e9);
        }
    }

    private void watched(Callers load, Duration time, String when) throws SQLException {
        try (var watch = new LagWatch(series.database().address())) {
            var sold = load.run(time);
            var lags = watch.lags();
            series.report()
                    .line(
                            "%s%d s: %,.0f redemptions a second; rewards behind by %.2f s in the median, %.2f s at most (%d looks)",
                            when,
                            time.toSeconds(),
                            sold.perSecond(),
                            lags.get(lags.size() / 2),
                            lags.getLast(),
                            lags.size());
        }
    }

    /** Goes over the past that the ranking is measured on, as if its campaigns had promised rewards from the start. */
    void run() throws IOException, SQLException {
        var address = new RankingBench(series, rows, 1, say).past();
        try (var _ = new Herald(address, InstantSource.system());
                var owner = BenchDatabase.connect(address)) {
            Postgres.awaitRollups(owner);
        }
        try (var owner = BenchDatabase.connect(address)) {
            forget(owner);
        }
        measure(address);
    }

    private void measure(DatabaseAddress address) throws SQLException {
        try (var owner = BenchDatabase.connect(address)) {
            var database = Postgres.process(owner);
            var databaseBefore = ProcessorTime.ofFamily(database);
            var herald = ProcessorTime.ofProcess(ProcessHandle.current());
            var begun = System.nanoTime();
            try (var _ = new Herald(address, InstantSource.system())) {
                awaitRewards(owner);
                tell(owner, System.nanoTime() - begun);
                series.report()
                        .line(
                                "processor time for each redemption: database %.1f us, Herald %.1f us",
                                (ProcessorTime.ofFamily(database) - databaseBefore) / (double) rows,
                                (ProcessorTime.ofProcess(ProcessHandle.current()) - herald) / (double) rows);
            }
        }
    }

    private void tell(Connection owner, long nanos) throws SQLException {
        var seconds = nanos / 1e9;
        series.report()
                .heading(String.format(Locale.ROOT, "Rewards of %,d redemptions posted from their events", rows));
        series.report().line("%.1f s: %,.0f redemptions a second", seconds, rows / seconds);
        series.report()
                .line(
                        "%,d entries; redemptions credited %,d of %,d; sum of all balances %d, of all entries less balances %d",
                        Books.number(owner, "select count(*) from ledger_entry"),
                        Books.number(
                                owner, "select count(distinct redemption_id) from ledger_entry where kind = 'earned'"),
                        Books.number(owner, "select count(*) from redemption where ambassador_id is not null"),
                        Books.number(owner, "select coalesce(sum(balance), 0) from ledger_account"),
                        Books.number(owner, """
                                select (select coalesce(sum(amount), 0) from ledger_entry where debit = 'cost')
                                       - (select coalesce(sum(amount), 0) from ledger_entry where credit = 'cost')
                                       + (select coalesce(sum(balance), 0) from ledger_account where account = 'cost')
                                """));
    }

    private static void forget(Connection owner) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(
                    "truncate ledger_entry, ledger_account, reward_standing, reward_campaign, reward_cursor, reward_plan");
        }
        promise(owner);
        Postgres.vacuum(owner);
    }

    private static void promise(Connection owner) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("""
                    insert into reward_plan (brand_id, plan_id, campaign_id, plan, currency, planned_at)
                    select brand_id, campaign_id, campaign_id, '%s', currency, created_at from campaign;
                    insert into reward_campaign (brand_id, campaign_id, plan_id, earned)
                    select brand_id, campaign_id, campaign_id, 0 from campaign;
                    """.formatted(PLAN));
        }
    }

    private static void awaitRewards(Connection owner) throws SQLException {
        while (Books.number(owner, LEFT) > 0) {
            LockSupport.parkNanos(POLL_NANOS);
        }
    }
}
