package dev.herald.bench;

import dev.herald.app.Herald;
import dev.herald.campaign.Limits;
import java.io.IOException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/** A code that a crowd wants and a thousand can have, sold by two servers on one database. */
final class SelloutBench {

    static final int LIMIT = 1_000;

    private SelloutBench() {}

    static void run(Series series, int attempts, int number, Consumer<String> say) throws SQLException, IOException {
        Stock stock;
        try (var herald = new Herald(series.database().address(), InstantSource.system())) {
            stock = Stock.make(herald, series.owner(), Scenario.HOT, Limits.UNLIMITED.withPerCode(LIMIT));
        }
        Rush rush;
        try (var first = ChildServer.start(series.database().address(), stock);
                var second = ChildServer.start(series.database().address(), stock);
                var connections = new HttpConnections(List.of(first.herald(), second.herald()), number)) {
            rush = new Rush(connections, new Asks(stock), LIMIT, attempts);
            rush.run(say);
        }
        report(series, rush, attempts, number);
    }

    private static void report(Series series, Rush rush, int attempts, int number) throws SQLException {
        var report = series.report();
        report.heading("Sell-out: " + LIMIT + " redemptions for " + attempts + " attempts, two servers, " + number
                + " connections");
        report.line("Sold out after %.2f s and %,d attempts.", rush.secondsToSellOut(), rush.attemptsToSellOut());
        report.line(
                "After that %,.0f answers/s: %,d declines and %,d retries of redeemed orders.",
                rush.perSecondAfterwards(), rush.declinesAfterwards(), rush.retries());
        report.line("Answers: %s.", rush.statuses());
        var rows = Books.number(series.owner(), "select count(*) from redemption");
        verdict(report, rush.sold() == LIMIT, rush.sold() + " buyers were told that they have one");
        verdict(report, rows == LIMIT, rows + " redemptions are in the database");
        verdict(
                report,
                rush.retries() > 0 && rush.retriesAnsweredOtherwise() == 0,
                rush.retriesAnsweredOtherwise() + " retries of a redeemed order got other than the same 201");
        report.checked(Books.check(series.owner()));
    }

    private static void verdict(Report report, boolean kept, String what) {
        report.line("%s: %s", kept ? "kept" : "BROKEN", what);
    }
}
