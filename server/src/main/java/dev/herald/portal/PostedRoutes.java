package dev.herald.portal;

import dev.herald.access.Access;
import dev.herald.ambassador.Ambassadors;
import dev.herald.attribution.Post;
import dev.herald.attribution.Posts;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.Campaigns;
import dev.herald.code.Codes;
import dev.herald.code.Enrollment;
import dev.herald.code.PromoCode;
import dev.herald.platform.Answer;
import dev.herald.platform.Ids;
import dev.herald.platform.RequestRefused;
import dev.herald.platform.Requests;
import dev.herald.portal.AmbassadorPages.Tried;
import dev.herald.portal.Visits.Visit;
import dev.herald.web.Form;
import dev.herald.web.Pages;
import dev.herald.web.SameOrigin;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BiFunction;

/** "I posted": an ambassador who shares a code tells when, or takes it back. */
public final class PostedRoutes implements HttpService {

    /** What a form of the ambassador's page is about. */
    private record Told(Enrollment enrollment, Campaign campaign, Form form) {}

    private final Campaigns campaigns;
    private final Codes codes;
    private final Posts posts;
    private final AmbassadorPages made;
    private final Visits visits;
    private final InstantSource clock;

    public PostedRoutes(
            Access access,
            Ambassadors ambassadors,
            Sharing sharing,
            AmbassadorPages made,
            Pages pages,
            InstantSource clock) {
        this.campaigns = sharing.campaigns();
        this.codes = sharing.codes();
        this.posts = sharing.posts();
        this.made = made;
        this.visits = new Visits(access, ambassadors, pages);
        this.clock = clock;
    }

    /** What knows who shares which code, and when he posted. */
    public record Sharing(Campaigns campaigns, Codes codes, Posts posts) {}

    @Override
    public void routing(HttpRules rules) {
        rules.post("/a/{token}/posts", told(this::tell)).post("/a/{token}/posts/undo", told(this::undo));
    }

    private Handler told(BiFunction<Visit, Told, Answer> route) {
        return visits.handler(visit -> SameOrigin.allows(visit.request())
                ? route.apply(visit, told(visit))
                : visits.notice(visit, 403, "elsewhere"));
    }

    private Told told(Visit visit) {
        var form = Form.of(Requests.form(visit.request()));
        var brand = visit.brand().id();
        var enrollment = codes.enrollmentsOf(brand, visit.ambassador()).stream()
                .filter(one -> one.id().toString().equals(form.value("enrollment")))
                .filter(one -> one.code().kind() == PromoCode.Kind.BLANKET)
                .findFirst()
                .orElseThrow(() -> RequestRefused.notFound("code"));
        return new Told(enrollment, campaigns.get(brand, enrollment.campaign()), form);
    }

    private Answer tell(Visit visit, Told told) {
        var typed = told.form().value("at");
        var at = told.form().has("now")
                ? Optional.of(clock.instant().truncatedTo(ChronoUnit.MINUTES))
                : time(typed, visit.brand().zone());
        if (at.isEmpty()) {
            return refused(visit, told, typed, "posted.fault.when");
        }
        return switch (posts.tell(told.campaign(), visit.ambassador(), at.get(), Post.Source.TOLD)) {
            case Posts.Told.Kept _ -> back(visit, told);
            case Posts.Told.Refused refused -> refused(visit, told, typed, fault(refused.field()));
        };
    }

    private static String fault(String field) {
        return field.equals("posted_at") ? "posted.fault.future" : "posted.fault.many";
    }

    /** Only of his own. */
    private Answer undo(Visit visit, Told told) {
        var id = Ids.parse(Post.Id.PREFIX, told.form().value("post"));
        posts.of(told.campaign(), visit.ambassador()).stream()
                .filter(post -> id.isPresent() && post.id().value() == id.getAsLong())
                .forEach(post -> posts.delete(told.campaign(), post.id()));
        return back(visit, told);
    }

    private static Answer back(Visit visit, Told told) {
        return Answer.redirect(visit.address() + "?of=" + told.enrollment().id() + "#posted");
    }

    private Answer refused(Visit visit, Told told, String typed, String why) {
        var texts = visit.texts();
        var around = visits.around(visit, texts.say("your.title", visit.brand().name()));
        var tried = Tried.posting(posted -> posted.refused(typed, texts.say(why)));
        return visits.show(
                visit, 422, made.page(visit, around, told.enrollment().id().toString(), tried));
    }

    /** A browser sends a day and a time without a zone: it is the brand's, as the page says. */
    private static Optional<Instant> time(String text, ZoneId zone) {
        try {
            return Optional.of(LocalDateTime.parse(text).atZone(zone).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
