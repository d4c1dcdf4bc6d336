package dev.herald.reward;

import dev.herald.access.BrandId;
import dev.herald.access.Gate;
import dev.herald.access.Scope;
import dev.herald.ambassador.Ambassador;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.ambassador.Ambassadors;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.CampaignRoutes;
import dev.herald.campaign.Campaigns;
import dev.herald.money.Money;
import dev.herald.platform.Answer;
import dev.herald.platform.Input;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A campaign's rewards over HTTP: what a plan would have paid, and the prizes at the end. */
public final class RewardRoutes implements HttpService {

    private static final int MOST_LINES = 100;

    private final Gate gate;
    private final Campaigns campaigns;
    private final Ambassadors ambassadors;
    private final Previews previews;
    private final Contests contests;

    public RewardRoutes(Gate gate, Campaigns campaigns, Ambassadors ambassadors, Previews previews, Contests contests) {
        this.gate = gate;
        this.campaigns = campaigns;
        this.ambassadors = ambassadors;
        this.previews = previews;
        this.contests = contests;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/v1/campaigns/{id}/reward-previews", gate.changes(Scope.ADMIN, this::preview))
                .post("/v1/campaigns/{id}/contest", gate.changes(Scope.ADMIN, this::settle));
    }

    record Named(AmbassadorId id, String name) {}

    record LineView(Named ambassador, long redemptions, Money earned) {}

    /**
     * What a plan would have paid.
     *
     * @param data those who would have earned the most
     * @param complete false if only the first redemptions were looked at
     */
    record PreviewView(Money earned, long redemptions, boolean complete, List<LineView> data) {}

    record WinnerView(int place, Named ambassador, long redemptions, Money prize) {}

    record ContestView(List<WinnerView> data) {}

    private Answer preview(Gate.Call call) {
        var campaign = campaigns.get(call.brand(), CampaignRoutes.id(call.request()));
        var input = Input.of(call.body());
        var plan = RewardPlanInput.read(input, campaign.currency());
        input.check();
        var preview = previews.of(campaign, plan);
        var shown = preview.lines().stream().limit(MOST_LINES).toList();
        var names = names(
                call.brand(), shown.stream().map(Previews.Line::ambassador).toList());
        return Answer.ok(new PreviewView(
                money(preview.earned(), campaign),
                preview.redemptions(),
                preview.complete(),
                shown.stream()
                        .map(line -> new LineView(
                                named(line.ambassador(), names), line.redemptions(), money(line.earned(), campaign)))
                        .toList()));
    }

    private Answer settle(Gate.Call call) {
        var campaign = campaigns.get(call.brand(), CampaignRoutes.id(call.request()));
        var winners = contests.settle(campaign);
        var names = names(call.brand(), winners.stream().map(Winner::ambassador).toList());
        return Answer.ok(new ContestView(winners.stream()
                .map(one -> new WinnerView(
                        one.place(), named(one.ambassador(), names), one.redemptions(), money(one.prize(), campaign)))
                .toList()));
    }

    private Map<AmbassadorId, Ambassador> names(BrandId brand, Collection<AmbassadorId> wanted) {
        return ambassadors.find(brand, List.copyOf(wanted));
    }

    private static Named named(AmbassadorId id, Map<AmbassadorId, Ambassador> names) {
        var ambassador = names.get(id);
        return new Named(id, ambassador == null ? "" : ambassador.name());
    }

    private static Money money(long minor, Campaign campaign) {
        return new Money(minor, campaign.currency());
    }
}
