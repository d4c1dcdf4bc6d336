package dev.herald.console;

import dev.herald.access.Access.SignedIn;
import dev.herald.ambassador.Ambassadors;
import dev.herald.attribution.Estimates;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.CampaignRoutes;
import dev.herald.campaign.Campaigns;
import dev.herald.console.Shell.Section;
import dev.herald.platform.Answer;
import dev.herald.platform.RequestRefused;
import dev.herald.reward.EstimatedRewards;
import dev.herald.reward.EstimatedRewards.Line;
import dev.herald.reward.EstimatedRewards.Offer;
import dev.herald.web.Form;
import dev.herald.web.Formats;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.util.ArrayList;
import java.util.List;

/** Pays by an estimate on the console: what each would get, and the button that credits it. */
public final class CreditPayRoutes implements HttpService {

    private static final String ADDRESS = "/console/campaigns/{id}/credit/{version}/rewards";
    private static final int SHOWN = 100;

    private final Frame frame;
    private final Campaigns campaigns;
    private final Ambassadors ambassadors;
    private final Estimates estimates;
    private final EstimatedRewards rewards;

    public CreditPayRoutes(
            Frame frame, Campaigns campaigns, Ambassadors ambassadors, Estimates estimates, EstimatedRewards rewards) {
        this.frame = frame;
        this.campaigns = campaigns;
        this.ambassadors = ambassadors;
        this.estimates = estimates;
        this.rewards = rewards;
    }

    /** Of the page about one estimate. */
    static String address(Campaign campaign, int version) {
        return "/console/campaigns/" + campaign.id() + "/credit/" + version + "/rewards";
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(ADDRESS, frame.page((who, request) -> page(who, request, 200, Form.EMPTY)))
                .post(ADDRESS, frame.form(this::pay));
    }

    private Answer pay(SignedIn who, ServerRequest request) {
        var campaign = campaign(who, request);
        var estimate = estimates.get(campaign, version(request));
        try {
            rewards.pay(campaign, estimate);
        } catch (RequestRefused refused) {
            return page(who, request, refused.problem().status(), Form.EMPTY.refused(refused.problem()));
        }
        return Answer.redirect(address(campaign, estimate.version()) + "?told=paid");
    }

    private Answer page(SignedIn who, ServerRequest request, int status, Form form) {
        var campaign = campaign(who, request);
        var estimate = estimates.get(campaign, version(request));
        var formats = frame.formats(who.brand());
        Offer offer;
        try {
            offer = rewards.offer(campaign, estimate);
        } catch (RequestRefused refused) {
            offer = new Offer(0, List.of());
            form = form.refused(refused.problem());
        }
        var shown = offer.lines().stream().limit(SHOWN).toList();
        var people = ambassadors.find(
                campaign.brand(), shown.stream().map(Line::ambassador).toList());
        var total = formats.money(offer.total(), campaign.currency());
        var page = new CreditPayPage(
                frame.shell(who, request, "Pay by estimate " + estimate.version(), Section.CAMPAIGNS),
                "/console/campaigns/" + campaign.id() + "/credit",
                address(campaign, estimate.version()),
                request.query().contains("told") ? "Credited: it is due, and part of the next payout." : "",
                says(offer, total, formats),
                shown.stream()
                        .map(line -> new CreditPayPage.Row(
                                people.containsKey(line.ambassador())
                                        ? people.get(line.ambassador()).name()
                                        : line.ambassador().toString(),
                                "/console/ambassadors/" + line.ambassador(),
                                formats.estimated(line.credited()),
                                formats.estimated(line.byLink()),
                                formats.money(line.amount(), campaign.currency())))
                        .toList(),
                offer.lines().size() > SHOWN
                        ? formats.count(offer.lines().size() - SHOWN) + " more get something."
                        : "",
                offer.paidBy() == 0 && !offer.lines().isEmpty() ? "Credit " + total : "",
                form);
        return frame.show(request, status, "console/credit-pay.jte", page);
    }

    private static List<String> says(Offer offer, String total, Formats formats) {
        var says = new ArrayList<String>();
        var people = formats.count(offer.lines().size()) + (offer.lines().size() == 1 ? " ambassador" : " ambassadors");
        if (offer.paidBy() != 0) {
            says.add("Estimated credit of this campaign was paid by estimate %d: %s to %s."
                    .formatted(offer.paidBy(), total, people));
        } else if (!offer.lines().isEmpty()) {
            says.add("By the campaign\u2019s reward for a redemption, %s get %s for what is only estimated."
                    .formatted(people, total));
            says.add(
                    "What links tell of is rewarded already and left out. Tiers, milestones and first-order bonuses are"
                            + " for orders that are known for certain. It can be done once in a campaign, and not taken back.");
        }
        return says;
    }

    private Campaign campaign(SignedIn who, ServerRequest request) {
        return campaigns.get(who.brand().id(), CampaignRoutes.id(request));
    }

    private static String version(ServerRequest request) {
        return request.path().pathParameters().get("version");
    }
}
