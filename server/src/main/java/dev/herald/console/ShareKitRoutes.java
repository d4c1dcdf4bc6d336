package dev.herald.console;

import dev.herald.access.Access.SignedIn;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.CampaignRoutes;
import dev.herald.campaign.Campaigns;
import dev.herald.console.Shell.Section;
import dev.herald.platform.Answer;
import dev.herald.platform.Requests;
import dev.herald.share.Captions;
import dev.herald.share.Links;
import dev.herald.web.Texts;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;
import java.util.Locale;

/** The share kit of a campaign: links, texts and QR codes for the brand's own channels. */
public final class ShareKitRoutes implements HttpService {

    private final Frame frame;
    private final Campaigns campaigns;
    private final Links links;

    public ShareKitRoutes(Frame frame, Campaigns campaigns, Links links) {
        this.frame = frame;
        this.campaigns = campaigns;
        this.links = links;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/console/campaigns/{id}/share", frame.page(this::kit));
    }

    private Answer kit(SignedIn who, ServerRequest request) {
        var brand = who.brand();
        var campaign = campaigns.get(brand.id(), CampaignRoutes.id(request));
        var why = ShareKitRules.why(campaign);
        var state = campaign.shownState(frame.now());
        var page = new ShareKitPage(
                frame.shell(who, request, "Share " + campaign.name(), Section.CAMPAIGNS),
                campaign.name(),
                "/console/campaigns/" + campaign.id(),
                why,
                why.isEmpty() ? ShareKitRules.note(state, !brand.look().shop().isEmpty()) : "",
                why.isEmpty() ? posts(who, request, campaign) : List.of());
        return frame.show(request, 200, "console/share.jte", page);
    }

    private List<ShareKitPage.Post> posts(SignedIn who, ServerRequest request, Campaign campaign) {
        var brand = who.brand();
        var code = String.valueOf(campaign.blanketCode());
        var values = Captions.values(brand, campaign, code, "", "");
        var about = Texts.of(brand.look().locale()).say("page.about", capital(values.offer()), code, brand.name());
        var rules = new ShareKitRules(frame.formats(brand), Requests.origin(request), about);
        var own = List.copyOf(links.own(brand.id(), campaign.id()).values());
        var clicks = links.clicks(brand.id(), own);
        return own.stream()
                .map(link -> rules.post(link, clicks.getOrDefault(link.id(), 0L), code))
                .toList();
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
