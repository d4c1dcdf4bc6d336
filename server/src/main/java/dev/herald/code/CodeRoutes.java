package dev.herald.code;

import dev.herald.access.BrandId;
import dev.herald.access.Caller;
import dev.herald.access.Gate;
import dev.herald.access.Scope;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.ambassador.Ambassadors;
import dev.herald.campaign.CampaignRoutes;
import dev.herald.campaign.Campaigns;
import dev.herald.job.JobRoutes;
import dev.herald.platform.Answer;
import dev.herald.platform.Ids;
import dev.herald.platform.Input;
import dev.herald.platform.RequestRefused;
import dev.herald.platform.Requests;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;
import java.util.Map;

/** Makes a campaign's codes and lists them, over HTTP. */
public final class CodeRoutes implements HttpService {

    /** The most codes made while the caller waits. */
    private static final int MOST_AT_ONCE = 1_000;

    private static final int MOST_SUGGESTIONS = 20;

    private final Gate gate;
    private final Campaigns campaigns;
    private final Ambassadors ambassadors;
    private final Codes codes;
    private final CodeIssuer issuer;
    private final BulkCodes bulk;

    public CodeRoutes(
            Gate gate, Campaigns campaigns, Ambassadors ambassadors, Codes codes, CodeIssuer issuer, BulkCodes bulk) {
        this.gate = gate;
        this.campaigns = campaigns;
        this.ambassadors = ambassadors;
        this.codes = codes;
        this.issuer = issuer;
        this.bulk = bulk;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/v1/campaigns/{id}/codes", gate.changes(Scope.ADMIN, this::create))
                .get("/v1/campaigns/{id}/codes", gate.reads(Scope.ADMIN, this::list))
                .get("/v1/campaigns/{id}/code-suggestions", gate.reads(Scope.ADMIN, this::suggest));
    }

    private Answer create(Gate.Call call) {
        var campaign = campaigns.get(call.brand(), CampaignRoutes.id(call.request()));
        campaigns.requireOpen(campaign);
        var in = Input.of(call.body());
        var text = in.optionalText("code", 256);
        var count = in.integer("count", 1, BulkCodes.MOST, 1);
        var pattern = in.optionalText("pattern", 256);
        var ownerText = in.optionalText("ambassador_id", 40);
        if (text != null && (in.has("pattern") || count != 1)) {
            in.refuse("code", "is one code: leave count and pattern out.");
        }
        if (count > MOST_AT_ONCE && ownerText != null) {
            in.refuse("ambassador_id", "cannot have more than " + MOST_AT_ONCE + " codes at once.");
        }
        in.check();
        var owner = ownerText == null ? null : owner(call.brand(), in, ownerText);
        if (text == null && count > MOST_AT_ONCE) {
            return JobRoutes.accepted(bulk.make(campaign, pattern, count));
        }
        if (text == null) {
            return created(issuer.makeUnique(new UniqueCodes(
                    campaign, owner, pattern == null ? null : BulkCodes.usable(pattern, count), (int) count, null)));
        }
        return switch (issuer.give(campaign, owner, text)) {
            case Wish.Granted(var code) -> created(List.of(code));
            case Wish.Refused refused -> refused.answer();
        };
    }

    private static Answer created(List<PromoCode> made) {
        return Answer.created(Map.of("data", made.stream().map(CodeView::of).toList()));
    }

    private AmbassadorId owner(BrandId brand, Input in, String text) {
        var id = Ids.parse(AmbassadorId.PREFIX, text);
        if (id.isEmpty()) {
            in.refuse("ambassador_id", "names no ambassador.");
            in.check();
        }
        var owner = new AmbassadorId(id.getAsLong());
        if (ambassadors.find(brand, List.of(owner)).isEmpty()) {
            in.refuse("ambassador_id", "names no ambassador.");
            in.check();
        }
        return owner;
    }

    /** Free at this moment, for the campaign itself or for an ambassador. */
    private Answer suggest(Caller caller, ServerRequest request) {
        var campaign = campaigns.get(caller.brandId(), CampaignRoutes.id(request));
        var ambassador = request.query()
                .first("ambassador")
                .map(text -> new AmbassadorId(
                        Ids.parse(AmbassadorId.PREFIX, text).orElseThrow(() -> RequestRefused.notFound("ambassador"))))
                .map(id -> ambassadors.get(caller.brandId(), id))
                .orElse(null);
        var page = Requests.page(request, CodeId.PREFIX);
        return Answer.ok(
                Map.of("data", issuer.suggest(campaign, ambassador, Math.min(page.limit(), MOST_SUGGESTIONS))));
    }

    private Answer list(Caller caller, ServerRequest request) {
        var campaign = campaigns.get(caller.brandId(), CampaignRoutes.id(request));
        var page = Requests.page(request, CodeId.PREFIX);
        var fetched = codes.list(caller.brandId(), campaign.id(), page);
        return Answer.ok(page.listing(fetched, CodeView::of, code -> code.id().toString()));
    }
}
