package dev.herald.insight;

import dev.herald.access.Caller;
import dev.herald.access.Gate;
import dev.herald.access.Scope;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.ambassador.Ambassadors;
import dev.herald.campaign.CampaignRoutes;
import dev.herald.campaign.Campaigns;
import dev.herald.platform.Answer;
import dev.herald.platform.Ids;
import dev.herald.platform.RequestRefused;
import dev.herald.platform.Requests;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who responds, over HTTP. */
public final class AudienceRoutes implements HttpService {

    private final Gate gate;
    private final Campaigns campaigns;
    private final Ambassadors ambassadors;
    private final Audiences audiences;

    public AudienceRoutes(Gate gate, Campaigns campaigns, Ambassadors ambassadors, Audiences audiences) {
        this.gate = gate;
        this.campaigns = campaigns;
        this.ambassadors = ambassadors;
        this.audiences = audiences;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/v1/campaigns/{id}/audience", gate.reads(Scope.ADMIN, this::audience));
    }

    /**
     * Who responds.
     *
     * @param complete false while older redemptions are still being counted
     * @param ambassadors which members bring more than the middle one; nothing if one ambassador was asked for
     */
    record AudienceView(
            List<FindingView> data,
            int tested,
            int suppressed,
            long redemptions,
            long reference,
            boolean complete,
            List<FindingView> ambassadors) {}

    /**
     * A segment that was compared.
     *
     * @param redemptions of buyers; absent if ambassadors are counted
     * @param ambassadors of ambassadors; absent if redemptions are counted
     * @param interval of the lift, 80 %
     */
    record FindingView(
            String dimension,
            String segment,
            String text,
            @Nullable Long redemptions,
            @Nullable Long ambassadors,
            double share,
            double referenceShare,
            double lift,
            List<Double> interval,
            double pValue,
            double qValue,
            boolean significant) {

        static FindingView ofBuyers(Finding one) {
            return of(one, one.redemptions(), null);
        }

        static FindingView ofMembers(Finding one) {
            return of(one, null, one.redemptions());
        }

        private static FindingView of(Finding one, @Nullable Long redemptions, @Nullable Long ambassadors) {
            return new FindingView(
                    one.segment().dimension().word(),
                    one.segment().label(),
                    one.text(),
                    redemptions,
                    ambassadors,
                    one.share(),
                    one.referenceShare(),
                    one.lift(),
                    List.of(one.low(), one.high()),
                    one.pValue(),
                    one.qValue(),
                    one.isSignificant());
        }
    }

    private Answer audience(Caller caller, ServerRequest request) {
        var brand = caller.brandId();
        var campaign = campaigns.get(brand, CampaignRoutes.id(request)).id();
        var all = Requests.choice(request, "all", List.of("false", "true")).equals("true");
        var ofOne = request.query().contains("ambassador");
        var audience =
                ofOne ? audiences.of(brand, campaign, ambassador(caller, request)) : audiences.of(brand, campaign);
        List<Finding> members = ofOne ? List.of() : asked(audiences.ofMembers(brand, campaign), all);
        return Answer.ok(new AudienceView(
                asked(audience, all).stream().map(FindingView::ofBuyers).toList(),
                audience.tested(),
                audience.suppressed(),
                audience.redemptions(),
                audience.reference(),
                audience.complete(),
                members.stream().map(FindingView::ofMembers).toList()));
    }

    private static List<Finding> asked(Audience audience, boolean all) {
        return all ? audience.findings() : audience.significant();
    }

    private AmbassadorId ambassador(Caller caller, ServerRequest request) {
        var text = request.query().get("ambassador");
        var id = Ids.parse(AmbassadorId.PREFIX, text)
                .orElseThrow(() -> new RequestRefused(
                        422,
                        "invalid_request",
                        "ambassador must be the id of an ambassador, as /v1/ambassadors gives it."));
        return ambassadors.get(caller.brandId(), new AmbassadorId(id)).id();
    }
}
