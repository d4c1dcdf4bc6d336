package dev.herald.wizard;

import dev.herald.ambassador.Ambassadors;
import dev.herald.campaign.Campaigns;
import dev.herald.code.CodeIssuer;
import dev.herald.code.CodePatterns;
import dev.herald.code.Codes;
import dev.herald.code.Memberships;
import dev.herald.console.Frame;
import dev.herald.job.Jobs;
import dev.herald.planner.CampaignPlans;
import dev.herald.planner.Experiences;
import dev.herald.planner.LineUps;
import dev.herald.planner.Simulations;
import dev.herald.share.Captions;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.util.List;

/** All pages on which campaigns are planned and changed. */
public final class PlanningRoutes implements HttpService {

    /** What they use of the features below. */
    public record Features(
            CampaignPlans plans,
            Campaigns campaigns,
            Ambassadors ambassadors,
            CodeIssuer issuer,
            CodePatterns patterns,
            Codes codes,
            Captions captions,
            Memberships memberships,
            Planner planner) {}

    /** What advises and simulates. */
    public record Planner(Jobs jobs, LineUps lineUps, Experiences experiences, Simulations simulations) {}

    private final List<HttpService> parts;

    public PlanningRoutes(Frame frame, Features features) {
        var planner = features.planner();
        var plans = features.plans();
        var campaigns = features.campaigns();
        var ambassadors = features.ambassadors();
        var captions = features.captions();
        var codes = new CodeStep(ambassadors, features.issuer(), features.patterns());
        var templates = new Templates(plans);
        parts = List.of(
                new WizardRoutes(
                        frame,
                        plans,
                        new Readings(frame, campaigns, ambassadors, codes, planner.experiences()),
                        new StepPages(frame, ambassadors, codes, planner.experiences()),
                        new Launches(plans, campaigns, captions, features.memberships())),
                new SimulationPagesRoutes(frame, planner.jobs(), planner.simulations(), plans),
                new EditRoutes(frame, campaigns, templates),
                new NextRoutes(frame, campaigns, ambassadors, plans, planner.lineUps(), templates),
                new CampaignCaptionsRoutes(frame, campaigns, features.codes(), captions));
    }

    @Override
    public void routing(HttpRules rules) {
        parts.forEach(part -> part.routing(rules));
    }
}
