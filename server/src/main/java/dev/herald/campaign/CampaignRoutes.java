package dev.herald.campaign;

import dev.herald.access.BrandId;
import dev.herald.access.Caller;
import dev.herald.access.Gate;
import dev.herald.access.Scope;
import dev.herald.platform.Answer;
import dev.herald.platform.Input;
import dev.herald.platform.Requests;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.time.InstantSource;
import java.util.function.BiFunction;

/** Campaigns over HTTP. */
public final class CampaignRoutes implements HttpService {

    private final Gate gate;
    private final Campaigns campaigns;
    private final InstantSource clock;

    public CampaignRoutes(Gate gate, Campaigns campaigns, InstantSource clock) {
        this.gate = gate;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/v1/campaigns", gate.changes(Scope.ADMIN, this::create))
                .get("/v1/campaigns", gate.reads(Scope.ADMIN, this::list))
                .get("/v1/campaigns/{id}", gate.reads(Scope.ADMIN, this::show))
                .patch("/v1/campaigns/{id}", gate.changes(Scope.ADMIN, this::change))
                .post("/v1/campaigns/{id}/launch", step(campaigns::launch))
                .post("/v1/campaigns/{id}/pause", step(campaigns::pause))
                .post("/v1/campaigns/{id}/resume", step(campaigns::resume))
                .post("/v1/campaigns/{id}/end", step(campaigns::end));
    }

    /** The campaign's id in a path, or 404. */
    public static CampaignId id(ServerRequest request) {
        return new CampaignId(Requests.id(request, "id", CampaignId.PREFIX, "campaign"));
    }

    private Answer create(Gate.Call call) {
        var draft = campaigns.read(Input.of(call.body()));
        return Answer.created(view(campaigns.create(call.brand(), draft)));
    }

    private Answer list(Caller caller, ServerRequest request) {
        var page = Requests.page(request, CampaignId.PREFIX);
        var fetched = campaigns.list(caller.brandId(), page);
        return Answer.ok(
                page.listing(fetched, this::view, campaign -> campaign.id().toString()));
    }

    private Answer show(Caller caller, ServerRequest request) {
        return Answer.ok(view(campaigns.get(caller.brandId(), id(request))));
    }

    private Answer change(Gate.Call call) {
        return Answer.ok(view(campaigns.change(call.brand(), id(call.request()), Input.of(call.body()))));
    }

    private Handler step(BiFunction<BrandId, CampaignId, Campaign> step) {
        return gate.changes(Scope.ADMIN, call -> Answer.ok(view(step.apply(call.brand(), id(call.request())))));
    }

    private CampaignView view(Campaign campaign) {
        return CampaignView.of(campaign, clock.instant());
    }
}
