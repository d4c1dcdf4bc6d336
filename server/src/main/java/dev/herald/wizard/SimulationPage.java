package dev.herald.wizard;

import dev.herald.console.JobLine;
import dev.herald.console.Shell;
import java.util.List;

/**
 * A simulation: how far it is, and what came of it.
 *
 * @param asked what was simulated, in a sentence
 * @param again where the same can be asked for with something changed
 * @param points one for each value that was tried; empty until it is done
 * @param trends how the figures move with what was varied; empty if nothing was
 */
public record SimulationPage(
        Shell shell, JobLine job, String asked, String again, List<Point> points, List<Lines> trends) {

    public SimulationPage {
        points = List.copyOf(points);
        trends = List.copyOf(trends);
    }

    /**
     * What came of the plan, or of one value of what was varied.
     *
     * @param title "" if nothing was varied
     */
    public record Point(String title, List<Row> rows, List<Bars> redemptions, List<Bars> profits, Lines course) {}

    /** One strategy's figures in words; spans hold 80 % of the runs. */
    public record Row(
            String strategy,
            String style,
            String redemptions,
            String redemptionsSpan,
            String reckoned,
            String profit,
            String profitSpan,
            String newCustomers,
            String leaked,
            String lost) {}

    /** How one strategy's figure is spread over the runs; bars of all strategies share both axes. */
    public record Bars(String strategy, String style, String from, String to, List<Bar> bars) {}

    /** In percent of width and height. */
    public record Bar(String x, String width, long height, String range, int runs) {}

    /**
     * Lines over the same values.
     *
     * @param columns what stands below, and at the head of the table's rows
     * @param most what the upper edge stands for
     */
    public record Lines(String title, String summary, List<String> columns, String most, List<Line> lines) {}

    /**
     * A line in a picture of 1000 by 1000.
     *
     * @param band around it, which holds 80 % of the runs; "" for none
     * @param values in words, one for each column
     */
    public record Line(String strategy, String style, String points, String band, List<String> values) {}
}
