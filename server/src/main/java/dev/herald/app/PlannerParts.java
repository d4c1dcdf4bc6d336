package dev.herald.app;

import dev.herald.access.Gate;
import dev.herald.campaign.Campaigns;
import dev.herald.insight.Insights;
import dev.herald.insight.RollupJob;
import dev.herald.insight.TrackRecords;
import dev.herald.job.Jobs;
import dev.herald.planner.Experiences;
import dev.herald.planner.LineUpRoutes;
import dev.herald.planner.LineUps;
import dev.herald.planner.RecommendationRoutes;
import dev.herald.planner.SimulationRoutes;
import dev.herald.planner.Simulations;
import dev.herald.platform.Database;
import dev.herald.wizard.PlanningRoutes;
import io.helidon.webserver.http.HttpService;
import java.time.InstantSource;
import java.util.List;

/** What advises before a campaign. Built by {@link Herald}. */
record PlannerParts(PlanningRoutes.Planner features) {

    static PlannerParts of(
            Database db, InstantSource clock, Campaigns campaigns, Insights insights, RollupJob rollups, Jobs jobs) {
        var experiences = new Experiences(db, clock);
        return new PlannerParts(new PlanningRoutes.Planner(
                jobs,
                new LineUps(campaigns, insights, new TrackRecords(db, clock, rollups)),
                experiences,
                new Simulations(jobs, experiences)));
    }

    List<HttpService> services(Gate gate) {
        return List.of(
                new RecommendationRoutes(gate, features.experiences()),
                new SimulationRoutes(gate, features.simulations()),
                new LineUpRoutes(gate, features.lineUps()));
    }
}
