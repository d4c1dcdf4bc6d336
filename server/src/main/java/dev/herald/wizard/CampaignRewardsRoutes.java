package dev.herald.wizard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.herald.access.Access.SignedIn;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.ambassador.Ambassadors;
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
import dev.herald.reward.Previews;
import dev.herald.reward.RewardPlan;
import dev.herald.reward.RewardPlanInput;
import dev.herald.web.Form;
import dev.herald.wizard.CampaignRewardsPage.Trial;
import dev.herald.wizard.StepPage.Line;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rewards of a campaign that is there already: its plan in words, and another one tried on what was redeemed. */
public final class CampaignRewardsRoutes implements HttpService {

    private final Frame frame;
    private final Campaigns campaigns;
    private final Ambassadors ambassadors;
    private final Previews previews;

    public CampaignRewardsRoutes(Frame frame, Campaigns campaigns, Ambassadors ambassadors, Previews previews) {
        this.frame = frame;
        this.campaigns = campaigns;
        this.ambassadors = ambassadors;
        this.previews = previews;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/console/campaigns/{id}/rewards", frame.page(this::show))
                .post("/console/campaigns/{id}/rewards", frame.form(this::preview));
    }

    private Answer show(SignedIn who, ServerRequest request) {
        var campaign = campaign(who, request);
        var form = new Form(CampaignFields.of(who.brand(), campaign), Map.of());
        return page(who, request, 200, campaign, form, List.of());
    }

    private Answer preview(SignedIn who, ServerRequest request) {
        var campaign = campaign(who, request);
        var typed = new LinkedHashMap<>(Form.of(Requests.form(request)).typed());
        typed.put("currency", campaign.currency().getCurrencyCode());
        RewardFields.closeUp(typed);
        var reader = new Typed(typed, who.brand());
        var json = RewardFields.json(reader);
        var form = reader.form();
        if (!form.hasFaults()) {
            try {
                var trial = tried(who, campaign, read(json, campaign));
                return page(who, request, 200, campaign, form, List.of(trial));
            } catch (RequestRefused refused) {
                form = form.refused(refused.problem());
            }
        }
        return page(who, request, 422, campaign, form, List.of());
    }

    /** Within an object, so that faults are told at the fields of the form. */
    private static RewardPlan read(Optional<ObjectNode> json, Campaign campaign) {
        var reward = json.orElseGet(() -> Json.MAPPER.createObjectNode().put("type", "none"));
        var in = Input.of(Json.bytes(Map.of("reward", reward)));
        var plan = RewardPlanInput.read(in.object("reward"), campaign.currency());
        in.check();
        return plan;
    }

    private Trial tried(SignedIn who, Campaign campaign, RewardPlan plan) {
        var preview = previews.of(campaign, plan);
        var shown = preview.lines().stream()
                .limit(TrialWords.SHOWN)
                .map(Previews.Line::ambassador)
                .toList();
        var people = ambassadors.find(who.brand().id(), shown);
        return new TrialWords(frame.formats(who.brand()), campaign, people)
                .of(plan, preview, previews.past(campaign, shown));
    }

    private Answer page(
            SignedIn who, ServerRequest request, int status, Campaign campaign, Form form, List<Trial> trials) {
        var formats = frame.formats(who.brand());
        var page = new CampaignRewardsPage(
                frame.shell(who, request, "Rewards of " + campaign.name(), Section.CAMPAIGNS),
                WizardRoutes.address(campaign.id()),
                campaign.name(),
                isOpen(campaign),
                plan(who, campaign),
                formats.money(previews.past(campaign, List.<AmbassadorId>of()).earned(), campaign.currency()),
                form,
                Choices.REWARDS,
                campaign.currency().getCurrencyCode(),
                trials);
        return frame.show(request, status, "wizard/campaign_rewards.jte", page);
    }

    private List<Line> plan(SignedIn who, Campaign campaign) {
        var reward = campaign.reward();
        return reward == null
                ? List.of()
                : RewardPlanInput.stored(reward, campaign.currency())
                        .map(new RewardLines(frame.formats(who.brand()), campaign.currency())::of)
                        .orElse(List.of());
    }

    private static boolean isOpen(Campaign campaign) {
        return campaign.state() != Campaign.State.ENDED && campaign.state() != Campaign.State.ARCHIVED;
    }

    private Campaign campaign(SignedIn who, ServerRequest request) {
        return campaigns.get(who.brand().id(), CampaignRoutes.id(request));
    }
}
