package dev.herald.console;

import java.util.List;

/** The first page after signing in. Without any campaign it shows a sample request that creates one; else that is empty. */
public record OverviewPage(
        Shell shell,
        List<Attention> attention,
        List<Figure> figures,
        Chart chart,
        List<CampaignLine> running,
        Ranking top,
        String sample) {

    public OverviewPage {
        attention = List.copyOf(attention);
        figures = List.copyOf(figures);
        running = List.copyOf(running);
    }
}
