package dev.herald.code;

import dev.herald.access.BrandId;
import dev.herald.access.Gate;
import dev.herald.access.Scope;
import dev.herald.ambassador.Ambassador;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.ambassador.Ambassadors;
import dev.herald.campaign.CampaignRoutes;
import dev.herald.campaign.Campaigns;
import dev.herald.job.JobRoutes;
import dev.herald.job.Jobs;
import dev.herald.platform.Answer;
import dev.herald.platform.Ids;
import dev.herald.platform.Input;
import dev.herald.platform.RequestRefused;
import dev.herald.platform.Requests;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes ambassadors members of campaigns, with their codes, over HTTP. */
public final class EnrollmentRoutes implements HttpService {

    /** The most enrollments made while the caller waits. */
    private static final int MOST_AT_ONCE = 1_000;

    private static final int MOST_IN_A_JOB = 50_000;

    private final Gate gate;
    private final Campaigns campaigns;
    private final Ambassadors ambassadors;
    private final Codes codes;
    private final CodeIssuer issuer;
    private final Jobs jobs;

    public EnrollmentRoutes(
            Gate gate, Campaigns campaigns, Ambassadors ambassadors, Codes codes, CodeIssuer issuer, Jobs jobs) {
        this.gate = gate;
        this.campaigns = campaigns;
        this.ambassadors = ambassadors;
        this.codes = codes;
        this.issuer = issuer;
        this.jobs = jobs;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/v1/campaigns/{id}/enrollments", gate.changes(Scope.ADMIN, this::enroll))
                .post("/v1/enrollments/{id}/code", gate.changes(Scope.ADMIN, this::choose));
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
        var ready =
                campaign.strategy().sharesCode() ? campaigns.withBlanketCode(call.brand(), campaign.id()) : campaign;
        if (members.size() > MOST_AT_ONCE) {
            var order = new EnrollWork.Order(
                    campaign.id().value(),
                    members.stream().map(AmbassadorId::value).toList(),
                    null);
            return JobRoutes.accepted(jobs.create(call.brand(), EnrollWork.KIND, order, members.size()));
        }
        var byId = ambassadors.find(call.brand(), members);
        var enrolled = issuer.enroll(ready, members.stream().map(byId::get).toList());
        var data = enrolled.stream()
                .map(one -> EnrollmentView.of(one, Objects.requireNonNull(byId.get(one.ambassador()))))
                .toList();
        return Answer.created(Map.of("data", data));
    }

    private List<AmbassadorId> members(BrandId brand, Input in) {
        var texts = in.texts("ambassador_ids", MOST_IN_A_JOB, 40);
        if (texts.isEmpty()) {
            in.refuse("ambassador_ids", "must name 1 to " + MOST_IN_A_JOB + " ambassadors.");
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

    /** A member's own wish; refused if it is too close to another code. */
    private Answer choose(Gate.Call call) {
        var id = new Enrollment.Id(Requests.id(call.request(), "id", "enr_", "enrollment"));
        var enrollment = codes.enrollment(call.brand(), id).orElseThrow(() -> RequestRefused.notFound("enrollment"));
        var campaign = campaigns.get(call.brand(), enrollment.campaign());
        campaigns.requireOpen(campaign);
        var in = Input.of(call.body());
        var wish = in.text("code", 256);
        in.check();
        return switch (issuer.choose(campaign, enrollment, wish)) {
            case Wish.Granted(var code) -> Answer.ok(CodeView.of(code));
            case Wish.Refused refused -> refused.answer();
        };
    }
}
