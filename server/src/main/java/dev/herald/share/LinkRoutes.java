package dev.herald.share;

import dev.herald.access.Caller;
import dev.herald.access.Gate;
import dev.herald.access.Scope;
import dev.herald.campaign.CampaignRoutes;
import dev.herald.campaign.Campaigns;
import dev.herald.platform.Answer;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;
import java.util.Map;

/** A campaign's own links over HTTP. */
public final class LinkRoutes implements HttpService {

    private record View(Channel channel, String path, String page, long clicks) {}

    private final Gate gate;
    private final Campaigns campaigns;
    private final Links links;

    public LinkRoutes(Gate gate, Campaigns campaigns, Links links) {
        this.gate = gate;
        this.campaigns = campaigns;
        this.links = links;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/v1/campaigns/{id}/links", gate.reads(Scope.ADMIN, this::list));
    }

    private Answer list(Caller caller, ServerRequest request) {
        var brand = caller.brandId();
        var campaign = campaigns.get(brand, CampaignRoutes.id(request));
        var own = List.copyOf(links.own(brand, campaign.id()).values());
        var clicks = links.clicks(brand, own);
        return Answer.ok(Map.of(
                "data",
                own.stream()
                        .map(link ->
                                new View(link.channel(), link.path(), link.page(), clicks.getOrDefault(link.id(), 0L)))
                        .toList()));
    }
}
