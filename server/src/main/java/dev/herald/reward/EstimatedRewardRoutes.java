package dev.herald.reward;

import dev.herald.access.BrandId;
import dev.herald.access.Caller;
import dev.herald.access.Gate;
import dev.herald.access.Scope;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.ambassador.Ambassadors;
import dev.herald.attribution.Estimate;
import dev.herald.attribution.Estimates;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.CampaignRoutes;
import dev.herald.campaign.Campaigns;
import dev.herald.money.Money;
import dev.herald.platform.Answer;
import dev.herald.reward.EstimatedRewards.Offer;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What an estimate pays over HTTP: first to look at, then, if the brand says so, to credit. */
public final class EstimatedRewardRoutes implements HttpService {

    private static final String ADDRESS = "/v1/campaigns/{id}/attribution-estimates/{version}/rewards";
    private static final int MOST_LINES = 100;

    private final Gate gate;
    private final Campaigns campaigns;
    private final Ambassadors ambassadors;
    private final Estimates estimates;
    private final EstimatedRewards rewards;

    public EstimatedRewardRoutes(
            Gate gate, Campaigns campaigns, Ambassadors ambassadors, Estimates estimates, EstimatedRewards rewards) {
        this.gate = gate;
        this.campaigns = campaigns;
        this.ambassadors = ambassadors;
        this.estimates = estimates;
        this.rewards = rewards;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(ADDRESS, gate.reads(Scope.ADMIN, this::show)).post(ADDRESS, gate.changes(Scope.ADMIN, this::pay));
    }

    record Named(AmbassadorId id, String name) {}

    record LineView(Named ambassador, BigDecimal credited, BigDecimal byLink, Money earned) {}

    /**
     * What an estimate pays.
     *
     * @param paidBy the version by which the campaign's estimated credit was paid; absent if it was not
     * @param ambassadors who get something
     * @param data those with the most credit
     */
    record OfferView(int version, @Nullable Integer paidBy, Money earned, int ambassadors, List<LineView> data) {}

    private Answer show(Caller caller, ServerRequest request) {
        return answer(caller.brandId(), request, rewards::offer);
    }

    private Answer pay(Gate.Call call) {
        return answer(call.brand(), call.request(), rewards::pay);
    }

    private Answer answer(BrandId brand, ServerRequest request, BiFunction<Campaign, Estimate, Offer> work) {
        var campaign = campaigns.get(brand, CampaignRoutes.id(request));
        var estimate = estimates.get(campaign, request.path().pathParameters().get("version"));
        var offer = work.apply(campaign, estimate);
        var shown = offer.lines().stream().limit(MOST_LINES).toList();
        var names = ambassadors.find(
                brand, shown.stream().map(EstimatedRewards.Line::ambassador).toList());
        return Answer.ok(new OfferView(
                estimate.version(),
                offer.paidBy() == 0 ? null : offer.paidBy(),
                money(offer.total(), campaign),
                offer.lines().size(),
                shown.stream()
                        .map(line -> new LineView(
                                new Named(
                                        line.ambassador(),
                                        Objects.requireNonNull(names.get(line.ambassador()))
                                                .name()),
                                rounded(line.credited()),
                                rounded(line.byLink()),
                                money(line.amount(), campaign)))
                        .toList()));
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    }

    private static Money money(long minor, Campaign campaign) {
        return new Money(minor, campaign.currency());
    }
}
