package dev.herald.console;

import dev.herald.access.Access.SignedIn;
import dev.herald.ambassador.AmbassadorRoutes;
import dev.herald.ambassador.Ambassadors;
import dev.herald.campaign.CampaignRoutes;
import dev.herald.campaign.Campaigns;
import dev.herald.insight.Audiences;
import dev.herald.platform.Download;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;

/** Who responds to a campaign or an ambassador, every group that was compared, as a file. */
public final class AudienceFileRoutes implements HttpService {

    private final Frame frame;
    private final Campaigns campaigns;
    private final Ambassadors ambassadors;
    private final Audiences audiences;

    public AudienceFileRoutes(Frame frame, Campaigns campaigns, Ambassadors ambassadors, Audiences audiences) {
        this.frame = frame;
        this.campaigns = campaigns;
        this.ambassadors = ambassadors;
        this.audiences = audiences;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/console/campaigns/{id}/audience.csv", frame.download(this::ofCampaign))
                .get("/console/ambassadors/{id}/audience.csv", frame.download(this::ofAmbassador));
    }

    private Download ofCampaign(SignedIn who, ServerRequest request) {
        var brand = who.brand().id();
        var campaign = campaigns.get(brand, CampaignRoutes.id(request));
        return audiences.file(audiences.of(brand, campaign.id()));
    }

    private Download ofAmbassador(SignedIn who, ServerRequest request) {
        var brand = who.brand().id();
        var ambassador = ambassadors.get(brand, AmbassadorRoutes.id(request));
        return audiences.file(audiences.of(brand, ambassador.id()));
    }
}
