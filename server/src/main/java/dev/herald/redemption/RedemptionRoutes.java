package dev.herald.redemption;

import dev.herald.access.Caller;
import dev.herald.access.Gate;
import dev.herald.access.Scope;
import dev.herald.campaign.CampaignId;
import dev.herald.campaign.ReversalReason;
import dev.herald.money.Money;
import dev.herald.platform.Answer;
import dev.herald.platform.Ids;
import dev.herald.platform.Input;
import dev.herald.platform.RequestRefused;
import dev.herald.platform.Requests;
import dev.herald.redemption.OutcomeAnswers.Suggestion;
import dev.herald.redemption.RedemptionView.AmbassadorName;
import dev.herald.redemption.RedemptionView.CampaignName;
import dev.herald.redemption.RedemptionView.CodeName;
import dev.herald.redemption.RedemptionView.LineDiscount;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Validations, redemptions and reversals over HTTP. */
public final class RedemptionRoutes implements HttpService {

    private final Gate gate;
    private final Redemptions redemptions;
    private final OutcomeAnswers answers;
    private final InstantSource clock;

    public RedemptionRoutes(Gate gate, Redemptions redemptions, InstantSource clock) {
        this.gate = gate;
        this.redemptions = redemptions;
        this.answers = new OutcomeAnswers(redemptions);
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/v1/validations", gate.changes(Scope.CHECKOUT, this::validate))
                .post("/v1/redemptions", gate.changesByItself(Scope.CHECKOUT, this::redeem))
                .get("/v1/redemptions", gate.reads(Scope.ADMIN, this::list))
                .get("/v1/redemptions/{id}", gate.reads(Scope.CHECKOUT, this::show))
                .post("/v1/redemptions/{id}/reversals", gate.changesByItself(Scope.CHECKOUT, this::reverse));
    }

    record Reason(String code, String detail) {}

    record ValidationView(
            boolean valid,
            @Nullable Money discount,
            @Nullable List<LineDiscount> lineDiscounts,
            @Nullable CodeName code,
            @Nullable CampaignName campaign,
            @Nullable AmbassadorName ambassador,
            List<Suggestion> suggestions,
            @Nullable String correctedFrom,
            List<Reason> reasons) {

        static ValidationView declined(Decline decline, List<Suggestion> suggestions) {
            var reasons = List.of(new Reason(decline.code(), decline.detail()));
            return new ValidationView(false, null, null, null, null, null, suggestions, null, reasons);
        }
    }

    private Answer validate(Gate.Call call) {
        var asked = RedemptionInput.of(Input.of(call.body()), call.caller(), clock.instant());
        return switch (redemptions.validate(call.caller().brand(), asked)) {
            case Validation.Valid valid -> Answer.ok(view(valid, asked.order()));
            case Validation.Invalid(var decline) -> Answer.ok(ValidationView.declined(decline, List.of()));
            case Validation.CodeUnknown(var meant) ->
                Answer.ok(ValidationView.declined(Decline.CODE_UNKNOWN, Suggestion.of(meant)));
            case Validation.CustomerNeeded() -> throw OutcomeAnswers.customerNeeded();
        };
    }

    private static ValidationView view(Validation.Valid valid, Order order) {
        var owner = valid.code().owner();
        var currency = valid.campaign().currency();
        return new ValidationView(
                true,
                new Money(valid.discount(), currency),
                valid.campaign().offer().isOnShipping()
                        ? null
                        : RedemptionView.lineDiscounts(valid.discount(), order.lines(), currency),
                CodeName.of(valid.code()),
                new CampaignName(valid.campaign().id(), valid.campaign().name()),
                owner == null ? null : new AmbassadorName(owner, valid.ownerName()),
                List.of(),
                valid.correctedFrom(),
                List.of());
    }

    private Answer redeem(Gate.Call call) {
        var in = Input.of(call.body());
        var key = RedemptionInput.key(call, in);
        return answers.of(RedemptionInput.begin(in, call.caller(), redemptions, clock, key)
                .get());
    }

    private Answer reverse(Gate.Call call) {
        var redemption = find(call.caller(), call.request());
        var in = Input.of(call.body());
        var reason = in.choice("reason", ReversalReason.class);
        var amount = in.has("amount") ? (Long) in.integer("amount", 1, Money.MOST) : null;
        in.check();
        var key = RedemptionInput.key(call, in);
        if (key == null && amount != null && amount != redemption.amount()) {
            throw new RequestRefused(
                    400,
                    "idempotency_key_needed",
                    "A partial reversal needs an Idempotency-Key: two may be meant as one.");
        }
        return answers.of(redemptions.reverse(new ReversalAttempt(redemption, reason, amount, key)));
    }

    private Answer show(Caller caller, ServerRequest request) {
        return Answer.ok(answers.view(find(caller, request)));
    }

    private Answer list(Caller caller, ServerRequest request) {
        var page = Requests.page(request, RedemptionId.PREFIX);
        var fetched = redemptions.list(caller.brandId(), campaign(request), page);
        return Answer.ok(page.listing(
                fetched, answers::view, redemption -> redemption.id().toString()));
    }

    private static @Nullable CampaignId campaign(ServerRequest request) {
        if (!request.query().contains("campaign")) {
            return null;
        }
        return new CampaignId(Ids.parse(CampaignId.PREFIX, request.query().get("campaign"))
                .orElseThrow(() -> RequestRefused.notFound("campaign")));
    }

    private Redemption find(Caller caller, ServerRequest request) {
        var id = new RedemptionId(Requests.id(request, "id", RedemptionId.PREFIX, "redemption"));
        return redemptions.find(caller.brandId(), id).orElseThrow(() -> RequestRefused.notFound("redemption"));
    }
}
