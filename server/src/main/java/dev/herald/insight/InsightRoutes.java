package dev.herald.insight;

import dev.herald.access.Caller;
import dev.herald.access.Gate;
import dev.herald.access.Scope;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.CampaignRoutes;
import dev.herald.campaign.Campaigns;
import dev.herald.money.Money;
import dev.herald.platform.Answer;
import dev.herald.platform.RequestRefused;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/** What happened in a campaign, over HTTP. */
public final class InsightRoutes implements HttpService {

    private final Gate gate;
    private final Campaigns campaigns;
    private final Insights insights;

    public InsightRoutes(Gate gate, Campaigns campaigns, Insights insights) {
        this.gate = gate;
        this.campaigns = campaigns;
        this.insights = insights;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/v1/campaigns/{id}/timeline", gate.reads(Scope.ADMIN, this::timeline))
                .get("/v1/campaigns/{id}/declines", gate.reads(Scope.ADMIN, this::declines));
    }

    record DayView(LocalDate day, long redemptions, long reversed, long firstOrders, Money revenue, Money discount) {

        static DayView of(DayTotals one, Currency currency) {
            var totals = one.totals();
            return new DayView(
                    one.day(),
                    totals.redemptions(),
                    totals.reversed(),
                    totals.firstOrders(),
                    new Money(totals.revenue(), currency),
                    new Money(totals.discount(), currency));
        }
    }

    record DeclineView(String reason, long total, long validations, long redemptions) {}

    private Answer timeline(Caller caller, ServerRequest request) {
        var campaign = campaign(caller, request);
        var from = day(request, "from");
        var to = day(request, "to");
        var days = insights.timeline(caller.brandId(), campaign.id());
        var asked = days.stream()
                .filter(one -> from.isEmpty() || !one.day().isBefore(from.get()))
                .filter(one -> to.isEmpty() || !one.day().isAfter(to.get()))
                .map(one -> DayView.of(one, campaign.currency()))
                .toList();
        return Answer.ok(Map.of("data", asked));
    }

    private Answer declines(Caller caller, ServerRequest request) {
        var campaign = campaign(caller, request);
        var data = insights.declines(caller.brandId(), campaign.id()).stream()
                .map(one -> new DeclineView(one.reason(), one.total(), one.validations(), one.redemptions()))
                .toList();
        return Answer.ok(Map.of("data", data));
    }

    private Campaign campaign(Caller caller, ServerRequest request) {
        return campaigns.get(caller.brandId(), CampaignRoutes.id(request));
    }

    private static Optional<LocalDate> day(ServerRequest request, String parameter) {
        if (!request.query().contains(parameter)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(request.query().get(parameter)));
        } catch (DateTimeParseException e) {
            throw new RequestRefused(422, "invalid_request", parameter + " must be a day such as 2026-03-01.");
        }
    }
}
