package dev.herald.portal;

import dev.herald.access.Access;
import dev.herald.access.Access.PortalVisitor;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.ambassador.Ambassadors;
import dev.herald.campaign.Campaigns;
import dev.herald.code.Codes;
import dev.herald.insight.Insights;
import dev.herald.platform.Answer;
import dev.herald.platform.HttpServer;
import dev.herald.portal.AmbassadorPage.Past;
import dev.herald.portal.AmbassadorPage.Ticket;
import dev.herald.web.Formats;
import dev.herald.web.Notice.Action;
import dev.herald.web.Pages;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Locale;

/** The ambassador's page, opened with a magic link that works until it is revoked. */
public final class PortalRoutes implements HttpService {

    private final Access access;
    private final Ambassadors ambassadors;
    private final Campaigns campaigns;
    private final Codes codes;
    private final Insights insights;
    private final Pages pages;
    private final InstantSource clock;

    public PortalRoutes(
            Access access,
            Ambassadors ambassadors,
            Campaigns campaigns,
            Codes codes,
            Insights insights,
            Pages pages,
            InstantSource clock) {
        this.access = access;
        this.ambassadors = ambassadors;
        this.campaigns = campaigns;
        this.codes = codes;
        this.insights = insights;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/a/{token}", HttpServer.handler(this::page));
    }

    private Answer page(ServerRequest request) {
        return access.portalVisitor(request.path().pathParameters().get("token"))
                .map(visitor -> page(visitor, request))
                .orElseGet(() -> pages.notice(
                        request,
                        404,
                        "This link does not work",
                        "Check that it was copied whole. If it was, ask the brand that sent it for a new one.",
                        Action.NONE));
    }

    private Answer page(PortalVisitor visitor, ServerRequest request) {
        var brand = visitor.brand();
        var ambassador = ambassadors.get(brand.id(), new AmbassadorId(visitor.ambassador()));
        var rules = new TicketRules(brand.name(), new Formats(Locale.ENGLISH, brand.zone()));
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
                tickets.add(rules.ticket(campaign, state, code, uses));
            }
        }
        var page = new AmbassadorPage(
                TicketRules.callName(ambassador.name()),
                brand.name(),
                tickets,
                past,
                Pages.theme(request),
                pages.assets());
        return pages.page(request, 200, "portal/ambassador.jte", page);
    }
}
