package dev.herald.wizard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.herald.access.Access.SignedIn;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.CampaignRoutes;
import dev.herald.campaign.Campaigns;
import dev.herald.console.Frame;
import dev.herald.console.Shell.Section;
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
import java.util.Map;

/** Changes a campaign, or plans another one like it. */
final class EditRoutes implements HttpService {

    private final Frame frame;
    private final Campaigns campaigns;
    private final Templates templates;

    EditRoutes(Frame frame, Campaigns campaigns, Templates templates) {
        this.frame = frame;
        this.campaigns = campaigns;
        this.templates = templates;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/console/campaigns/{id}/edit", frame.page(this::show))
                .post("/console/campaigns/{id}/edit", frame.form(this::save))
                .post("/console/campaigns/{id}/edit/plan", frame.form(this::carry))
                .post("/console/campaigns/{id}/template", frame.form(this::template));
    }

    private Answer show(SignedIn who, ServerRequest request) {
        var campaign = campaign(who, request);
        return page(who, request, 200, campaign, new Form(CampaignFields.of(who.brand(), campaign), Map.of()));
    }

    /** Shows the campaign with a reward plan that was tried elsewhere, not saved yet. */
    private Answer carry(SignedIn who, ServerRequest request) {
        var campaign = campaign(who, request);
        var fields = new LinkedHashMap<>(CampaignFields.of(who.brand(), campaign));
        fields.keySet().removeIf(RewardFields::isOne);
        Form.of(Requests.form(request)).typed().forEach((field, value) -> {
            if (RewardFields.isOne(field)) {
                fields.put(field, value);
            }
        });
        return page(who, request, 200, campaign, new Form(fields, Map.of()));
    }

    private Answer save(SignedIn who, ServerRequest request) {
        var campaign = campaign(who, request);
        var typed = new LinkedHashMap<>(Form.of(Requests.form(request)).typed());
        typed.put("currency", campaign.currency().getCurrencyCode());
        RewardFields.closeUp(typed);
        var reader = new Typed(typed, who.brand());
        var json = reader.change(campaign.state() == Campaign.State.DRAFT);
        if (reader.form().has("reward.type")) {
            reward(who, campaign, reader, json);
        }
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

    /** Only if it is another one: a plan that is sent again would count anew. */
    private static void reward(SignedIn who, Campaign campaign, Typed reader, ObjectNode change) {
        var before = RewardFields.json(new Typed(CampaignFields.of(who.brand(), campaign), who.brand()));
        var after = RewardFields.json(reader);
        if (!after.equals(before)) {
            after.ifPresentOrElse(plan -> change.set("reward", plan), () -> change.putNull("reward"));
        }
    }

    private Answer page(SignedIn who, ServerRequest request, int status, Campaign campaign, Form form) {
        var page = new EditPage(
                frame.shell(who, request, "Edit " + campaign.name(), Section.CAMPAIGNS),
                WizardRoutes.address(campaign.id()),
                campaign.name(),
                form,
                campaign.state() == Campaign.State.DRAFT,
                Choices.OFFERS,
                Choices.REWARDS,
                campaign.currency().getCurrencyCode(),
                who.brand().zone().getId());
        return frame.show(request, status, "wizard/edit.jte", page);
    }

    private Answer template(SignedIn who, ServerRequest request) {
        var plan = templates.again(who.brand(), campaign(who, request));
        return Answer.redirect(StepPages.address(plan) + "/" + Step.GOAL.word());
    }

    private Campaign campaign(SignedIn who, ServerRequest request) {
        return campaigns.get(who.brand().id(), CampaignRoutes.id(request));
    }
}
