package dev.herald.console;

import dev.herald.access.Access.SignedIn;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.ambassador.Ambassadors;
import dev.herald.attribution.EstimateWork;
import dev.herald.attribution.EstimatedCredit;
import dev.herald.attribution.Estimates;
import dev.herald.attribution.Post;
import dev.herald.attribution.Posts;
import dev.herald.attribution.SurveyAnswer;
import dev.herald.attribution.Surveys;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.CampaignRoutes;
import dev.herald.campaign.Campaigns;
import dev.herald.console.Shell.Section;
import dev.herald.job.Job;
import dev.herald.job.JobId;
import dev.herald.job.Jobs;
import dev.herald.platform.Answer;
import dev.herald.platform.Ids;
import dev.herald.platform.Page;
import dev.herald.platform.RequestRefused;
import dev.herald.platform.Requests;
import dev.herald.web.Form;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Estimated credit on the console: who brought how much, what that rests on, and the posts it is made from. */
public final class CreditPageRoutes implements HttpService {

    private static final int SHOWN = 100;
    private static final int POSTS = 20;
    private static final String WHO = "ambassador";
    private static final String WHEN = "posted_at";

    private final Frame frame;
    private final Campaigns campaigns;
    private final Ambassadors ambassadors;
    private final Features features;
    private final Jobs jobs;

    /** What knows of posts, answers and estimates. */
    public record Features(Posts posts, Surveys surveys, Estimates estimates) {}

    public CreditPageRoutes(Frame frame, Campaigns campaigns, Ambassadors ambassadors, Features features, Jobs jobs) {
        this.frame = frame;
        this.campaigns = campaigns;
        this.ambassadors = ambassadors;
        this.features = features;
        this.jobs = jobs;
    }

    @Override
    public void routing(HttpRules rules) {
        var address = "/console/campaigns/{id}/credit";
        rules.get(address, frame.page((who, request) -> page(who, request, 200, fresh(who))))
                .post(address, frame.form(this::begin))
                .post(address + "/posts", frame.form(this::tell))
                .post(address + "/posts/{post}/delete", frame.form(this::delete));
    }

    private Answer begin(SignedIn who, ServerRequest request) {
        var campaign = campaign(who, request);
        var job = features.estimates().begin(campaign);
        return Answer.redirect(address(campaign) + "?job=" + job.id());
    }

    private Answer tell(SignedIn who, ServerRequest request) {
        var campaign = campaign(who, request);
        var form = Form.of(Requests.form(request));
        var at = time(form.value(WHEN), who.brand().zone());
        var answer = features.surveys().typed(who.brand().id(), campaign.id(), form.value(WHO));
        if (at.isEmpty()) {
            form = form.refused(WHEN, "Say the day and the time of the post.");
        }
        if (!(answer instanceof SurveyAnswer.Somebody(var ambassador))) {
            form = form.refused(WHO, "Nobody who shares this code is called so, or several are. Try the handle.");
            return page(who, request, 422, form);
        }
        if (form.hasFaults()) {
            return page(who, request, 422, form);
        }
        return switch (features.posts().tell(campaign, ambassador, at.get(), Post.Source.ENTERED)) {
            case Posts.Told.Kept _ -> Answer.redirect(address(campaign) + "?told=kept#posts");
            case Posts.Told.Refused(var field, var why) ->
                page(who, request, 422, form.refused(field.equals(WHEN) ? WHEN : WHO, "The post " + why));
        };
    }

    private Answer delete(SignedIn who, ServerRequest request) {
        var campaign = campaign(who, request);
        features.posts().delete(campaign, new Post.Id(Requests.id(request, "post", Post.Id.PREFIX, "post")));
        return Answer.redirect(address(campaign) + "?told=deleted#posts");
    }

    private Answer page(SignedIn who, ServerRequest request, int status, Form form) {
        var campaign = campaign(who, request);
        var estimate = features.estimates().latest(campaign);
        var credits = estimate.map(one -> features.estimates().credits(campaign, one, 0, SHOWN + 1))
                .orElse(List.of());
        var shown = credits.stream().limit(SHOWN).toList();
        var posts = features.posts().list(campaign, new Page(POSTS, Long.MAX_VALUE)).stream()
                .limit(POSTS)
                .toList();
        var rules = new CreditRules(
                frame.formats(who.brand()), ambassadors.find(who.brand().id(), named(shown, posts)));
        var page = new CreditPage(
                frame.shell(who, request, "Estimated credit of " + campaign.name(), Section.CAMPAIGNS),
                campaign.name(),
                "/console/campaigns/" + campaign.id(),
                address(campaign),
                campaign.reward() == null
                        ? ""
                        : estimate.map(one -> CreditPayRoutes.address(campaign, one.version()))
                                .orElse(""),
                told(request),
                estimate.map(rules::rests).orElse(List.of()),
                shown.stream().map(rules::row).toList(),
                credits.size() > SHOWN ? "The " + SHOWN + " with the most credit are shown; the API tells all." : "",
                job(who, request).stream()
                        .map(new JobLines(frame.formats(who.brand()), frame.now())::line)
                        .toList(),
                posts.stream()
                        .map(post -> rules.posted(post, address(campaign)))
                        .toList(),
                form);
        return frame.show(request, status, "console/credit.jte", page);
    }

    private static List<AmbassadorId> named(List<EstimatedCredit> credits, List<Post> posts) {
        var ids = new LinkedHashSet<AmbassadorId>();
        credits.forEach(one -> {
            ids.add(one.ambassador());
            ids.addAll(one.alike());
        });
        posts.forEach(one -> ids.add(one.ambassador()));
        return List.copyOf(ids);
    }

    private static String told(ServerRequest request) {
        return switch (request.query().first("told").orElse("")) {
            case "kept" -> "The post is noted. Estimate again to have it count.";
            case "deleted" -> "The post is gone. Estimate again to have that count.";
            default -> "";
        };
    }

    /** The one that is under way, as far as the address tells of it. */
    private Optional<Job> job(SignedIn who, ServerRequest request) {
        var id = Ids.parse(JobId.PREFIX, request.query().first("job").orElse(""));
        return id.isEmpty()
                ? Optional.empty()
                : jobs.find(who.brand().id(), new JobId(id.getAsLong()))
                        .filter(job -> job.kind().equals(EstimateWork.KIND) && job.state() != Job.State.DONE);
    }

    private Campaign campaign(SignedIn who, ServerRequest request) {
        var campaign = campaigns.get(who.brand().id(), CampaignRoutes.id(request));
        if (!campaign.strategy().sharesCode()) {
            throw RequestRefused.notFound("page for a campaign in which everybody has a code of his own");
        }
        return campaign;
    }

    private static String address(Campaign campaign) {
        return "/console/campaigns/" + campaign.id() + "/credit";
    }

    private Form fresh(SignedIn who) {
        var now = LocalDateTime.ofInstant(frame.now(), who.brand().zone()).truncatedTo(ChronoUnit.MINUTES);
        return new Form(Map.of(WHEN, now.toString()), Map.of());
    }

    /** As a browser sends a day and a time, which has no zone: it is the brand's. */
    private static Optional<Instant> time(String text, ZoneId zone) {
        try {
            return Optional.of(LocalDateTime.parse(text).atZone(zone).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
