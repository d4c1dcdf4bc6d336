package dev.herald.wizard;

import dev.herald.access.Access.SignedIn;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.CampaignRoutes;
import dev.herald.campaign.Campaigns;
import dev.herald.console.Frame;
import dev.herald.console.Shell.Section;
import dev.herald.planner.CampaignPlan;
import dev.herald.planner.CampaignPlans;
import dev.herald.platform.Answer;
import dev.herald.platform.Input;
import dev.herald.platform.Json;
import dev.herald.platform.RequestRefused;
import dev.herald.platform.Requests;
import dev.herald.web.Form;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changes a campaign, or plans another one like it. */
final class EditRoutes implements HttpService {

    private final Frame frame;
    private final Campaigns campaigns;
    private final CampaignPlans plans;

    EditRoutes(Frame frame, Campaigns campaigns, CampaignPlans plans) {
        this.frame = frame;
        this.campaigns = campaigns;
        this.plans = plans;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/console/campaigns/{id}/edit", frame.page(this::show))
                .post("/console/campaigns/{id}/edit", frame.form(this::save))
                .post("/console/campaigns/{id}/template", frame.form(this::template));
    }

    private Answer show(SignedIn who, ServerRequest request) {
        var campaign = campaign(who, request);
        return page(who, request, 200, campaign, new Form(CampaignFields.of(who.brand(), campaign), Map.of()));
    }

    private Answer save(SignedIn who, ServerRequest request) {
        var campaign = campaign(who, request);
        var typed = new LinkedHashMap<>(Form.of(Requests.form(request)).typed());
        typed.put("currency", campaign.currency().getCurrencyCode());
        var reader = new Typed(typed, who.brand());
        var json = reader.change(campaign.state() == Campaign.State.DRAFT);
        var form = reader.form();
        if (!form.hasFaults()) {
            try {
                campaigns.change(who.brand().id(), campaign.id(), Input.of(Json.bytes(json)));
                return Answer.redirect(WizardRoutes.address(campaign.id()));
            } catch (RequestRefused refused) {
                form = form.refused(refused.problem());
            }
        }
        return page(who, request, 422, campaign, form);
    }

    private Answer page(SignedIn who, ServerRequest request, int status, Campaign campaign, Form form) {
        var page = new EditPage(
                frame.shell(who, request, "Edit " + campaign.name(), Section.CAMPAIGNS),
                WizardRoutes.address(campaign.id()),
                campaign.name(),
                form,
                campaign.state() == Campaign.State.DRAFT,
                Choices.OFFERS,
                campaign.currency().getCurrencyCode(),
                who.brand().zone().getId());
        return frame.show(request, status, "wizard/edit.jte", page);
    }

    /** The times and the code of the old one are left out: they are what differs for sure. */
    private Answer template(SignedIn who, ServerRequest request) {
        var campaign = campaign(who, request);
        var typed = new LinkedHashMap<String, String>();
        plans.of(who.brand().id(), campaign.id()).map(CampaignPlan::typed).ifPresent(typed::putAll);
        typed.putAll(CampaignFields.of(who.brand(), campaign));
        for (var own : List.of("starts_at", "ends_at", "pick", "blanket_code", "advised", "advised.sure")) {
            typed.remove(own);
        }
        typed.keySet().removeIf(field -> field.startsWith("done."));
        typed.put("name", campaign.name() + " again");
        var plan = plans.create(who.brand().id(), typed);
        return Answer.redirect(StepPages.address(plan) + "/" + Step.GOAL.word());
    }

    private Campaign campaign(SignedIn who, ServerRequest request) {
        return campaigns.get(who.brand().id(), CampaignRoutes.id(request));
    }
}
