package dev.herald.console;

import java.util.List;

/** One campaign: figures, chart, why codes were declined, ranking. */
public record CampaignPage(
        Shell shell,
        CampaignLine campaign,
        List<Figure> figures,
        Chart chart,
        List<DeclineLine> declines,
        Ranking ranking) {

    public CampaignPage {
        figures = List.copyOf(figures);
        declines = List.copyOf(declines);
    }

    /** How often codes were refused for one reason; the bar is relative to the most frequent. */
    public record DeclineLine(String reason, String count, int percent) {}
}
