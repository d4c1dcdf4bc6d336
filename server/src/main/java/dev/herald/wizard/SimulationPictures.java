package dev.herald.wizard;

import dev.herald.campaign.Strategy;
import dev.herald.planner.Balance;
import dev.herald.planner.SimulationView;
import dev.herald.planner.SimulationView.FigureView;
import dev.herald.planner.SimulationView.PointView;
import dev.herald.planner.SimulationView.StrategyView;
import dev.herald.web.Formats;
import dev.herald.web.Words;
import dev.herald.wizard.SimulationPage.Bar;
import dev.herald.wizard.SimulationPage.Bars;
import dev.herald.wizard.SimulationPage.Line;
import dev.herald.wizard.SimulationPage.Lines;
import dev.herald.wizard.SimulationPage.Point;
import dev.herald.wizard.SimulationPage.Row;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Draws what simulations found. Pure: pictures are lines and bars in percent. */
record SimulationPictures(SimulationView view, Formats formats) {

    private static final double SIZE = 1000;

    /** What came of each value, or of the plan itself. */
    List<Point> points() {
        var varied = view.points();
        return varied == null
                ? List.of(point("", strategies()))
                : varied.stream()
                        .map(one -> point(title(one.value()), one.strategies()))
                        .toList();
    }

    /** How redemptions and profit move with what was varied; none if nothing was. */
    List<Lines> trends() {
        var varied = view.points();
        return varied == null || varied.size() < 2
                ? List.of()
                : List.of(
                        trend(
                                "Redemptions",
                                varied,
                                StrategyView::redemptions,
                                value -> value,
                                value -> formats.count(Math.round(value))),
                        trend(
                                "Profit",
                                varied,
                                StrategyView::profit,
                                balance -> (double) balance.amount(),
                                this::money));
    }

    private List<StrategyView> strategies() {
        var strategies = view.strategies();
        return strategies == null ? List.of() : strategies;
    }

    private Point point(String title, List<StrategyView> strategies) {
        return new Point(
                title,
                strategies.stream().map(this::row).toList(),
                bars(strategies, StrategyView::redemptions, value -> value, value -> formats.count(Math.round(value))),
                bars(strategies, StrategyView::profit, balance -> (double) balance.amount(), this::money),
                course(strategies));
    }

    private Row row(StrategyView one) {
        return new Row(
                strategy(one),
                style(one),
                count(one.redemptions().mean()),
                count(one.redemptions().interval().getFirst()) + " to "
                        + count(one.redemptions().interval().getLast()),
                count(one.closedForm()),
                money(one.profit().mean()),
                money(one.profit().interval().getFirst()) + " to "
                        + money(one.profit().interval().getLast()),
                count(one.newCustomers()),
                count(one.leaked()),
                count(one.lost()));
    }

    /** How a value is told. */
    @FunctionalInterface
    private interface Telling {

        String of(double value);
    }

    /** A figure of a strategy. */
    @FunctionalInterface
    private interface Figure<T> {

        FigureView<T> of(StrategyView strategy);
    }

    private <T> List<Bars> bars(
            List<StrategyView> strategies, Figure<T> figure, ToDoubleFunction<T> number, Telling telling) {
        var highest = strategies.stream()
                .flatMap(one -> figure.of(one).histogram().counts().stream())
                .mapToInt(count -> count)
                .max()
                .orElse(1);
        return strategies.stream()
                .map(one -> {
                    var histogram = figure.of(one).histogram();
                    var from = number.applyAsDouble(histogram.from());
                    var step = (number.applyAsDouble(histogram.to()) - from)
                            / histogram.counts().size();
                    return new Bars(
                            strategy(one),
                            style(one),
                            telling.of(from),
                            telling.of(number.applyAsDouble(histogram.to())),
                            IntStream.range(0, histogram.counts().size())
                                    .mapToObj(i -> bar(
                                            histogram.counts(),
                                            i,
                                            highest,
                                            telling.of(from + i * step) + " to " + telling.of(from + (i + 1) * step)))
                                    .toList());
                })
                .toList();
    }

    private static Bar bar(List<Integer> counts, int i, int highest, String range) {
        var width = 100.0 / counts.size();
        return new Bar(
                decimal(i * width + width * .08),
                decimal(width * .84),
                Math.round(100.0 * counts.get(i) / Math.max(1, highest)),
                range,
                counts.get(i));
    }

    /** Orders by day since the launch. */
    private Lines course(List<StrategyView> strategies) {
        var most = strategies.stream()
                .flatMap(one -> one.course().stream())
                .mapToDouble(orders -> orders)
                .max()
                .orElse(1);
        var days = strategies.isEmpty() ? 0 : strategies.getFirst().course().size();
        return new Lines(
                "Orders by day",
                "Orders of each day since the launch, on average over the runs; " + formats.rate(most)
                        + " on the best day.",
                IntStream.rangeClosed(1, days).mapToObj(day -> "Day " + day).toList(),
                formats.rate(most),
                strategies.stream()
                        .map(one -> new Line(
                                strategy(one),
                                style(one),
                                line(one.course(), 0, most),
                                "",
                                one.course().stream().map(formats::rate).toList()))
                        .toList());
    }

    private <T> Lines trend(
            String title, List<PointView> points, Figure<T> figure, ToDoubleFunction<T> number, Telling telling) {
        var ends = points.stream()
                .flatMap(point -> point.strategies().stream())
                .flatMap(one -> figure.of(one).interval().stream())
                .mapToDouble(number)
                .summaryStatistics();
        var least = Math.min(0, ends.getMin());
        var most = Math.max(least + 1e-9, ends.getMax());
        var lines = new ArrayList<Line>();
        for (var i = 0; i < points.getFirst().strategies().size(); i++) {
            var place = i;
            var figures = points.stream()
                    .map(point -> figure.of(point.strategies().get(place)))
                    .toList();
            var one = points.getFirst().strategies().get(i);
            lines.add(new Line(
                    strategy(one),
                    style(one),
                    line(
                            figures.stream()
                                    .map(of -> number.applyAsDouble(of.mean()))
                                    .toList(),
                            least,
                            most),
                    band(figures, number, least, most),
                    figures.stream()
                            .map(of -> telling.of(number.applyAsDouble(of.mean())))
                            .toList()));
        }
        return new Lines(
                title,
                title + " by " + what() + ", on average over the runs, with bands that hold 80% of them.",
                points.stream().map(point -> name(point.value())).toList(),
                telling.of(most),
                lines);
    }

    private static <T> String band(List<FigureView<T>> figures, ToDoubleFunction<T> number, double least, double most) {
        var upper = line(
                figures.stream()
                        .map(of -> number.applyAsDouble(of.interval().getLast()))
                        .toList(),
                least,
                most);
        var lower = new ArrayList<String>();
        for (var i = figures.size() - 1; i >= 0; i--) {
            lower.add(at(
                    i,
                    figures.size(),
                    number.applyAsDouble(figures.get(i).interval().getFirst()),
                    least,
                    most));
        }
        return upper + " " + String.join(" ", lower);
    }

    private static String line(List<Double> values, double least, double most) {
        return String.join(
                " ",
                IntStream.range(0, values.size())
                        .mapToObj(i -> at(i, values.size(), values.get(i), least, most))
                        .toList());
    }

    private static String at(int i, int of, double value, double least, double most) {
        var x = of == 1 ? 0 : i * SIZE / (of - 1);
        var y = SIZE - (value - least) / Math.max(1e-9, most - least) * SIZE;
        return decimal(x) + "," + decimal(y);
    }

    private String what() {
        var vary = view.vary();
        return vary == null ? "" : vary;
    }

    private String title(double value) {
        return switch (what()) {
            case "discount" -> name(value) + " off";
            case "reward" -> "A reward of " + name(value);
            case "budget" -> "A budget of " + name(value);
            default -> name(value) + " ambassadors";
        };
    }

    private String name(double value) {
        return switch (what()) {
            case "discount", "reward" -> formats.rate(value).replaceFirst("[.,]0$", "") + "%";
            case "budget" -> money(value * Math.pow(10, Math.max(0, currency().getDefaultFractionDigits())));
            default -> formats.count(Math.round(value));
        };
    }

    private String count(double value) {
        return formats.count(Math.round(value));
    }

    private String money(Balance balance) {
        return money((double) balance.amount());
    }

    private String money(double minor) {
        var unit = Math.powExact(10L, Math.max(0, currency().getDefaultFractionDigits()));
        return formats.shortMoney(Math.round(minor / unit) * unit, currency());
    }

    private Currency currency() {
        return Currency.getInstance(view.currency());
    }

    private static String strategy(StrategyView one) {
        return Words.strategy(Strategy.valueOf(one.strategy().toUpperCase(Locale.ROOT)));
    }

    private static String style(StrategyView one) {
        return "of-" + one.strategy();
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
