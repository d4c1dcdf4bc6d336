package dev.herald.bench;

import dev.herald.app.Herald;
import dev.herald.platform.Database;
import dev.herald.platform.NodeLease;
import dev.herald.redemption.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Redemptions a second, at the engine and through HTTP, against one transaction for each redemption. */
final class RedemptionBench {

    /**
     * How much is measured.
     *
     * @param data where the database is made
     * @param windows of each series
     * @param length of each window
     */
    record Plan(Path data, int windows, Duration length, int callers, int connections) {}

    private final Plan plan;
    private final Consumer<String> say;
    private final Report report;

    RedemptionBench(Plan plan, Consumer<String> say, Report report) {
        this.plan = plan;
        this.say = say;
        this.report = report;
    }

    void run() throws SQLException, IOException {
        try (var database = BenchDatabase.start(plan.data(), say);
                var owner = database.connect()) {
            report.machine(Machine.describe(plan.data(), owner.getMetaData().getDatabaseProductVersion()));
            var meter = new Meter(owner, plan.windows(), plan.length(), say);
            var stocks = atEngine(database, owner, meter);
            throughHttp(database, stocks, meter);
            report.checked(Books.check(owner));
        }
        report.end(Machine.load());
    }

    private Map<Scenario, Stock> atEngine(BenchDatabase database, Connection owner, Meter meter) throws SQLException {
        var stocks = new EnumMap<Scenario, Stock>(Scenario.class);
        report.heading("Engine, " + plan.callers() + " callers in one process with it");
        try (var herald = new Herald(database.address(), InstantSource.system());
                var db = Database.open(database.address(), 1);
                var lease = NodeLease.take(db)) {
            for (var scenario : Scenario.values()) {
                say.accept("Making " + scenario.description);
                var stock = Stock.make(herald, owner, scenario);
                stocks.put(scenario, stock);
                try (var plain = new OneByOne(db, List.of(stock.brand().id()), lease.ids())) {
                    var contest = new Meter.Contest(
                            stock,
                            new Callers(plan.callers(), () -> redeem(herald, Ask.of(stock))),
                            new Callers(plan.callers(), () -> plain.redeem(Ask.of(stock))),
                            ProcessHandle.current());
                    report.pair(scenario, meter.compare(scenario.description, contest), false);
                }
            }
        }
        return stocks;
    }

    private void throughHttp(BenchDatabase database, Map<Scenario, Stock> stocks, Meter meter)
            throws SQLException, IOException {
        report.heading("HTTP, " + plan.connections() + " connections, server in a process of its own");
        try (var child = ChildServer.start(database.address(), stocks.values())) {
            for (var entry : stocks.entrySet()) {
                var scenario = entry.getKey();
                var stock = entry.getValue();
                try (var herald = new HttpDriver(
                                child.herald(),
                                plan.connections(),
                                () -> Ask.of(stock).http());
                        var plain = new HttpDriver(
                                child.plain(),
                                plan.connections(),
                                () -> Ask.of(stock).http())) {
                    var contest = new Meter.Contest(
                            stock, herald, plain, child.process().toHandle());
                    report.pair(scenario, meter.compare(scenario.description, contest), true);
                }
            }
        }
    }

    static boolean redeem(Herald herald, Ask ask) {
        var outcome = herald.redemptions()
                .redeem(ask.stock().brand(), ask.code().text(), ask.buyer(), ask.order(), ask.key());
        return outcome instanceof Outcome.Redeemed;
    }
}
