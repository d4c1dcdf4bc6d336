package dev.herald.console;

import dev.herald.console.CampaignPage.DeclineLine;
import dev.herald.web.Form;
import dev.herald.web.Option;
import java.util.List;

/**
 * What happened in some days.
 *
 * @param quick ranges to choose with one click
 * @param file where the numbers are as a file
 */
public record InsightPage(
        Shell shell,
        Form form,
        Choices choices,
        List<Quick> quick,
        String file,
        List<Figure> figures,
        Chart chart,
        List<StrategyLine> strategies,
        List<Alike> alike,
        List<Line> campaigns,
        List<DeclineLine> declines) {

    public InsightPage {
        quick = List.copyOf(quick);
        figures = List.copyOf(figures);
        strategies = List.copyOf(strategies);
        alike = List.copyOf(alike);
        campaigns = List.copyOf(campaigns);
        declines = List.copyOf(declines);
    }

    /** What can be chosen from. */
    public record Choices(List<Option> comparisons, List<Option> strategies, List<Option> currencies) {

        public Choices {
            comparisons = List.copyOf(comparisons);
            strategies = List.copyOf(strategies);
            currencies = List.copyOf(currencies);
        }
    }

    /** A range behind a link. */
    public record Quick(String text, String address, boolean chosen) {}

    /** What campaigns of one strategy brought, all together and each on average. */
    public record StrategyLine(
            String strategy,
            String address,
            String campaigns,
            String redemptions,
            String each,
            String newCustomers,
            String revenue,
            String order) {}

    /**
     * Blanket against personal codes among campaigns that are otherwise alike.
     *
     * @param tooFew why there are no lines, if there are none
     * @param personal the names of those with personal codes
     * @param blanket the names of those with a blanket code
     */
    public record Alike(
            String id, String title, List<DifferenceLine> lines, String tooFew, String personal, String blanket) {

        public Alike {
            lines = List.copyOf(lines);
        }
    }

    /** What one campaign brought. */
    public record Line(
            String name,
            String address,
            String strategy,
            String redemptions,
            String newCustomers,
            String revenue,
            String discount) {}
}
