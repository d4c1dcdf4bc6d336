package dev.herald.console;

import java.util.List;

/** One campaign: its own code if it has one, figures, chart, why codes were declined, who responds, ranking. */
public record CampaignPage(
        Shell shell,
        CampaignLine campaign,
        CampaignDeeds deeds,
        List<String> codes,
        List<Figure> figures,
        Chart chart,
        List<DeclineLine> declines,
        List<AudienceCard> audiences,
        Ranking ranking) {

    public CampaignPage {
        codes = List.copyOf(codes);
        figures = List.copyOf(figures);
        declines = List.copyOf(declines);
        audiences = List.copyOf(audiences);
    }

    /** How often codes were refused for one reason; the bar is relative to the most frequent. */
    public record DeclineLine(String reason, String count, int percent) {}
}
