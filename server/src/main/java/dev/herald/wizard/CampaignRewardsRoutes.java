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
import dev.herald.reward.Contests;
import dev.herald.reward.Podium;
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
    private final Features features;

    /** What knows of rewards. */
    public record Features(Previews previews, Podium podium, Contests contests) {}

    public CampaignRewardsRoutes(Frame frame, Campaigns campaigns, Ambassadors ambassadors, Features features) {
        this.frame = frame;
        this.campaigns = campaigns;
        this.ambassadors = ambassadors;
        this.features = features;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/console/campaigns/{id}/rewards", frame.page(this::show))
                .post("/console/campaigns/{id}/rewards", frame.form(this::preview))
                .post("/console/campaigns/{id}/rewards/contest", frame.form(this::settle));
    }

    private Answer show(SignedIn who, ServerRequest request) {
        return page(who, request, 200, "");
    }

    private Answer page(SignedIn who, ServerRequest request, int status, String refusal) {
        var campaign = campaign(who, request);
        var form = new Form(CampaignFields.of(who.brand(), campaign), Map.of());
        return page(who, request, status, campaign, new Body(form, List.of(), refusal));
    }

    private Answer settle(SignedIn who, ServerRequest request) {
        var campaign = campaign(who, request);
        try {
            var winners = features.contests().settle(campaign);
            var told = winners.isEmpty() ? "nobody" : "given";
            return Answer.redirect(address(campaign) + "?told=" + told + "#contest");
        } catch (RequestRefused refused) {
            var problem = refused.problem();
            return page(who, request, problem.status(), ContestWords.refused(problem));
        }
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
                return page(who, request, 200, campaign, new Body(form, List.of(trial), ""));
            } catch (RequestRefused refused) {
                form = form.refused(refused.problem());
            }
        }
        return page(who, request, 422, campaign, new Body(form, List.of(), ""));
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
        var preview = features.previews().of(campaign, plan);
        var shown = preview.lines().stream()
                .limit(TrialWords.SHOWN)
                .map(Previews.Line::ambassador)
                .toList();
        var people = ambassadors.find(who.brand().id(), shown);
        return new TrialWords(frame.formats(who.brand()), campaign, people)
                .of(plan, preview, features.previews().past(campaign, shown));
    }

    /** What changes with what was asked. */
    private record Body(Form form, List<Trial> trials, String refusal) {}

    private Answer page(SignedIn who, ServerRequest request, int status, Campaign campaign, Body body) {
        var formats = frame.formats(who.brand());
        var page = new CampaignRewardsPage(
                frame.shell(who, request, "Rewards of " + campaign.name(), Section.CAMPAIGNS),
                WizardRoutes.address(campaign.id()),
                campaign.name(),
                told(request),
                body.refusal(),
                isOpen(campaign),
                plan(who, campaign),
                formats.money(
                        features.previews()
                                .past(campaign, List.<AmbassadorId>of())
                                .earned(),
                        campaign.currency()),
                contests(who, campaign),
                body.form(),
                Choices.REWARDS,
                campaign.currency().getCurrencyCode(),
                body.trials());
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

    private List<ContestView> contests(SignedIn who, Campaign campaign) {
        var podium = features.podium().of(campaign);
        if (!podium.isThere()) {
            return List.of();
        }
        var people = ambassadors.find(who.brand().id(), ContestWords.named(podium));
        var hasEnded = campaign.shownState(frame.now()) == Campaign.State.ENDED;
        return List.of(new ContestWords(frame.formats(who.brand()), campaign, people).of(podium, hasEnded));
    }

    private static String told(ServerRequest request) {
        return switch (request.query().first("told").orElse("")) {
            case "given" -> "The prizes are given. Each is due now, and the next payout can take it.";
            case "nobody" -> "Nobody has won, so no prize was given.";
            default -> "";
        };
    }

    private static String address(Campaign campaign) {
        return WizardRoutes.address(campaign.id()) + "/rewards";
    }

    private static boolean isOpen(Campaign campaign) {
        return campaign.state() != Campaign.State.ENDED && campaign.state() != Campaign.State.ARCHIVED;
    }

    private Campaign campaign(SignedIn who, ServerRequest request) {
        return campaigns.get(who.brand().id(), CampaignRoutes.id(request));
    }
}
