package dev.herald.code;

import dev.herald.access.BrandId;
import dev.herald.access.Caller;
import dev.herald.access.Gate;
import dev.herald.access.Scope;
import dev.herald.ambassador.Ambassador;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.ambassador.Ambassadors;
import dev.herald.campaign.CampaignRoutes;
import dev.herald.campaign.Campaigns;
import dev.herald.platform.Answer;
import dev.herald.platform.Ids;
import dev.herald.platform.Input;
import dev.herald.platform.Requests;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Codes and enrollments over HTTP. */
public final class CodeRoutes implements HttpService {

    /** The most codes or enrollments made while the caller waits. */
    private static final int MOST_AT_ONCE = 1_000;

    private final Gate gate;
    private final Campaigns campaigns;
    private final Ambassadors ambassadors;
    private final Codes codes;

    public CodeRoutes(Gate gate, Campaigns campaigns, Ambassadors ambassadors, Codes codes) {
        this.gate = gate;
        this.campaigns = campaigns;
        this.ambassadors = ambassadors;
        this.codes = codes;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/v1/campaigns/{id}/enrollments", gate.changes(Scope.ADMIN, this::enroll))
                .post("/v1/campaigns/{id}/codes", gate.changes(Scope.ADMIN, this::create))
                .get("/v1/campaigns/{id}/codes", gate.reads(Scope.ADMIN, this::list));
    }

    /** A code as the API shows it in lists. */
    record CodeView(
            CodeId id,
            String text,
            String display,
            String kind,
            String status,
            boolean separated,
            String campaign,
            @Nullable AmbassadorId owner) {

        static CodeView of(PromoCode code) {
            return new CodeView(
                    code.id(),
                    code.text(),
                    code.display(),
                    code.kind().name().toLowerCase(Locale.ROOT),
                    code.status().name().toLowerCase(Locale.ROOT),
                    code.separated(),
                    code.campaign().toString(),
                    code.owner());
        }
    }

    record EnrollmentView(Enrollment.Id id, Named ambassador, CodeName code) {

        record Named(AmbassadorId id, String name) {}

        record CodeName(CodeId id, String text, String display) {}

        static EnrollmentView of(Enrollment enrollment, Ambassador ambassador) {
            var code = enrollment.code();
            return new EnrollmentView(
                    enrollment.id(),
                    new Named(ambassador.id(), ambassador.name()),
                    new CodeName(code.id(), code.text(), code.display()));
        }
    }

    private Answer enroll(Gate.Call call) {
        var campaign = campaigns.get(call.brand(), CampaignRoutes.id(call.request()));
        campaigns.requireOpen(campaign);
        var members = members(call.brand(), Input.of(call.body()));
        var ready = Codes.sharesBlanket(campaign) ? campaigns.withBlanketCode(call.brand(), campaign.id()) : campaign;
        var byId = ambassadors.find(call.brand(), members);
        var enrolled = codes.enroll(ready, members.stream().map(byId::get).toList());
        var data = enrolled.stream()
                .map(one -> EnrollmentView.of(one, Objects.requireNonNull(byId.get(one.ambassador()))))
                .toList();
        return Answer.created(Map.of("data", data));
    }

    private List<AmbassadorId> members(BrandId brand, Input in) {
        var texts = in.texts("ambassador_ids", MOST_AT_ONCE, 40);
        if (texts.isEmpty()) {
            in.refuse("ambassador_ids", "must name 1 to " + MOST_AT_ONCE + " ambassadors.");
        }
        in.check();
        var members = new LinkedHashSet<AmbassadorId>();
        for (int i = 0; i < texts.size(); i++) {
            var id = Ids.parse(AmbassadorId.PREFIX, texts.get(i));
            if (id.isPresent()) {
                members.add(new AmbassadorId(id.getAsLong()));
            } else {
                in.refuse("ambassador_ids/" + i, "names no ambassador.");
            }
        }
        in.check();
        var found = ambassadors.find(brand, new ArrayList<>(members));
        var order = new ArrayList<>(members);
        for (int i = 0; i < order.size(); i++) {
            if (!found.containsKey(order.get(i))) {
                in.refuse("ambassador_ids/" + i, "names no ambassador.");
            }
        }
        in.check();
        return order;
    }

    private Answer create(Gate.Call call) {
        var campaign = campaigns.get(call.brand(), CampaignRoutes.id(call.request()));
        campaigns.requireOpen(campaign);
        var in = Input.of(call.body());
        var text = in.optionalText("code", 256);
        var count = in.integer("count", 1, MOST_AT_ONCE, 1);
        var ownerText = in.optionalText("ambassador_id", 40);
        if (text != null && in.has("count") && count != 1) {
            in.refuse("count", "must be 1 or absent with a code of your own.");
        }
        in.check();
        var owner = ownerText == null ? null : owner(call.brand(), in, ownerText);
        var made = text == null
                ? codes.makeUnique(campaign, owner, (int) count)
                : List.of(codes.give(campaign, owner, text));
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

    private Answer list(Caller caller, ServerRequest request) {
        var campaign = campaigns.get(caller.brandId(), CampaignRoutes.id(request));
        var page = Requests.page(request, CodeId.PREFIX);
        var fetched = codes.list(caller.brandId(), campaign.id(), page);
        return Answer.ok(page.listing(fetched, CodeView::of, code -> code.id().toString()));
    }
}
