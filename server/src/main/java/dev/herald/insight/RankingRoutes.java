package dev.herald.insight;

import dev.herald.access.Caller;
import dev.herald.access.Gate;
import dev.herald.access.Scope;
import dev.herald.ambassador.AmbassadorId;
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
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Rankings over HTTP. */
public final class RankingRoutes implements HttpService {

    private final Gate gate;
    private final Campaigns campaigns;
    private final Insights insights;

    public RankingRoutes(Gate gate, Campaigns campaigns, Insights insights) {
        this.gate = gate;
        this.campaigns = campaigns;
        this.insights = insights;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/v1/campaigns/{id}/ranking", gate.reads(Scope.ADMIN, this::ranking));
    }

    /**
     * A page of the ranking.
     *
     * @param top how many count as the top
     * @param uncredited redemptions of codes that are nobody's
     * @param next what to send as {@code after} for the following page; absent on the last
     */
    record RankingView(
            String by,
            int top,
            List<PlaceView> data,
            long uncredited,
            boolean hasMore,
            @Nullable AmbassadorId next) {}

    /**
     * One ambassador's place.
     *
     * @param places between which the place lies with luck left out, 80 %
     * @param rate redemptions for every thousand people reached, drawn towards the others' as far as it is uncertain
     * @param interval of the rate, 80 %
     */
    record PlaceView(
            int place,
            List<Integer> places,
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
            var place = one.place();
            return new PlaceView(
                    place.number(),
                    List.of(place.from(), place.to()),
                    new Named(one.id(), one.name()),
                    one.codes(),
                    totals.redemptions(),
                    totals.reversed(),
                    new Money(totals.revenue(), currency),
                    new Money(totals.discount(), currency),
                    totals.firstOrderShare(),
                    estimate.rate(),
                    List.of(estimate.low(), estimate.high()),
                    place.topChance(),
                    place.verdict().name().toLowerCase(Locale.ROOT));
        }
    }

    private Answer ranking(Caller caller, ServerRequest request) {
        var campaign = campaigns.get(caller.brandId(), CampaignRoutes.id(request));
        var choice = choice(request);
        var ranked = insights.ranking(caller.brandId(), campaign.id(), choice);
        var credited =
                ranked.stream().mapToLong(one -> one.totals().redemptions()).sum();
        var all = insights.totals(caller.brandId(), campaign.id()).redemptions();
        var first = first(ranked, request);
        var last = Math.min(ranked.size(), first + limit(request));
        return Answer.ok(new RankingView(
                choice.board().word(),
                choice.top(ranked.size()),
                insights.withCodes(caller.brandId(), campaign.id(), ranked.subList(first, last)).stream()
                        .map(one -> PlaceView.of(one, campaign.currency()))
                        .toList(),
                Math.max(0, all - credited),
                last < ranked.size(),
                last < ranked.size() ? ranked.get(last - 1).id() : null));
    }

    private static RankingChoice choice(ServerRequest request) {
        var by = Requests.choice(
                request, "by", Arrays.stream(Board.values()).map(Board::word).toList());
        var top = request.query().first("top").orElse("0");
        if (!top.matches("[0-9]{1,7}") || (request.query().contains("top") && Integer.parseInt(top) == 0)) {
            throw new RequestRefused(422, "invalid_request", "top must be a whole number from 1 to 9999999.");
        }
        return new RankingChoice(Board.of(by).orElseThrow(), Integer.parseInt(top));
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
}
