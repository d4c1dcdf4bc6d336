package dev.herald.share;

import dev.herald.access.Brand;
import dev.herald.access.Caller;
import dev.herald.access.Gate;
import dev.herald.access.Scope;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.CampaignRoutes;
import dev.herald.campaign.Campaigns;
import dev.herald.platform.Answer;
import dev.herald.platform.Input;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;
import java.util.Locale;

/** A campaign's captions over HTTP. */
public final class CaptionRoutes implements HttpService {

    private final Gate gate;
    private final Campaigns campaigns;
    private final Captions captions;

    public CaptionRoutes(Gate gate, Campaigns campaigns, Captions captions) {
        this.gate = gate;
        this.campaigns = campaigns;
        this.captions = captions;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/v1/campaigns/{id}/captions", gate.reads(Scope.ADMIN, this::show))
                .put("/v1/campaigns/{id}/captions", gate.changes(Scope.ADMIN, this::save));
    }

    record CaptionsView(boolean own, List<String> tags, List<CaptionView> captions) {

        /** @param longest how much of the limit it can take, with the longest code, name and link */
        record CaptionView(String platform, String text, int longest, int limit) {}

        static CaptionsView of(CampaignCaptions captions, CaptionValues values) {
            var longest = values.longest();
            return new CaptionsView(
                    captions.own(),
                    captions.tags(),
                    captions.templates().stream()
                            .map(one -> new CaptionView(
                                    one.platform().name().toLowerCase(Locale.ROOT),
                                    one.text(),
                                    captions.filled(one, longest).length(),
                                    one.platform().limit()))
                            .toList());
        }
    }

    private Answer show(Caller caller, ServerRequest request) {
        var campaign = campaigns.get(caller.brandId(), CampaignRoutes.id(request));
        return Answer.ok(view(caller.brand(), campaign, captions.of(caller.brand(), campaign)));
    }

    private Answer save(Gate.Call call) {
        var brand = call.caller().brand();
        var campaign = campaigns.get(call.brand(), CampaignRoutes.id(call.request()));
        var read = Captions.read(Input.of(call.body()), brand, campaign);
        captions.save(brand.id(), campaign.id(), read);
        return Answer.ok(view(brand, campaign, captions.of(brand, campaign)));
    }

    private static CaptionsView view(Brand brand, Campaign campaign, CampaignCaptions captions) {
        return CaptionsView.of(captions, Captions.values(brand, campaign, "", "", ""));
    }
}
