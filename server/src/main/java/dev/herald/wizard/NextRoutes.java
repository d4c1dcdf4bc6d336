package dev.herald.wizard;

import dev.herald.access.Access.SignedIn;
import dev.herald.access.Brand;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.ambassador.Ambassadors;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.CampaignRoutes;
import dev.herald.campaign.Campaigns;
import dev.herald.console.Frame;
import dev.herald.console.Shell.Section;
import dev.herald.planner.CampaignPlans;
import dev.herald.planner.LineUpWish;
import dev.herald.planner.LineUps;
import dev.herald.platform.Answer;
import dev.herald.platform.Csv;
import dev.herald.platform.Download;
import dev.herald.platform.Ids;
import dev.herald.platform.Page;
import dev.herald.platform.RequestRefused;
import dev.herald.platform.Requests;
import dev.herald.web.Form;
import dev.herald.web.Option;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Finds whom to invite to the next campaign, and plans it with them. */
final class NextRoutes implements HttpService {

    private static final List<Option> SOURCES =
            List.of(new Option("all", "All campaigns with own codes"), new Option("campaign", "This campaign only"));

    private final Frame frame;
    private final Campaigns campaigns;
    private final Ambassadors ambassadors;
    private final CampaignPlans plans;
    private final LineUps lineUps;
    private final Templates templates;

    NextRoutes(
            Frame frame,
            Campaigns campaigns,
            Ambassadors ambassadors,
            CampaignPlans plans,
            LineUps lineUps,
            Templates templates) {
        this.frame = frame;
        this.campaigns = campaigns;
        this.ambassadors = ambassadors;
        this.plans = plans;
        this.lineUps = lineUps;
        this.templates = templates;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/console/line-up", frame.page(this::newest))
                .get("/console/campaigns/{id}/next", frame.page(this::show))
                .get("/console/campaigns/{id}/next.csv", frame.download(this::file))
                .post("/console/campaigns/{id}/next", frame.form(this::plan));
    }

    /** For the campaign after the newest one; without any, the first one is planned for everybody. */
    private Answer newest(SignedIn who, ServerRequest request) {
        return campaigns.list(who.brand().id(), new Page(1, Long.MAX_VALUE)).stream()
                .findFirst()
                .map(campaign -> Answer.redirect(address(campaign)))
                .orElseGet(() -> Answer.redirect("/console/campaigns/new"));
    }

    private Answer show(SignedIn who, ServerRequest request) {
        var campaign = campaign(who, request);
        var question = question(who.brand(), campaign, Form.of(request.query()));
        var found = question.isAsked() ? found(who.brand(), campaign, question, request) : null;
        return page(who, request, campaign, question.form(), found);
    }

    private Answer page(
            SignedIn who, ServerRequest request, Campaign campaign, Form form, NextPage.@Nullable Found found) {
        var rules = rules(who.brand(), campaign);
        var page = new NextPage(
                frame.shell(who, request, "Plan the next after " + campaign.name(), Section.CAMPAIGNS),
                WizardRoutes.address(campaign.id()),
                campaign.name(),
                form,
                campaign.currency().getCurrencyCode(),
                SOURCES,
                ambassadors.reach(who.brand().id()).people(),
                rules.money(LineUps.usualCost(campaign.currency())),
                found);
        return frame.show(request, form.hasFaults() ? 422 : 200, "wizard/next.jte", page);
    }

    private NextPage.@Nullable Found found(
            Brand brand, Campaign campaign, NextQuestion question, ServerRequest request) {
        var wish = question.wish();
        if (wish.isEmpty()) {
            return null;
        }
        var file = address(campaign) + ".csv?" + request.query().rawValue();
        return rules(brand, campaign)
                .found(lineUps.find(brand.id(), wish.get()), wish.get().budget().minor(), file);
    }

    private Download file(SignedIn who, ServerRequest request) {
        var campaign = campaign(who, request);
        var question = question(who.brand(), campaign, Form.of(request.query()));
        LineUpWish wish = question.wish()
                .orElseThrow(() ->
                        new RequestRefused(422, "invalid_request", "The line-up needs a budget that can be read."));
        var picks = lineUps.find(who.brand().id(), wish).lineUp().picks();
        var rules = rules(who.brand(), campaign);
        return new Download("line-up.csv", Csv.TYPE, out -> {
            try (var csv = new Csv(out, ',')) {
                csv.row(NextRules.COLUMNS);
                picks.forEach(one -> csv.row(rules.cells(one)));
            }
        });
    }

    /** With exactly those who were shown: orders that came in since then do not change whom somebody decided for. */
    private Answer plan(SignedIn who, ServerRequest request) {
        var campaign = campaign(who, request);
        var ids = Arrays.stream(Requests.form(request).first("who").orElse("").split("\\s+"))
                .map(text -> Ids.parse(AmbassadorId.PREFIX, text))
                .filter(OptionalLong::isPresent)
                .map(id -> new AmbassadorId(id.getAsLong()))
                .distinct()
                .toList();
        var known = ambassadors.find(who.brand().id(), ids);
        var chosen = ids.stream().filter(known::containsKey).toList();
        if (chosen.isEmpty()) {
            return Answer.redirect(address(campaign));
        }
        var plan = templates.with(who.brand(), campaign, chosen);
        return Answer.redirect(StepPages.address(plan) + "/" + Step.GOAL.word());
    }

    /** What was said when the campaign was planned is said already. */
    private NextQuestion question(Brand brand, Campaign campaign, Form sent) {
        var usual = new HashMap<String, String>();
        usual.put("exploration", Long.toString(Math.round(LineUpWish.USUAL_EXPLORATION * 100)));
        plans.of(brand.id(), campaign.id())
                .ifPresent(plan ->
                        List.of("margin", "average_order").forEach(field -> usual.put(field, plan.value(field))));
        return new NextQuestion(brand, campaign, sent, Map.copyOf(usual));
    }

    private NextRules rules(Brand brand, Campaign campaign) {
        return new NextRules(frame.formats(brand), campaign.currency());
    }

    private Campaign campaign(SignedIn who, ServerRequest request) {
        return campaigns.get(who.brand().id(), CampaignRoutes.id(request));
    }

    private static String address(Campaign campaign) {
        return WizardRoutes.address(campaign.id()) + "/next";
    }
}
