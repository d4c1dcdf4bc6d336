package dev.herald.portal;

import dev.herald.access.Access;
import dev.herald.access.Access.PortalVisitor;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.ambassador.Ambassadors;
import dev.herald.campaign.Campaigns;
import dev.herald.code.CodeIssuer;
import dev.herald.code.Codes;
import dev.herald.code.Wish;
import dev.herald.insight.Insights;
import dev.herald.platform.Answer;
import dev.herald.platform.HttpServer;
import dev.herald.platform.RequestRefused;
import dev.herald.platform.Requests;
import dev.herald.portal.AmbassadorPage.Choice;
import dev.herald.portal.AmbassadorPage.Past;
import dev.herald.portal.AmbassadorPage.Ticket;
import dev.herald.web.Formats;
import dev.herald.web.Notice.Action;
import dev.herald.web.Pages;
import dev.herald.web.SameOrigin;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** The ambassador's page, opened with a magic link that works until it is revoked. */
public final class PortalRoutes implements HttpService {

    private final Access access;
    private final Ambassadors ambassadors;
    private final Campaigns campaigns;
    private final Codes codes;
    private final CodeIssuer issuer;
    private final Insights insights;
    private final Pages pages;
    private final InstantSource clock;

    public PortalRoutes(
            Access access,
            Ambassadors ambassadors,
            Campaigns campaigns,
            Codes codes,
            CodeIssuer issuer,
            Insights insights,
            Pages pages,
            InstantSource clock) {
        this.access = access;
        this.ambassadors = ambassadors;
        this.campaigns = campaigns;
        this.codes = codes;
        this.issuer = issuer;
        this.insights = insights;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/a/{token}", HttpServer.handler(request -> forVisitor(request, this::page)))
                .post("/a/{token}/code", HttpServer.handler(request -> forVisitor(request, this::choose)));
    }

    private Answer forVisitor(ServerRequest request, BiFunction<PortalVisitor, ServerRequest, Answer> route) {
        return access.portalVisitor(token(request))
                .map(visitor -> route.apply(visitor, request))
                .orElseGet(() -> pages.notice(
                        request,
                        404,
                        "This link does not work",
                        "Check that it was copied whole. If it was, ask the brand that sent it for a new one.",
                        Action.NONE));
    }

    private Answer page(PortalVisitor visitor, ServerRequest request) {
        return page(visitor, request, 200, UnaryOperator.identity());
    }

    /** The wish for another code: granted, the page shows it; refused, it says why and what could be had. */
    private Answer choose(PortalVisitor visitor, ServerRequest request) {
        if (!SameOrigin.allows(request)) {
            return pages.notice(
                    request, 403, "Not from here", "Open your page and choose your code there.", Action.NONE);
        }
        var form = Requests.form(request);
        var wish = form.first("code").orElse("").strip();
        var named = form.first("enrollment").orElse("");
        var brand = visitor.brand().id();
        var enrollment = codes.enrollmentsOf(brand, new AmbassadorId(visitor.ambassador())).stream()
                .filter(one -> one.id().toString().equals(named))
                .findFirst()
                .orElseThrow(() -> RequestRefused.notFound("code"));
        try {
            var campaign = campaigns.get(brand, enrollment.campaign());
            campaigns.requireOpen(campaign);
            return switch (issuer.choose(campaign, enrollment, wish)) {
                case Wish.Granted _ -> Answer.redirect("/a/" + token(request));
                case Wish.Refused(var objection, var others) ->
                    refused(visitor, request, named, choice -> choice.refused(wish, objection.detail(), others));
            };
        } catch (RequestRefused refused) {
            var why = refused.problem().detail();
            return refused(visitor, request, named, choice -> choice.refused(wish, why, List.of()));
        }
    }

    private Answer refused(
            PortalVisitor visitor, ServerRequest request, String enrollment, UnaryOperator<Choice> refused) {
        return page(
                visitor,
                request,
                422,
                choice -> choice.enrollment().equals(enrollment) ? refused.apply(choice) : choice);
    }

    /** @param tried tells what became of a wish */
    private Answer page(PortalVisitor visitor, ServerRequest request, int status, UnaryOperator<Choice> tried) {
        var brand = visitor.brand();
        var ambassador = ambassadors.get(brand.id(), new AmbassadorId(visitor.ambassador()));
        var rules = new TicketRules(brand.name(), new Formats(brand.look().locale(), brand.zone()));
        var enrollments = codes.enrollmentsOf(brand.id(), ambassador.id());
        var used = insights.uses(
                brand.id(), enrollments.stream().map(one -> one.code().id()).toList());
        var tickets = new ArrayList<Ticket>();
        var past = new ArrayList<Past>();
        for (var enrollment : enrollments) {
            var code = enrollment.code();
            var uses = used.getOrDefault(code.id(), 0L);
            var campaign = campaigns.get(brand.id(), enrollment.campaign());
            var state = campaign.shownState(clock.instant());
            if (TicketRules.isOver(state)) {
                past.add(rules.past(campaign, code, uses));
            } else {
                var choice = Choice.open(
                        "/a/" + token(request) + "/code", enrollment.id().toString());
                tickets.add(rules.ticket(campaign, state, code, uses, tried.apply(choice)));
            }
        }
        var page = new AmbassadorPage(
                TicketRules.callName(ambassador.name()),
                brand.name(),
                tickets,
                past,
                Pages.theme(request),
                pages.assets());
        return pages.page(request, status, "portal/ambassador.jte", page);
    }

    private static String token(ServerRequest request) {
        return request.path().pathParameters().get("token");
    }
}
