package dev.herald.app;

import dev.herald.access.Access;
import dev.herald.access.Gate;
import dev.herald.campaign.Campaigns;
import dev.herald.console.CompareRoutes;
import dev.herald.console.Frame;
import dev.herald.console.InsightPageRoutes;
import dev.herald.console.RankingFileRoutes;
import dev.herald.insight.ComparisonRoutes;
import dev.herald.insight.Comparisons;
import dev.herald.insight.InsightRoutes;
import dev.herald.insight.Insights;
import dev.herald.insight.PeriodReports;
import dev.herald.insight.RankingRoutes;
import dev.herald.insight.RollupJob;
import dev.herald.platform.Database;
import io.helidon.webserver.http.HttpService;
import java.time.InstantSource;
import java.util.List;

/** What tells how campaigns and ambassadors do. Built by {@link Herald}. */
record InsightParts(
        Database db, InstantSource clock, Access access, Campaigns campaigns, RollupJob rollups, Insights insights) {

    List<HttpService> services(Gate gate, Frame frame) {
        var comparisons = new Comparisons(db, clock, rollups);
        return List.of(
                new InsightRoutes(gate, campaigns, insights),
                new RankingRoutes(gate, campaigns, insights),
                new ComparisonRoutes(gate, access, campaigns, comparisons),
                new RankingFileRoutes(frame, campaigns, insights),
                new InsightPageRoutes(frame, new PeriodReports(db, rollups)),
                new CompareRoutes(frame, campaigns, comparisons));
    }
}
