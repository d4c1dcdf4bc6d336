package dev.herald.bench;

import dev.herald.app.Herald;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/** How much of what the disk allows Herald reaches: one code against a mere log of records of the same size. */
final class LogBench {

    private static final Duration SAMPLE = Duration.ofSeconds(1);

    private LogBench() {}

    static void run(Series series, Path folder, int callers) throws SQLException, IOException {
        try (var herald = new Herald(series.database().address(), InstantSource.system())) {
            var stock = Stock.make(herald, series.owner(), Scenario.HOT);
            var redeem = new Callers(callers, () -> RedemptionBench.redeem(herald, Ask.of(stock)));
            WarmUp.of(redeem);
            var size = logBytesEach(series, stock, redeem);
            try (var log = new BatchedLog(folder, size)) {
                var windows = series.meter()
                        .compare(
                                "log",
                                List.of(
                                        entrant("Herald", redeem, series, stock),
                                        new Meter.Entrant(
                                                "log",
                                                new Callers(callers, log::append),
                                                series.owner(),
                                                List.of(),
                                                ProcessHandle.current())));
                report(series.report(), windows, callers, size);
            }
        }
        series.report().checked(Books.check(series.owner()));
    }

    private static void report(Report report, List<Window> windows, int callers, int size) {
        report.heading("A log of records of " + size + " bytes, one sync for all who wait, " + callers + " callers");
        report.columns();
        var share = windows.getFirst().perSecond() / windows.getLast().perSecond();
        report.row(
                "one code", "Herald", windows.getFirst(), String.format(Locale.ROOT, "%.2f of the log", share), false);
        report.row("one code", "log", windows.getLast(), "1", false);
    }

    private static Meter.Entrant entrant(String who, Load load, Series series, Stock stock) {
        return new Meter.Entrant(who, load, series.owner(), stock.brands(), ProcessHandle.current());
    }

    /** What a redemption writes to the write-ahead log. */
    private static int logBytesEach(Series series, Stock stock, Load load) throws SQLException {
        Postgres.awaitRollups(series.owner());
        var first = Postgres.nextTransaction(series.owner());
        var before = Postgres.log(series.owner());
        load.run(SAMPLE);
        var made = Postgres.madeSince(series.owner(), stock.brands(), first);
        return (int) ((Postgres.log(series.owner()).bytes() - before.bytes()) / Math.max(1, made.redemptions()));
    }
}
