package dev.herald.console;

import dev.herald.access.Access.SignedIn;
import dev.herald.access.BrandId;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.CampaignId;
import dev.herald.campaign.CampaignRoutes;
import dev.herald.console.Shell.Section;
import dev.herald.platform.Answer;
import dev.herald.platform.Requests;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.util.function.BiFunction;

/** What people do with a campaign on its page: launch, pause, resume, end it, give it members. */
public final class CampaignActsRoutes implements HttpService {

    private final Frame frame;
    private final CampaignActs acts;

    public CampaignActsRoutes(Frame frame, CampaignActs acts) {
        this.frame = frame;
        this.acts = acts;
    }

    @Override
    public void routing(HttpRules rules) {
        var campaigns = acts.campaigns();
        rules.post("/console/campaigns/{id}/launch", step(campaigns::launch))
                .post("/console/campaigns/{id}/pause", step(campaigns::pause))
                .post("/console/campaigns/{id}/resume", step(campaigns::resume))
                .get("/console/campaigns/{id}/end", frame.page(this::askToEnd))
                .post("/console/campaigns/{id}/end", step(campaigns::end))
                .post("/console/campaigns/{id}/members", frame.form(this::enroll));
    }

    private Handler step(BiFunction<BrandId, CampaignId, Campaign> step) {
        return frame.form((who, request) -> {
            var campaign = step.apply(who.brand().id(), CampaignRoutes.id(request));
            return Answer.redirect(address(campaign));
        });
    }

    /** Ending is for good, so it is asked for on a page that says what it means. */
    private Answer askToEnd(SignedIn who, ServerRequest request) {
        var campaign = acts.campaigns().get(who.brand().id(), CampaignRoutes.id(request));
        if (campaign.state() != Campaign.State.RUNNING && campaign.state() != Campaign.State.PAUSED) {
            return Answer.redirect(address(campaign));
        }
        var page = new EndPage(
                frame.shell(who, request, "End " + campaign.name(), Section.CAMPAIGNS),
                address(campaign),
                campaign.name(),
                acts.of(who.brand(), campaign).members());
        return frame.show(request, 200, "console/end.jte", page);
    }

    private Answer enroll(SignedIn who, ServerRequest request) {
        var campaign = acts.campaigns().get(who.brand().id(), CampaignRoutes.id(request));
        var isChosen = Requests.form(request).first("who").orElse("").equals("chosen");
        return (isChosen ? acts.enrollChosen(campaign) : acts.enrollEverybody(campaign))
                .map(job -> Answer.redirect("/console/jobs/" + job.id()))
                .orElseGet(() -> Answer.redirect(address(campaign)));
    }

    private static String address(Campaign campaign) {
        return "/console/campaigns/" + campaign.id();
    }
}
