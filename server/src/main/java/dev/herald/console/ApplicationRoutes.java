package dev.herald.console;

import dev.herald.access.Access;
import dev.herald.access.Access.SignedIn;
import dev.herald.ambassador.Ambassador;
import dev.herald.console.ApplicationsPage.Decided;
import dev.herald.console.ApplicationsPage.Wish;
import dev.herald.console.Badge.Tone;
import dev.herald.console.Shell.Section;
import dev.herald.invite.Application;
import dev.herald.invite.Applications;
import dev.herald.invite.Invitations;
import dev.herald.platform.Answer;
import dev.herald.platform.Page;
import dev.herald.platform.Requests;
import dev.herald.web.Formats;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The page on which a brand answers those who want to become ambassadors. */
public final class ApplicationRoutes implements HttpService {

    private static final String ADDRESS = "/console/ambassadors/applications";
    private static final int DECIDED_SHOWN = 10;

    private final Frame frame;
    private final Access access;
    private final Applications applications;
    private final Invitations invitations;

    public ApplicationRoutes(Frame frame, Access access, Applications applications, Invitations invitations) {
        this.frame = frame;
        this.access = access;
        this.applications = applications;
        this.invitations = invitations;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(ADDRESS, frame.page(this::show))
                .post(ADDRESS + "/form", frame.form(this::switchForm))
                .post(ADDRESS + "/{id}/approve", frame.form(this::approve))
                .post(ADDRESS + "/{id}/decline", frame.form(this::decline))
                .post(ADDRESS + "/{id}/reconsider", frame.form(this::reconsider));
    }

    private Answer show(SignedIn who, ServerRequest request) {
        return page(who, request, "", "");
    }

    private Answer switchForm(SignedIn who, ServerRequest request) {
        applications.setOpen(who.brand().id(), Requests.form(request).contains("open"));
        return Answer.redirect(ADDRESS);
    }

    /** The new ambassador is invited at once; where no mail can be sent, the link is shown instead. */
    private Answer approve(SignedIn who, ServerRequest request) {
        var brand = who.brand().id();
        var ambassador = applications.approve(brand, id(request));
        var origin = Requests.origin(request);
        if (invitations.canMail() && ambassador.canBeMailed()) {
            invitations.invite(brand, List.of(ambassador.id()), origin);
            return page(
                    who, request, ambassador.name() + " is an ambassador now, and the invitation is on its way.", "");
        }
        return page(who, request, ambassador.name() + " is an ambassador now.", link(who, ambassador, origin));
    }

    private String link(SignedIn who, Ambassador ambassador, String origin) {
        return origin + "/a/"
                + access.createPortalLink(who.brand().id(), ambassador.id().value());
    }

    private Answer decline(SignedIn who, ServerRequest request) {
        var application = applications.decline(who.brand().id(), id(request));
        return page(
                who,
                request,
                application.wish().name() + " was declined. Nobody is told; undo it below if need be.",
                "");
    }

    private Answer reconsider(SignedIn who, ServerRequest request) {
        applications.reconsider(who.brand().id(), id(request));
        return Answer.redirect(ADDRESS);
    }

    private Answer page(SignedIn who, ServerRequest request, String told, String magicLink) {
        var brand = who.brand();
        var formats = frame.formats(brand);
        var asked = Requests.page(request, Application.Id.PREFIX);
        var listing = asked.listing(
                applications.list(brand.id(), Application.State.WAITING, asked),
                one -> wish(one, formats),
                one -> one.id().toString());
        var next = listing.next();
        var latest = new Page(DECIDED_SHOWN, Long.MAX_VALUE);
        var decided = Stream.of(Application.State.APPROVED, Application.State.DECLINED)
                .flatMap(state -> applications.list(brand.id(), state, latest).stream())
                .sorted(Comparator.comparing(ApplicationRoutes::decidedAt).reversed())
                .limit(DECIDED_SHOWN)
                .map(one -> decided(one, formats))
                .toList();
        var page = new ApplicationsPage(
                frame.shell(who, request, "Applications", Section.AMBASSADORS),
                applications.isOpen(brand.id()),
                Requests.origin(request) + "/apply/" + Applications.slug(brand),
                invitations.canMail(),
                listing.data(),
                decided,
                next == null ? "" : ADDRESS + "?after=" + next,
                told,
                magicLink);
        return frame.show(request, 200, "console/applications.jte", page);
    }

    private static Wish wish(Application one, Formats formats) {
        var wish = one.wish();
        return new Wish(
                one.id().toString(),
                wish.name(),
                RankingRules.initials(wish.name()),
                Objects.requireNonNullElse(wish.email(), ""),
                Objects.requireNonNullElse(wish.handle(), ""),
                wish.audienceSize() == Ambassador.USUAL_AUDIENCE ? "" : formats.count(wish.audienceSize()),
                wish.channels(),
                one.why(),
                formats.time(one.createdAt()));
    }

    private static Decided decided(Application one, Formats formats) {
        var made = one.ambassador();
        return new Decided(
                one.id().toString(),
                one.wish().name(),
                made == null ? new Badge("Declined", Tone.PLAIN) : new Badge("Approved", Tone.GOOD),
                made == null ? "" : ProfileRoutes.ADDRESS + made,
                formats.time(decidedAt(one)));
    }

    private static java.time.Instant decidedAt(Application one) {
        return Objects.requireNonNullElse(one.decidedAt(), one.createdAt());
    }

    private static Application.Id id(ServerRequest request) {
        return new Application.Id(Requests.id(request, "id", Application.Id.PREFIX, "application"));
    }
}
