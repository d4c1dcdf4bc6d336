package dev.herald.reward;

import dev.herald.access.Caller;
import dev.herald.access.Gate;
import dev.herald.access.Idempotency;
import dev.herald.access.Scope;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.money.Money;
import dev.herald.platform.Answer;
import dev.herald.platform.Download;
import dev.herald.platform.Ids;
import dev.herald.platform.Input;
import dev.herald.platform.Page.Listing;
import dev.herald.platform.RequestRefused;
import dev.herald.platform.Requests;
import dev.herald.reward.LedgerRoutes.Amount;
import dev.herald.reward.Payout.State;
import dev.herald.reward.Payout.Step;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Payout runs over HTTP. They are approved in the console: a key is nobody in particular, and a second one may be the
 * maker's too.
 */
public final class PayoutRoutes implements HttpService {

    private static final int MOST_AMBASSADORS = 10_000;
    private static final int LONGEST_REFERENCE = 200;
    private static final int LONGEST_REASON = 500;
    private static final Currency NO_CURRENCY = Currency.getInstance("XXX");

    private final Gate gate;
    private final Payouts payouts;
    private final PayoutExport export;

    public PayoutRoutes(Gate gate, Payouts payouts, PayoutExport export) {
        this.gate = gate;
        this.payouts = payouts;
        this.export = export;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/v1/payouts", gate.changes(Scope.ADMIN, this::make))
                .get("/v1/payouts", gate.reads(Scope.ADMIN, this::list))
                .get("/v1/payouts/{id}", gate.reads(Scope.ADMIN, this::show))
                .get("/v1/payouts/{id}/items.csv", gate.downloads(Scope.ADMIN, this::export))
                .post("/v1/payouts/{id}/cancel", gate.changes(Scope.ADMIN, this::cancel))
                .post("/v1/payouts/{id}/paid", gate.changes(Scope.ADMIN, this::paid))
                .post("/v1/payouts/{id}/items/{ambassador}/failed", gate.changes(Scope.ADMIN, this::failed));
    }

    record PayoutView(
            PayoutId id,
            String state,
            Amount minimum,
            Amount total,
            int people,
            Amount failed,
            int failures,
            boolean needsApproval,
            @Nullable Actor madeBy,
            Instant madeAt,
            @Nullable Actor approvedBy,
            @Nullable Instant approvedAt,
            @Nullable Actor paidBy,
            @Nullable Instant paidAt,
            @Nullable Actor cancelledBy,
            @Nullable Instant cancelledAt,
            @Nullable String reference) {

        static PayoutView of(Payout one) {
            var currency = one.currency().getCurrencyCode();
            var paid = one.state() == State.PAID ? one.closed() : null;
            var cancelled = one.state() == State.CANCELLED ? one.closed() : null;
            return new PayoutView(
                    one.id(),
                    one.state().name().toLowerCase(Locale.ROOT),
                    new Amount(one.minimum(), currency),
                    new Amount(one.total(), currency),
                    one.people(),
                    new Amount(one.failed().total(), currency),
                    one.failed().people(),
                    one.needsSecond(),
                    one.made().by(),
                    one.made().at(),
                    by(one.approved()),
                    at(one.approved()),
                    by(paid),
                    at(paid),
                    by(cancelled),
                    at(cancelled),
                    one.reference().isEmpty() ? null : one.reference());
        }

        private static @Nullable Actor by(@Nullable Step step) {
            return step == null ? null : step.by();
        }

        private static @Nullable Instant at(@Nullable Step step) {
            return step == null ? null : step.at();
        }
    }

    record ItemView(
            AmbassadorId ambassador,
            String state,
            Amount amount,
            @Nullable Actor failedBy,
            @Nullable Instant failedAt,
            @Nullable String reason) {

        static ItemView of(Payout payout, PayoutItem item) {
            var failure = item.failure();
            return new ItemView(
                    item.ambassador(),
                    PayoutExport.state(payout, item),
                    new Amount(item.amount(), payout.currency().getCurrencyCode()),
                    failure == null ? null : failure.by(),
                    failure == null ? null : failure.at(),
                    failure == null || failure.reason().isEmpty() ? null : failure.reason());
        }
    }

    /** @param items a page of those who are in it */
    record PayoutDetail(PayoutView payout, Listing<ItemView> items) {}

    private Answer make(Gate.Call call) {
        if (Idempotency.key(call) == null) {
            throw new RequestRefused(
                    400, "idempotency_key_needed", "A payout run needs an Idempotency-Key: two may be meant as one.");
        }
        var in = Input.of(call.body());
        in.only("currency", "minimum", "ambassadors");
        var currency = currency(in);
        var minimum = in.integer("minimum", 1, Money.MOST, 1);
        var ambassadors = ambassadors(in);
        in.check();
        var wish = new PayoutWish(currency, minimum, ambassadors);
        return Answer.created(PayoutView.of(payouts.make(call.brand(), wish, actor(call))));
    }

    private static Currency currency(Input in) {
        var code = in.text("currency", 3);
        var currency = Money.currency(code);
        if (currency.isEmpty() && !code.isEmpty()) {
            in.refuse("currency", "must be an ISO 4217 currency such as EUR.");
        }
        return currency.orElse(NO_CURRENCY);
    }

    private static List<AmbassadorId> ambassadors(Input in) {
        var texts = in.texts("ambassadors", MOST_AMBASSADORS, 40);
        var ambassadors = new ArrayList<AmbassadorId>();
        for (var i = 0; i < texts.size(); i++) {
            var id = Ids.parse(AmbassadorId.PREFIX, texts.get(i));
            if (id.isEmpty()) {
                in.refuse("ambassadors/" + i, "must be the id of an ambassador.");
            } else {
                ambassadors.add(new AmbassadorId(id.getAsLong()));
            }
        }
        if (in.has("ambassadors") && texts.isEmpty()) {
            in.refuse("ambassadors", "must name at least one. Leave it out for everybody.");
        }
        return ambassadors;
    }

    private Answer list(Caller caller, ServerRequest request) {
        var states = List.of("all", "awaiting_approval", "approved", "paid", "cancelled");
        var chosen = Requests.choice(request, "state", states);
        var page = Requests.page(request, PayoutId.PREFIX);
        Optional<State> state =
                chosen.equals("all") ? Optional.empty() : Optional.of(State.valueOf(chosen.toUpperCase(Locale.ROOT)));
        return Answer.ok(page.listing(
                payouts.list(caller.brandId(), state, page),
                PayoutView::of,
                one -> one.id().toString()));
    }

    private Answer show(Caller caller, ServerRequest request) {
        var payout = payouts.get(caller.brandId(), id(request));
        var page = Requests.page(request, AmbassadorId.PREFIX);
        var items = page.listing(
                payouts.items(caller.brandId(), payout.id(), page),
                item -> ItemView.of(payout, item),
                item -> item.ambassador().toString());
        return Answer.ok(new PayoutDetail(PayoutView.of(payout), items));
    }

    private Download export(Caller caller, ServerRequest request) {
        return export.of(caller.brandId(), id(request));
    }

    private Answer cancel(Gate.Call call) {
        return Answer.ok(PayoutView.of(payouts.cancel(call.brand(), id(call.request()), actor(call))));
    }

    private Answer paid(Gate.Call call) {
        var in = Input.of(call.body());
        in.only("reference");
        var reference = in.text("reference", LONGEST_REFERENCE);
        in.check();
        return Answer.ok(PayoutView.of(payouts.paid(call.brand(), id(call.request()), reference, actor(call))));
    }

    private Answer failed(Gate.Call call) {
        var in = Input.of(call.body());
        in.only("reason");
        var reason = in.optionalText("reason", LONGEST_REASON);
        in.check();
        var ambassador =
                new AmbassadorId(Requests.id(call.request(), "ambassador", AmbassadorId.PREFIX, "item of this payout"));
        return Answer.ok(PayoutView.of(payouts.failed(
                call.brand(), id(call.request()), ambassador, reason == null ? "" : reason, actor(call))));
    }

    private static Actor actor(Gate.Call call) {
        return Actor.key(call.caller().keyId());
    }

    private static PayoutId id(ServerRequest request) {
        return new PayoutId(Requests.id(request, "id", PayoutId.PREFIX, "payout"));
    }
}
