package dev.herald.portal;

import dev.herald.access.Access;
import dev.herald.ambassador.Ambassadors;
import dev.herald.campaign.Campaigns;
import dev.herald.code.CodeIssuer;
import dev.herald.code.Codes;
import dev.herald.code.Wish;
import dev.herald.platform.Answer;
import dev.herald.platform.RequestRefused;
import dev.herald.platform.Requests;
import dev.herald.portal.AmbassadorPage.Choice;
import dev.herald.portal.AmbassadorPages.Tried;
import dev.herald.portal.Visits.Visit;
import dev.herald.web.Pages;
import dev.herald.web.SameOrigin;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.util.List;
import java.util.function.UnaryOperator;

/** The ambassador's page, opened with a magic link. */
public final class PortalRoutes implements HttpService {

    private final Campaigns campaigns;
    private final Codes codes;
    private final CodeIssuer issuer;
    private final AmbassadorPages made;
    private final Visits visits;

    public PortalRoutes(
            Access access,
            Ambassadors ambassadors,
            Campaigns campaigns,
            Codes codes,
            CodeIssuer issuer,
            AmbassadorPages made,
            Pages pages) {
        this.campaigns = campaigns;
        this.codes = codes;
        this.issuer = issuer;
        this.made = made;
        this.visits = new Visits(access, ambassadors, pages);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/a/{token}", visits.handler(visit -> page(visit, 200, visit.wanted(), UnaryOperator.identity())))
                .post("/a/{token}/code", visits.handler(this::choose));
    }

    /** The wish for another code: granted, the page shows it; refused, it says why and what could be had. */
    private Answer choose(Visit visit) {
        if (!SameOrigin.allows(visit.request())) {
            return visits.notice(visit, 403, "elsewhere");
        }
        var form = Requests.form(visit.request());
        var wish = form.first("code").orElse("").strip();
        var named = form.first("enrollment").orElse("");
        var brand = visit.brand().id();
        var enrollment = codes.enrollmentsOf(brand, visit.ambassador()).stream()
                .filter(one -> one.id().toString().equals(named))
                .findFirst()
                .orElseThrow(() -> RequestRefused.notFound("code"));
        try {
            var campaign = campaigns.get(brand, enrollment.campaign());
            campaigns.requireOpen(campaign);
            return switch (issuer.choose(campaign, enrollment, wish)) {
                case Wish.Granted _ -> Answer.redirect(visit.address() + "?of=" + named + "#code");
                case Wish.Refused(var objection, var others) ->
                    page(
                            visit,
                            422,
                            named,
                            choice -> choice.refused(wish, why(visit, objection.code(), objection.detail()), others));
            };
        } catch (RequestRefused refused) {
            var why = why(visit, refused.problem().code(), refused.problem().detail());
            return page(visit, 422, named, choice -> choice.refused(wish, why, List.of()));
        }
    }

    /** In the ambassador's language, if it is something that we know to say in it. */
    private static String why(Visit visit, String code, String detail) {
        return visit.texts().saysOr("refused." + code, detail);
    }

    /**
     * @param wanted the enrollment to show, "" for the one that matters most
     * @param tried tells what became of a wish
     */
    private Answer page(Visit visit, int status, String wanted, UnaryOperator<Choice> tried) {
        var around = visits.around(
                visit, visit.texts().say("your.title", visit.brand().name()));
        return visits.show(visit, status, made.page(visit, around, wanted, Tried.wishing(tried)));
    }
}
