package dev.herald.app;

import dev.herald.access.Access;
import dev.herald.access.Gate;
import dev.herald.ambassador.Ambassadors;
import dev.herald.attribution.EstimateRoutes;
import dev.herald.attribution.EstimateWork;
import dev.herald.attribution.Estimates;
import dev.herald.attribution.PostImport;
import dev.herald.attribution.PostRoutes;
import dev.herald.attribution.Posts;
import dev.herald.attribution.SurveyRoutes;
import dev.herald.attribution.Surveys;
import dev.herald.campaign.Campaigns;
import dev.herald.code.Codes;
import dev.herald.console.CreditPageRoutes;
import dev.herald.console.Frame;
import dev.herald.console.PostFileRoutes;
import dev.herald.job.JobWork;
import dev.herald.job.Jobs;
import dev.herald.platform.Database;
import dev.herald.platform.Ids;
import dev.herald.portal.AmbassadorPages;
import dev.herald.portal.PostedRoutes;
import dev.herald.redemption.Redemptions;
import dev.herald.redemption.SharedUses;
import dev.herald.web.Pages;
import io.helidon.webserver.http.HttpService;
import java.time.InstantSource;
import java.util.List;

/** What tells who brought the orders of shared codes. Built by {@link Herald}. */
record AttributionParts(Ground ground, SharedUses uses, Posts posts, Surveys surveys, Estimates estimates) {

    /** What it stands on. */
    record Ground(
            Database db,
            Ids ids,
            InstantSource clock,
            Campaigns campaigns,
            Ambassadors ambassadors,
            Codes codes,
            Redemptions redemptions,
            Jobs jobs) {}

    static AttributionParts of(Ground ground) {
        var uses = new SharedUses(ground.db(), ground.redemptions());
        var posts = new Posts(ground.db(), ground.ids(), ground.clock(), ground.codes());
        var surveys =
                new Surveys(ground.db(), ground.ids(), ground.clock(), ground.codes(), ground.ambassadors(), uses);
        var sources = new Estimates.Sources(posts, surveys, uses);
        var estimates = new Estimates(ground.db(), ground.clock(), ground.ambassadors(), sources, ground.jobs());
        return new AttributionParts(ground, uses, posts, surveys, estimates);
    }

    List<HttpService> services(Gate gate) {
        var campaigns = ground.campaigns();
        var ambassadors = ground.ambassadors();
        return List.of(
                new PostRoutes(gate, campaigns, ambassadors, posts),
                new SurveyRoutes(gate, ground.redemptions(), uses, ambassadors, ground.codes(), surveys),
                new EstimateRoutes(gate, campaigns, ambassadors, estimates));
    }

    /** Of the console and of the ambassadors. */
    List<HttpService> pages(Frame frame, Access access, AmbassadorPages portal, Pages pages) {
        var features = new CreditPageRoutes.Features(posts, surveys, estimates);
        var sharing = new PostedRoutes.Sharing(ground.campaigns(), ground.codes(), posts);
        return List.of(
                new CreditPageRoutes(frame, ground.campaigns(), ground.ambassadors(), features, ground.jobs()),
                new PostFileRoutes(frame, ground.campaigns(), new PostImport(posts, ground.ambassadors())),
                new PostedRoutes(access, ground.ambassadors(), sharing, portal, pages, ground.clock()));
    }

    JobWork work() {
        return new EstimateWork(ground.campaigns(), estimates);
    }
}
