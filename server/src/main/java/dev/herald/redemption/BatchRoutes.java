package dev.herald.redemption;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.herald.access.Gate;
import dev.herald.access.Idempotency;
import dev.herald.access.Scope;
import dev.herald.platform.Answer;
import dev.herald.platform.Input;
import dev.herald.platform.Json;
import dev.herald.platform.Problem;
import dev.herald.platform.RequestRefused;
import dev.herald.platform.Unavailable;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Many redemptions in one request, each answered as it would have been alone: a shop sends in the evening what it could
 * not send during the day.
 */
public final class BatchRoutes implements HttpService {

    private static final int MOST = 1_000;
    private static final String KEY = "idempotency_key";

    /** An item repeats the single request with the same key, and is repeated by it. */
    private static final String SINGLE = "POST /v1/redemptions";

    private final Gate gate;
    private final Redemptions redemptions;
    private final OutcomeAnswers answers;
    private final InstantSource clock;

    public BatchRoutes(Gate gate, Redemptions redemptions, InstantSource clock) {
        this.gate = gate;
        this.redemptions = redemptions;
        this.answers = new OutcomeAnswers(redemptions);
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/v1/redemptions/batch", gate.changesByItself(Scope.CHECKOUT, this::redeem));
    }

    /** All are in their lanes before the first is waited for, so that they share their commits. */
    private Answer redeem(Gate.Call call) {
        var items = items(Input.of(call.body()));
        var batchKey = Idempotency.key(call);
        var begun = new ArrayList<Supplier<Answer>>();
        for (int i = 0; i < items.size(); i++) {
            begun.add(begin(call, items.get(i), batchKey == null ? null : i + " " + batchKey));
        }
        return Answer.ok(Map.of(
                "data",
                begun.stream().map(Supplier::get).map(BatchRoutes::shown).toList()));
    }

    private static List<JsonNode> items(Input in) {
        var items = in.tree().path("redemptions");
        if (!items.isArray() || items.isEmpty() || items.size() > MOST) {
            in.refuse("redemptions", "must be an array of 1 to 1,000 redemptions.");
            in.check();
        }
        return items.valueStream().toList();
    }

    /** @param derivedKey what the batch's key makes of this item, if it has none of its own */
    private Supplier<Answer> begin(Gate.Call call, JsonNode item, @Nullable String derivedKey) {
        try {
            var in = Input.of(Json.bytes(item));
            var ownKey = in.optionalText(KEY, Idempotency.MAX_KEY);
            var key =
                    ownKey == null ? key(call, item, "batch key", derivedKey) : key(call, item, "key", ownKey.strip());
            var outcome = RedemptionInput.begin(in, call.caller(), redemptions, clock, key);
            return () -> answer(outcome);
        } catch (RequestRefused refused) {
            return () -> Answer.problem(refused.problem());
        } catch (Unavailable away) {
            return () -> unavailable(away);
        }
    }

    private static @Nullable RequestKey key(Gate.Call call, JsonNode item, String kind, @Nullable String key) {
        if (key == null) {
            return null;
        }
        var request = ((ObjectNode) item).deepCopy();
        request.remove(KEY);
        return new RequestKey(
                call.caller().brand().secret().hash(kind, key),
                Idempotency.fingerprint(call.caller(), SINGLE, RedemptionInput.withoutClicks(request)));
    }

    private Answer answer(Supplier<Outcome> outcome) {
        try {
            return answers.of(outcome.get());
        } catch (RequestRefused refused) {
            return Answer.problem(refused.problem());
        } catch (Unavailable away) {
            return unavailable(away);
        }
    }

    private static Answer unavailable(Unavailable away) {
        return Answer.problem(new Problem(503, "unavailable", away.detail()));
    }

    private static ObjectNode shown(Answer answer) {
        var body = (ObjectNode) Json.parse(answer.body()).orElseThrow();
        var item = Json.MAPPER.createObjectNode().put("status", answer.status());
        return answer.isSuccess() ? item.setAll(body) : item.set("problem", body);
    }
}
