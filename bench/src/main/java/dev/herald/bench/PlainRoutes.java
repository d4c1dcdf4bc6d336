package dev.herald.bench;

import dev.herald.access.BrandId;
import dev.herald.access.Gate;
import dev.herald.access.Idempotency;
import dev.herald.access.Scope;
import dev.herald.money.Money;
import dev.herald.platform.Answer;
import dev.herald.platform.Input;
import dev.herald.platform.Problem;
import dev.herald.redemption.RequestKey;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Redemptions the plain way over HTTP: reads and authenticates a request with what Herald does it with. */
final class PlainRoutes implements HttpService {

    private final Gate gate;
    private final OneByOne plain;
    private final Map<BrandId, Map<String, Stock.Code>> codes = new HashMap<>();

    PlainRoutes(Gate gate, OneByOne plain, Stock known) {
        this.gate = gate;
        this.plain = plain;
        for (var code : known.codes()) {
            codes.computeIfAbsent(code.owner().brand().id(), _ -> new HashMap<>())
                    .put(code.text(), code);
        }
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/v1/redemptions", gate.changesByItself(Scope.CHECKOUT, this::redeem));
    }

    private Answer redeem(Gate.Call call) {
        var in = Input.of(call.body());
        var order = in.object("order");
        var text = in.text("code", 100);
        var customer = in.object("customer").text("id", 200);
        var reference = order.text("reference", 200);
        var amount = order.integer("amount", 0, Money.MOST);
        in.check();
        var code = Objects.requireNonNull(codes.get(call.brand())).get(text);
        if (code == null) {
            return Answer.problem(new Problem(409, "code_unknown", "There is no such code."));
        }
        var ask = new Ask(code, customer, reference, amount);
        var key = new RequestKey(
                ask.hash("key", Objects.requireNonNull(Idempotency.key(call))), Idempotency.fingerprint(call));
        return plain.redeem(ask, key)
                ? Answer.created(Map.of("code", text, "order", reference, "amount", amount))
                : Answer.problem(new Problem(409, "limit_reached", "All redemptions are taken."));
    }
}
