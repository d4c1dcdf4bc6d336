package dev.herald.console;

import dev.herald.access.Access;
import dev.herald.access.Access.SignedIn;
import dev.herald.access.Brand;
import dev.herald.access.BrandId;
import dev.herald.access.PortalLinks;
import dev.herald.ambassador.Ambassador;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.ambassador.AmbassadorRoutes;
import dev.herald.ambassador.Ambassadors;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.Campaigns;
import dev.herald.code.CodeIssuer;
import dev.herald.code.Codes;
import dev.herald.code.Enrollment;
import dev.herald.code.PromoCode;
import dev.herald.console.AmbassadorsPage.Told;
import dev.herald.console.ProfilePage.Membership;
import dev.herald.console.Shell.Section;
import dev.herald.insight.AmbassadorFigures;
import dev.herald.insight.Audiences;
import dev.herald.insight.Insights;
import dev.herald.insight.RankedAmbassador;
import dev.herald.invite.Invitations;
import dev.herald.platform.Answer;
import dev.herald.platform.Page;
import dev.herald.platform.Requests;
import dev.herald.reward.LedgerEntry;
import dev.herald.reward.Rewards;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** An ambassador's profile, and what the brand can do about him. */
public final class ProfileRoutes implements HttpService {

    static final String ADDRESS = "/console/ambassadors/";
    private static final String USUAL_DAYS = "90";
    private static final int ENTRIES_SHOWN = 5;

    /** Of an order that was sent back, one of two entries may have moved nothing. */
    private static final Page LATEST_ENTRIES = new Page(2 * ENTRIES_SHOWN, Long.MAX_VALUE);

    private static final int MEMBERSHIPS_SHOWN = 20;

    /** Estimating takes everybody in a campaign into account, so only the latest are. */
    private static final int ESTIMATED = 3;

    /** What a profile is made of. */
    public record Sources(
            Access access,
            PortalLinks links,
            Ambassadors ambassadors,
            Campaigns campaigns,
            Codes codes,
            CodeIssuer issuer,
            Insights insights,
            AmbassadorFigures figures,
            Audiences audiences,
            Invitations invitations,
            Rewards rewards) {}

    private final Frame frame;
    private final Sources from;

    public ProfileRoutes(Frame frame, Sources from) {
        this.frame = frame;
        this.from = from;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(ADDRESS + "{id}", frame.page(this::show))
                .post(ADDRESS + "{id}/link", frame.form(this::makeLink))
                .post(ADDRESS + "{id}/revoke", frame.form(this::revoke))
                .post(ADDRESS + "{id}/invite", frame.form(this::invite))
                .post(ADDRESS + "{id}/remove", frame.form(this::remove))
                .post(ADDRESS + "{id}/restore", frame.form(this::restore));
    }

    private Answer show(SignedIn who, ServerRequest request) {
        var query = request.query();
        var text = query.contains("created")
                ? "Added."
                : query.contains("saved") ? "Saved." : query.contains("revoked") ? "No older link works any more." : "";
        return page(who, request, "", new Told(text, "", ""));
    }

    /** Shown this once, because only its hash is kept. */
    private Answer makeLink(SignedIn who, ServerRequest request) {
        var one = ambassador(who, request);
        var token = from.access().createPortalLink(who.brand().id(), one.id().value());
        return page(who, request, Requests.origin(request) + "/a/" + token, Told.NOTHING);
    }

    private Answer revoke(SignedIn who, ServerRequest request) {
        var one = ambassador(who, request);
        from.links().revoke(who.brand().id(), one.id().value());
        return Answer.redirect(ADDRESS + one.id() + "?revoked");
    }

    private Answer invite(SignedIn who, ServerRequest request) {
        var one = ambassador(who, request);
        var invited = from.invitations().invite(who.brand().id(), List.of(one.id()), Requests.origin(request));
        var job = invited.job();
        return page(
                who,
                request,
                "",
                new Told(
                        new MailRules(frame.formats(who.brand())).told(invited),
                        "",
                        job == null ? "" : "/console/jobs/" + job.id()));
    }

    /** Codes go on working unless that is asked for too: disabling cannot be undone. */
    private Answer remove(SignedIn who, ServerRequest request) {
        var one = ambassador(who, request);
        if (Requests.form(request).contains("codes")) {
            from.codes().enrollmentsOf(who.brand().id(), one.id()).stream()
                    .map(Enrollment::code)
                    .filter(code -> one.id().equals(code.owner()))
                    .filter(code -> code.status() == PromoCode.Status.LIVE)
                    .forEach(code -> disable(who.brand().id(), code));
        }
        from.ambassadors().remove(who.brand().id(), one.id());
        return Answer.redirect("/console/ambassadors?removed=" + one.id());
    }

    /** As over the API: between redemptions, so that no one of the campaign is half-way. */
    private void disable(BrandId brand, PromoCode code) {
        from.issuer()
                .undisturbed(
                        brand,
                        _ -> from.campaigns().betweenRedemptions(brand, code.campaign(), () -> {
                            from.issuer().disable(brand, code);
                            return code;
                        }));
    }

    private Answer restore(SignedIn who, ServerRequest request) {
        var one = ambassador(who, request);
        from.ambassadors().bringBack(who.brand().id(), one.id());
        return Answer.redirect(ADDRESS + one.id());
    }

    private Ambassador ambassador(SignedIn who, ServerRequest request) {
        return from.ambassadors().get(who.brand().id(), AmbassadorRoutes.id(request));
    }

    private Answer page(SignedIn who, ServerRequest request, String link, Told told) {
        var brand = who.brand();
        var one = ambassador(who, request);
        var formats = frame.formats(brand);
        var rules = new ProfileRules(formats, frame.now());
        var sales = from.figures().sales(brand.id(), List.of(one.id())).get(one.id());
        var currency = sales == null ? brand.look().currency() : sales.currency();
        var days = ChartRules.chosen(request.query().first("days").orElse(USUAL_DAYS));
        var page = new ProfilePage(
                frame.shell(who, request, one.name(), Section.AMBASSADORS),
                rules.person(one),
                rules.figures(sales),
                new ChartRules(formats)
                        .chart(ADDRESS + one.id(), days, from.figures().days(brand.id(), one.id(), currency, days)),
                memberships(brand.id(), one.id(), rules),
                new AudienceCardRules(formats)
                        .ofAmbassador(from.audiences().of(brand.id(), one.id()), ADDRESS + one.id()),
                rewards(brand, one.id()),
                rules.visits(
                        one,
                        from.links().count(brand.id(), one.id().value()),
                        from.invitations().canMail()),
                rules.mails(from.invitations().of(brand.id(), one.id())),
                link,
                told);
        return frame.show(request, 200, "console/ambassador.jte", page);
    }

    private RewardCard rewards(Brand brand, AmbassadorId one) {
        var words = new RewardWords(frame.formats(brand), frame.now());
        return new RewardCard(
                from.rewards().balances(brand.id(), one).stream()
                        .map(words::balance)
                        .toList(),
                from.rewards().entries(brand.id(), one, LATEST_ENTRIES).stream()
                        .filter(LedgerEntry::movesAnything)
                        .limit(ENTRIES_SHOWN)
                        .map(words::line)
                        .toList(),
                ADDRESS + one + "/statements/" + YearMonth.from(frame.now().atZone(brand.zone())));
    }

    private List<Membership> memberships(BrandId brand, AmbassadorId one, ProfileRules rules) {
        var enrollments = from.codes().enrollmentsOf(brand, one).stream()
                .limit(MEMBERSHIPS_SHOWN)
                .toList();
        var uses = from.insights()
                .uses(
                        brand,
                        enrollments.stream().map(found -> found.code().id()).toList());
        var memberships = new ArrayList<Membership>();
        var estimated = 0;
        for (var enrollment : enrollments) {
            var campaign = from.campaigns().get(brand, enrollment.campaign());
            var ranked = isRanked(one, enrollment, campaign) && estimated < ESTIMATED;
            estimated += ranked ? 1 : 0;
            List<RankedAmbassador> place = ranked
                    ? from.figures().place(brand, campaign.id(), one).stream().toList()
                    : List.of();
            memberships.add(rules.membership(
                    campaign,
                    enrollment.code(),
                    uses.getOrDefault(enrollment.code().id(), 0L),
                    place));
        }
        return memberships;
    }

    private static boolean isRanked(AmbassadorId one, Enrollment enrollment, Campaign campaign) {
        return one.equals(enrollment.code().owner()) && campaign.state() != Campaign.State.DRAFT;
    }
}
