package dev.herald.console;

import dev.herald.access.Access.SignedIn;
import dev.herald.access.Brand;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.CampaignId;
import dev.herald.campaign.Campaigns;
import dev.herald.console.Shell.Section;
import dev.herald.insight.Audiences;
import dev.herald.insight.Insights;
import dev.herald.insight.RankingChoice;
import dev.herald.insight.Totals;
import dev.herald.planner.CampaignPlans;
import dev.herald.platform.Answer;
import dev.herald.platform.Page;
import dev.herald.platform.Requests;
import dev.herald.web.Form;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The pages of the console. */
public final class ConsoleRoutes implements HttpService {

    private static final int MOST_RUNNING = 6;
    private static final int USUALLY_SHOWN = 50;
    private static final int MOST_SHOWN = 1_000;

    private final Campaigns campaigns;
    private final Insights insights;
    private final Audiences audiences;
    private final CampaignActs acts;
    private final CampaignPlans plans;
    private final Waiting waiting;
    private final Frame frame;

    public ConsoleRoutes(
            Frame frame,
            Campaigns campaigns,
            Insights insights,
            Audiences audiences,
            CampaignPlans plans,
            CampaignActs acts,
            Waiting waiting) {
        this.waiting = waiting;
        this.frame = frame;
        this.campaigns = campaigns;
        this.insights = insights;
        this.audiences = audiences;
        this.plans = plans;
        this.acts = acts;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/console", frame.page(this::overview))
                .get("/console/campaigns", frame.page(this::campaigns))
                .get("/console/campaigns/{id}", frame.page(this::campaign));
    }

    private Answer overview(SignedIn who, ServerRequest request) {
        var brand = who.brand();
        var formats = frame.formats(brand);
        var days = ChartRules.chosen(request.query().first("days").orElse(""));
        var newest = campaigns.list(brand.id(), new Page(Page.DEFAULT, Long.MAX_VALUE));
        var running = newest.stream()
                .filter(one -> one.shownState(frame.now()) == Campaign.State.RUNNING)
                .limit(MOST_RUNNING)
                .toList();
        var totals =
                insights.totals(brand.id(), running.stream().map(Campaign::id).toList());
        var attention = new AttentionRules(formats);
        var seen = insights.overview(brand.id(), days);
        var page = new OverviewPage(
                frame.shell(who, request, "Overview", Section.OVERVIEW),
                Stream.concat(
                                waiting.of(brand, formats).stream(),
                                running.stream()
                                        .flatMap(one ->
                                                attention.of(one, totals.getOrDefault(one.id(), Totals.NONE)).stream()))
                        .toList(),
                new FigureRules(formats).overview(seen),
                new ChartRules(formats).chart("/console", days, seen.days()),
                lines(brand, running, totals),
                new RankingRules(formats, seen.currency())
                        .ranking(
                                "Top ambassadors",
                                RankingChoice.USUAL,
                                seen.top(),
                                "No redemption was credited to an ambassador in this period."),
                newest.isEmpty() ? sample(request) : "");
        return frame.show(request, 200, "console/overview.jte", page);
    }

    private Answer campaigns(SignedIn who, ServerRequest request) {
        var asked = Requests.page(request, CampaignId.PREFIX);
        var listing = asked.listing(
                campaigns.list(who.brand().id(), asked),
                campaign -> campaign,
                campaign -> campaign.id().toString());
        var next = listing.next();
        var totals = insights.totals(
                who.brand().id(), listing.data().stream().map(Campaign::id).toList());
        var page = new CampaignsPage(
                frame.shell(who, request, "Campaigns", Section.CAMPAIGNS),
                lines(who.brand(), listing.data(), totals),
                plans(who.brand()),
                next == null ? "" : next,
                sample(request));
        return frame.show(request, 200, "console/campaigns.jte", page);
    }

    private Answer campaign(SignedIn who, ServerRequest request) {
        var brand = who.brand();
        var formats = frame.formats(brand);
        var campaign =
                campaigns.get(brand.id(), new CampaignId(Requests.id(request, "id", CampaignId.PREFIX, "campaign")));
        var totals = insights.totals(brand.id(), campaign.id());
        var line = new CampaignLines(formats, frame.now()).line(campaign, totals);
        var days = ChartRules.chosen(request.query().first("days").orElse(""));
        var shown = request.query().contains("all") ? MOST_SHOWN : USUALLY_SHOWN;
        var choice = RankingRules.chosen(Form.of(request.query()));
        var ranked = insights.ranking(brand.id(), campaign.id(), choice);
        var first = insights.withCodes(brand.id(), campaign.id(), ranked.subList(0, Math.min(shown, ranked.size())));
        var page = new CampaignPage(
                frame.shell(who, request, campaign.name(), Section.CAMPAIGNS),
                line,
                acts.of(brand, campaign),
                Stream.ofNullable(campaign.blanketCode()).toList(),
                new FigureRules(formats).campaign(campaign, totals),
                new ChartRules(formats).lastDays(line.address(), days, insights.timeline(brand.id(), campaign.id())),
                new DeclineRules(formats).lines(insights.declines(brand.id(), campaign.id())),
                audiences(brand, campaign, line.address()),
                new RankingRules(formats, campaign.currency()).ranking(campaign, choice, first, ranked.size()));
        return frame.show(request, 200, "console/campaign.jte", page);
    }

    private List<AudienceCard> audiences(Brand brand, Campaign campaign, String address) {
        var rules = new AudienceCardRules(frame.formats(brand));
        return Stream.concat(
                        Stream.of(rules.ofCampaign(audiences.of(brand.id(), campaign.id()), address)),
                        rules.ofMembers(audiences.ofMembers(brand.id(), campaign.id())).stream())
                .toList();
    }

    private List<PlanLine> plans(Brand brand) {
        var formats = frame.formats(brand);
        return plans.unfinished(brand.id()).stream()
                .map(plan -> new PlanLine(
                        "/console/campaigns/new/" + plan.id(),
                        plan.value("name").isEmpty() ? "Without a name" : plan.value("name"),
                        formats.time(plan.changedAt())))
                .toList();
    }

    private List<CampaignLine> lines(Brand brand, List<Campaign> some, Map<CampaignId, Totals> totals) {
        var lines = new CampaignLines(frame.formats(brand), frame.now());
        return some.stream()
                .map(campaign -> lines.line(campaign, totals.getOrDefault(campaign.id(), Totals.NONE)))
                .toList();
    }

    /** A request that can be pasted into a shell: it makes a campaign that begins today. */
    private String sample(ServerRequest request) {
        return """
                curl http://%s/v1/campaigns \\
                  -H "Authorization: Bearer $HERALD_KEY" \\
                  -H "Content-Type: application/json" \\
                  -d '{"name": "First campaign", "objective": "new_customers", "currency": "EUR",
                       "offer": {"type": "percent", "value": 20}, "starts_at": "%s"}'""".formatted(Requests.header(request, "Host"), frame.now().truncatedTo(ChronoUnit.DAYS));
    }
}
