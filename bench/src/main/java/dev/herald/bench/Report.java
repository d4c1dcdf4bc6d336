package dev.herald.bench;

import java.io.PrintStream;
import java.util.Locale;

/** Prints figures as tables that can be pasted into a document. */
final class Report {

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    void heading(String text) {
        line("");
        line("## %s", text);
        line("");
    }

    void columns() {
        line("| codes | who | redemptions/s | ratio | p50 ms | p99 ms | p99.9 ms | per transaction | per sync"
                + " | log bytes each | processor µs each | steal |");
        line("|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---|---:|");
    }

    /** A row; {@code ratio} is what the reader compares it by. */
    void row(String codes, String who, Window window, String ratio, boolean overHttp) {
        line(
                "| %s | %s | %,.0f | %s | %.2f | %.2f | %.2f | %.1f | %.1f | %,.0f | %s | %.1f %%%s |",
                codes,
                who,
                window.perSecond(),
                ratio,
                window.millis(50),
                window.millis(99),
                window.millis(99.9),
                window.perTransaction(),
                window.perSync(),
                window.logBytesEach(),
                processor(window, overHttp),
                100 * window.steal(),
                window.isDisturbed() ? " (disturbed)" : "");
    }

    private static String processor(Window window, boolean overHttp) {
        var database = window.microsEach(window.cost().database());
        var server = window.microsEach(window.cost().server());
        return overHttp
                ? String.format(
                        Locale.ROOT,
                        "database %.0f, server %.0f, driver %.0f",
                        database,
                        server,
                        window.microsEach(window.cost().driver()))
                : String.format(Locale.ROOT, "database %.0f, Java with callers %.0f", database, server);
    }

    void checked(long redemptions) {
        line("");
        line(
                "Checked: %,d redemptions, counters equal rows, customers stand as counted, each redemption has its event.",
                redemptions);
    }

    void line(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
        out.flush();
    }
}
