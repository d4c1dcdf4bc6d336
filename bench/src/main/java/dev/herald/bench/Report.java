package dev.herald.bench;

import java.io.PrintStream;
import java.util.Locale;

/** Prints figures as a table that can be pasted into a document. */
final class Report {

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    void machine(String description) {
        line("%s", description);
    }

    void heading(String text) {
        line("");
        line("## %s", text);
        line("");
        line("| codes | who | redemptions/s | ratio | p50 ms | p99 ms | per transaction | processor µs each | steal |");
        line("|---|---|---:|---:|---:|---:|---:|---|---:|");
    }

    void pair(Scenario scenario, Meter.Pair pair, boolean overHttp) {
        row(scenario.description, "Herald", pair.herald(), String.format(Locale.ROOT, "%.1f", pair.ratio()), overHttp);
        row(scenario.description, "one by one", pair.plain(), "1", overHttp);
    }

    private void row(String codes, String who, Window window, String ratio, boolean overHttp) {
        line(
                "| %s | %s | %,.0f | %s | %.1f | %.1f | %.1f | %s | %.1f %%%s |",
                codes,
                who,
                window.tally().perSecond(),
                ratio,
                window.millis(50),
                window.millis(99),
                window.batch(),
                processor(window, overHttp),
                100 * window.steal(),
                window.isDisturbed() ? " (disturbed)" : "");
    }

    private static String processor(Window window, boolean overHttp) {
        var database = window.microsEach(window.databaseMicros());
        var server = window.microsEach(window.serverMicros());
        return overHttp
                ? String.format(
                        Locale.ROOT,
                        "database %.0f, server %.0f, driver %.0f",
                        database,
                        server,
                        window.microsEach(window.driverMicros()))
                : String.format(Locale.ROOT, "database %.0f, Java with callers %.0f", database, server);
    }

    void checked(long redemptions) {
        line("");
        line(
                "Checked: %,d redemptions, counters equal rows, customers stand as counted, each redemption has its event.",
                redemptions);
    }

    void end(String load) {
        line("Load at the end: %s", load);
    }

    private void line(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
        out.flush();
    }
}
