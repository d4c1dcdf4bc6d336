package dev.herald.console;

import dev.herald.access.Access.SignedIn;
import dev.herald.campaign.CampaignRoutes;
import dev.herald.campaign.Campaigns;
import dev.herald.insight.Insights;
import dev.herald.insight.RankingFile;
import dev.herald.platform.Download;
import dev.herald.web.Form;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;

/** The whole ranking of a campaign as a file. */
public final class RankingFileRoutes implements HttpService {

    private final Frame frame;
    private final Campaigns campaigns;
    private final Insights insights;

    public RankingFileRoutes(Frame frame, Campaigns campaigns, Insights insights) {
        this.frame = frame;
        this.campaigns = campaigns;
        this.insights = insights;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/console/campaigns/{id}/ranking.csv", frame.download(this::file));
    }

    private Download file(SignedIn who, ServerRequest request) {
        var campaign = campaigns.get(who.brand().id(), CampaignRoutes.id(request));
        var choice = RankingRules.chosen(Form.of(request.query()));
        var ranked = insights.ranking(campaign.brand(), campaign.id(), choice);
        return new RankingFile(choice, insights.withCodes(campaign.brand(), campaign.id(), ranked), campaign.currency())
                .download();
    }
}
