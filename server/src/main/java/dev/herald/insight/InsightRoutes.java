package dev.herald.insight;

import dev.herald.access.Caller;
import dev.herald.access.Gate;
import dev.herald.access.Scope;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.CampaignRoutes;
import dev.herald.campaign.Campaigns;
import dev.herald.money.Money;
import dev.herald.platform.Answer;
import dev.herald.platform.Ids;
import dev.herald.platform.Page;
import dev.herald.platform.RequestRefused;
import dev.herald.platform.Requests;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Insight over HTTP. */
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
        rules.get("/v1/campaigns/{id}/ranking", gate.reads(Scope.ADMIN, this::ranking))
                .get("/v1/campaigns/{id}/timeline", gate.reads(Scope.ADMIN, this::timeline))
                .get("/v1/campaigns/{id}/declines", gate.reads(Scope.ADMIN, this::declines));
    }

    /**
     * A page of the ranking.
     *
     * @param uncredited redemptions of codes that are nobody's
     * @param next what to send as {@code after} for the following page; absent on the last
     */
    record RankingView(
            List<PlaceView> data,
            long uncredited,
            boolean hasMore,
            @Nullable AmbassadorId next) {}

    /**
     * One ambassador's place.
     *
     * @param rate redemptions for every thousand people reached, drawn towards the others' as far as it is uncertain
     * @param interval of the rate, 80 %
     */
    record PlaceView(
            Named ambassador,
            List<RankedAmbassador.Code> codes,
            long redemptions,
            long reversed,
            Money revenue,
            Money discount,
            double firstOrderShare,
            double rate,
            List<Double> interval,
            double topChance,
            String verdict) {

        record Named(AmbassadorId id, String name) {}

        static PlaceView of(RankedAmbassador one, Currency currency) {
            var totals = one.totals();
            var estimate = one.estimate();
            return new PlaceView(
                    new Named(one.id(), one.name()),
                    one.codes(),
                    totals.redemptions(),
                    totals.reversed(),
                    new Money(totals.revenue(), currency),
                    new Money(totals.discount(), currency),
                    totals.firstOrderShare(),
                    estimate.rate(),
                    List.of(estimate.low(), estimate.high()),
                    estimate.topChance(),
                    estimate.verdict().name().toLowerCase(Locale.ROOT));
        }
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

    private Answer ranking(Caller caller, ServerRequest request) {
        var campaign = campaign(caller, request);
        var ranked = insights.ranking(caller.brandId(), campaign.id());
        var credited =
                ranked.stream().mapToLong(one -> one.totals().redemptions()).sum();
        var all = insights.totals(caller.brandId(), campaign.id()).redemptions();
        var first = first(ranked, request);
        var last = Math.min(ranked.size(), first + limit(request));
        return Answer.ok(new RankingView(
                ranked.subList(first, last).stream()
                        .map(one -> PlaceView.of(one, campaign.currency()))
                        .toList(),
                Math.max(0, all - credited),
                last < ranked.size(),
                last < ranked.size() ? ranked.get(last - 1).id() : null));
    }

    /** Where the page begins: behind the ambassador named. */
    private static int first(List<RankedAmbassador> ranked, ServerRequest request) {
        if (!request.query().contains("after")) {
            return 0;
        }
        var after = Ids.parse(AmbassadorId.PREFIX, request.query().get("after"));
        for (var i = 0; i < ranked.size(); i++) {
            if (after.isPresent() && ranked.get(i).id().value() == after.getAsLong()) {
                return i + 1;
            }
        }
        throw new RequestRefused(422, "invalid_request", "after must be the next of an earlier answer.");
    }

    /** Without a wish as many as a page may have, because a ranking is mostly wanted whole. */
    private static int limit(ServerRequest request) {
        return request.query().contains("limit")
                ? Requests.page(request, AmbassadorId.PREFIX).limit()
                : Page.MOST;
    }

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
