package dev.herald.planner;

import dev.herald.planner.SimulationView.FigureView;
import dev.herald.planner.SimulationView.StrategyView;
import dev.herald.platform.Input;
import java.util.Locale;
import java.util.stream.Collectors;

/** A simulation as the command line shows it. */
public final class SimulationTable {

    private static final String ROW = "%-10s %12s %19s %12s %14s %25s %14s %8s %8s%n";

    private SimulationTable() {}

    /**
     * Simulates and writes down what came of it, one table for each value of what is varied.
     *
     * @param plan JSON as {@code POST /v1/simulations} takes it; faults are refused
     */
    public static String of(byte[] plan) {
        var input = SimulationInput.read(Input.of(plan));
        return input.points().stream()
                .map(point -> title(point) + table(input.at(point)))
                .collect(Collectors.joining("\n"));
    }

    private static String title(SimulationPoint point) {
        return point.vary() == null ? "" : point.vary().key() + " " + Words.count(point.value()) + "\n";
    }

    private static String table(SimulationInput input) {
        var tally = SimulationTally.EMPTY;
        while (tally.runs() < input.runs()) {
            tally = tally.next(input);
        }
        var currency = input.plan().currency().getCurrencyCode();
        var table = new StringBuilder(String.format(
                Locale.ROOT,
                ROW,
                "code",
                "redemptions",
                "80 % of runs",
                "advice says",
                "profit " + currency,
                "80 % of runs",
                "new customers",
                "leaked",
                "lost"));
        SimulationView.strategies(input, tally)
                .forEach(one -> table.append(
                        row(one, Math.pow(10, input.plan().currency().getDefaultFractionDigits()))));
        return table.toString();
    }

    private static String row(StrategyView one, double minor) {
        FigureView<Balance> profit = one.profit();
        return String.format(
                Locale.ROOT,
                ROW,
                one.strategy(),
                Words.count(one.redemptions().mean()),
                Words.count(one.redemptions().interval().getFirst()) + " to "
                        + Words.count(one.redemptions().interval().getLast()),
                Words.count(one.closedForm()),
                Words.count(profit.mean().amount() / minor),
                Words.count(profit.interval().getFirst().amount() / minor) + " to "
                        + Words.count(profit.interval().getLast().amount() / minor),
                Words.count(one.newCustomers()),
                Words.count(one.leaked()),
                Words.count(one.lost()));
    }
}
