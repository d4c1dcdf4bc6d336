package dev.herald.planner;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The runs of a simulation as the API shows them.
 *
 * @param runs of each point
 * @param vary what was varied: ambassadors, discount, reward or budget; absent if nothing
 * @param strategies of the plan itself; absent if something was varied
 * @param points one for each value; absent if nothing was varied
 */
public record SimulationView(
        int runs,
        long seed,
        String currency,
        @Nullable String vary,
        @Nullable List<StrategyView> strategies,
        @Nullable List<PointView> points) {

    private static final int BARS = 20;

    /** Ends of the middle 80 %. */
    private static final double LOW = .1;

    private static final double HIGH = .9;

    /**
     * What came of the plan with one thing different.
     *
     * @param value of what was varied
     */
    public record PointView(double value, List<StrategyView> strategies) {}

    /**
     * One strategy's figures, each the mean of the runs.
     *
     * @param closedForm what the advice says instead of simulating
     * @param leaked orders of people nobody sent
     * @param lost people who wanted to buy with the code and could not bring it up
     * @param course orders of each day since the launch
     */
    public record StrategyView(
            String strategy,
            FigureView<Double> redemptions,
            FigureView<Balance> profit,
            double closedForm,
            double newCustomers,
            double leaked,
            double lost,
            List<Double> course) {}

    /**
     * How a figure is spread over the runs.
     *
     * @param interval 80 % of the runs lie within
     */
    public record FigureView<T>(T mean, List<T> interval, HistogramView<T> histogram) {}

    /**
     * Bars of equal width, the same for all strategies.
     *
     * @param counts runs in each bar
     */
    public record HistogramView<T>(T from, T to, List<Integer> counts) {}

    static SimulationView of(SimulationInput input, List<SimulationTally> tallies) {
        var vary = input.points().getFirst().vary();
        return new SimulationView(
                input.runs(),
                input.seed(),
                input.plan().currency().getCurrencyCode(),
                vary == null ? null : vary.key(),
                vary == null ? strategies(input, tallies.getFirst()) : null,
                vary == null
                        ? null
                        : IntStream.range(0, tallies.size())
                                .mapToObj(i -> point(input, input.points().get(i), tallies.get(i)))
                                .toList());
    }

    private static PointView point(SimulationInput input, SimulationPoint point, SimulationTally tally) {
        return new PointView(point.value(), strategies(input.at(point), tally));
    }

    static List<StrategyView> strategies(SimulationInput input, SimulationTally tally) {
        var redemptions = tally.lines().stream()
                .map(line ->
                        line.redemptions().stream().mapToDouble(count -> count).toArray())
                .toList();
        var profits = tally.lines().stream()
                .map(line ->
                        line.profits().stream().mapToDouble(profit -> profit).toArray())
                .toList();
        var currency = input.plan().currency();
        return IntStream.range(0, tally.lines().size())
                .mapToObj(i -> view(
                        input.plan(),
                        tally.lines().get(i),
                        figure(redemptions.get(i), redemptions, count -> count),
                        figure(profits.get(i), profits, units -> AdviceView.balance(units, currency))))
                .toList();
    }

    private static StrategyView view(
            Plan plan, SimulationTally.Line line, FigureView<Double> redemptions, FigureView<Balance> profit) {
        var runs = (double) line.redemptions().size();
        return new StrategyView(
                AdviceView.word(line.strategy()),
                redemptions,
                profit,
                Outlook.of(plan, line.strategy()).redemptions(),
                line.newCustomers() / runs,
                line.leaked() / runs,
                line.lost() / runs,
                line.course().stream().map(sum -> sum / runs).toList());
    }

    private static <T> FigureView<T> figure(double[] values, List<double[]> all, DoubleFunction<T> shown) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        var low = all.stream().flatMapToDouble(Arrays::stream).min().orElseThrow();
        var high = all.stream().flatMapToDouble(Arrays::stream).max().orElseThrow();
        return new FigureView<>(
                shown.apply(Arrays.stream(values).average().orElseThrow()),
                List.of(shown.apply(at(sorted, LOW)), shown.apply(at(sorted, HIGH))),
                new HistogramView<>(shown.apply(low), shown.apply(high), counts(values, low, high)));
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }

    private static List<Integer> counts(double[] values, double low, double high) {
        var counts = new int[BARS];
        for (var value : values) {
            counts[high > low ? (int) Math.min(BARS - 1, (value - low) / (high - low) * BARS) : 0]++;
        }
        return Arrays.stream(counts).boxed().toList();
    }
}
