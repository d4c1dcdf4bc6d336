package dev.herald.bench;

import dev.herald.app.Herald;
import dev.herald.platform.Database;
import dev.herald.platform.NodeLease;
import dev.herald.redemption.Outcome;
import java.io.IOException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** Redemptions a second, at the engine and through HTTP, against one transaction for each redemption. */
final class RedemptionBench {

    /**
     * What to measure.
     *
     * @param lone whether also with a single caller, on one code
     * @param plain whether also one transaction for each redemption
     */
    record Plan(
            Set<Scenario> scenarios,
            boolean lone,
            int callers,
            int connections,
            boolean engine,
            boolean http,
            boolean plain) {

        Plan {
            scenarios = Set.copyOf(scenarios);
        }
    }

    private final Plan plan;
    private final Series series;
    private final Consumer<String> say;

    /** The same load in two ways, by a number of callers. */
    private record Pair(Scenario scenario, int callers, Load herald, Load plain, ProcessHandle server) {}

    RedemptionBench(Plan plan, Series series, Consumer<String> say) {
        this.plan = plan;
        this.series = series;
        this.say = say;
    }

    void run() throws SQLException, IOException {
        if (plan.engine()) {
            series.report().heading("Engine, " + plan.callers() + " callers in one process with it");
            series.report().columns();
            for (var scenario : chosen()) {
                atEngine(scenario);
            }
        }
        if (plan.http()) {
            series.report().heading("HTTP, " + plan.connections() + " connections, server in a process of its own");
            series.report().columns();
            for (var scenario : chosen()) {
                if (scenario != Scenario.MILLION) {
                    throughHttp(scenario);
                }
            }
        }
        series.report().checked(Books.check(series.owner()));
    }

    /** In the order in which they are declared; the lone caller needs the one code. */
    private List<Scenario> chosen() {
        var chosen = new ArrayList<Scenario>();
        for (var scenario : Scenario.values()) {
            if (plan.scenarios().contains(scenario) || (scenario == Scenario.HOT && plan.lone())) {
                chosen.add(scenario);
            }
        }
        return chosen;
    }

    private void atEngine(Scenario scenario) throws SQLException {
        try (var herald = new Herald(series.database().address(), InstantSource.system());
                var db = Database.open(series.database().address(), 1);
                var lease = NodeLease.take(db)) {
            say.accept("Making " + scenario.description);
            var stock = Stock.make(herald, series.owner(), scenario);
            try (var plain = new OneByOne(db, stock.brands(), lease.ids())) {
                for (var callers : numbers(scenario, plan.callers())) {
                    var pair = new Pair(
                            scenario,
                            callers,
                            new Callers(callers, () -> redeem(herald, Ask.of(stock))),
                            new Callers(callers, () -> plain.redeem(Ask.of(stock))),
                            ProcessHandle.current());
                    measure(stock, pair, false);
                }
            }
        }
    }

    private void throughHttp(Scenario scenario) throws SQLException, IOException {
        Stock stock;
        try (var herald = new Herald(series.database().address(), InstantSource.system())) {
            say.accept("Making " + scenario.description);
            stock = Stock.make(herald, series.owner(), scenario);
        }
        try (var child = ChildServer.start(series.database().address(), stock)) {
            for (var connections : numbers(scenario, plan.connections())) {
                try (var herald = new HttpDriver(child.herald(), connections, new Asks(stock));
                        var plain = new HttpDriver(child.plain(), connections, new Asks(stock))) {
                    var server = child.process().toHandle();
                    measure(stock, new Pair(scenario, connections, herald, plain, server), true);
                }
            }
        }
    }

    /** How many callers to measure a scenario with. */
    private List<Integer> numbers(Scenario scenario, int many) {
        var numbers = new ArrayList<Integer>();
        if (plan.scenarios().contains(scenario)) {
            numbers.add(many);
        }
        if (plan.lone() && scenario == Scenario.HOT) {
            numbers.add(1);
        }
        return numbers;
    }

    private void measure(Stock stock, Pair pair, boolean overHttp) throws SQLException {
        var name = pair.callers() == 1 ? "one code, a lone caller" : pair.scenario().description;
        var entrants = new ArrayList<Meter.Entrant>();
        entrants.add(new Meter.Entrant("Herald", pair.herald(), series.owner(), stock.brands(), pair.server()));
        if (plan.plain()) {
            entrants.add(new Meter.Entrant("one by one", pair.plain(), series.owner(), stock.brands(), pair.server()));
        }
        var windows = series.meter().compare(name, entrants);
        var herald = windows.getFirst();
        var ratio = plan.plain() ? ratio(herald, windows.getLast(), pair.callers() == 1) : "";
        series.report().row(name, "Herald", herald, ratio, overHttp);
        if (plan.plain()) {
            series.report().row(name, "one by one", windows.getLast(), "1", overHttp);
        }
    }

    /** A lone caller cares for his latency only. */
    private static String ratio(Window herald, Window plain, boolean alone) {
        return alone
                ? String.format(Locale.ROOT, "p50 %.2f", herald.millis(50) / plain.millis(50))
                : String.format(Locale.ROOT, "%.1f", herald.perSecond() / plain.perSecond());
    }

    static boolean redeem(Herald herald, Ask ask) {
        var outcome = herald.redemptions().redeem(ask.brand(), ask.code().text(), ask.buyer(), ask.order(), ask.key());
        return outcome instanceof Outcome.Redeemed;
    }
}
