package dev.herald.attribution;

import dev.herald.access.BrandId;
import dev.herald.access.Caller;
import dev.herald.access.Gate;
import dev.herald.access.Scope;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.ambassador.Ambassadors;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.CampaignRoutes;
import dev.herald.campaign.Campaigns;
import dev.herald.job.JobRoutes;
import dev.herald.platform.Answer;
import dev.herald.platform.RequestRefused;
import dev.herald.platform.Requests;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Estimated credit over HTTP. */
public final class EstimateRoutes implements HttpService {

    private static final int MOST_VERSIONS = 1_000;

    private final Gate gate;
    private final Campaigns campaigns;
    private final Ambassadors ambassadors;
    private final Estimates estimates;

    public EstimateRoutes(Gate gate, Campaigns campaigns, Ambassadors ambassadors, Estimates estimates) {
        this.gate = gate;
        this.campaigns = campaigns;
        this.ambassadors = ambassadors;
        this.estimates = estimates;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/v1/campaigns/{id}/attribution-estimates", gate.reads(Scope.ADMIN, this::list))
                .post("/v1/campaigns/{id}/attribution-estimates", gate.changes(Scope.ADMIN, this::begin))
                .get("/v1/campaigns/{id}/attribution-estimates/{version}", gate.reads(Scope.ADMIN, this::show));
    }

    private Answer begin(Gate.Call call) {
        return JobRoutes.accepted(estimates.begin(campaign(call.brand(), call.request())));
    }

    private Answer list(Caller caller, ServerRequest request) {
        var campaign = campaign(caller.brandId(), request);
        return Answer.ok(Map.of(
                "data",
                estimates.list(campaign, Integer.MAX_VALUE, MOST_VERSIONS).stream()
                        .map(EstimateView::of)
                        .toList()));
    }

    private Answer show(Caller caller, ServerRequest request) {
        var campaign = campaign(caller.brandId(), request);
        var estimate = estimates.get(campaign, request.path().pathParameters().get("version"));
        var page = Requests.page(request, AmbassadorId.PREFIX);
        var after = page.before() == Long.MAX_VALUE
                ? 0
                : estimates
                        .credit(campaign, estimate, new AmbassadorId(page.before()))
                        .orElseThrow(() -> new RequestRefused(
                                422, "invalid_request", "after must be the next of an earlier answer."))
                        .place();
        var credits = estimates.credits(campaign, estimate, after, page.fetch());
        var names = ambassadors.find(campaign.brand(), named(credits));
        return Answer.ok(EstimateView.of(
                estimate,
                page.listing(
                        credits,
                        one -> EstimateView.Line.of(one, id -> Objects.requireNonNull(names.get(id))),
                        one -> one.ambassador().toString())));
    }

    private static List<AmbassadorId> named(List<EstimatedCredit> credits) {
        return credits.stream().map(EstimatedCredit::ambassador).toList();
    }

    private Campaign campaign(BrandId brand, ServerRequest request) {
        var campaign = campaigns.get(brand, CampaignRoutes.id(request));
        Posts.requireSharedCode(campaign);
        return campaign;
    }
}
