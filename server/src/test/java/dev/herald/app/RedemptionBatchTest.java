package dev.herald.app;

import static dev.herald.app.TestHerald.redemption;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.herald.platform.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many redemptions in one request: each is answered as it would have been alone. */
class RedemptionBatchTest {

    private static TestHerald herald;

    @BeforeAll
    static void start() {
        herald = new TestHerald();
    }

    @AfterAll
    static void stop() {
        herald.close();
    }

    @Test
    void each_has_its_own_outcome_in_order() {
        herald.runningCampaign(Map.of("blanket_code", "MANY20", "limits", Map.of("per_customer", 1)));
        var answers = batch(
                redemption("MANY20", "mia", "many-1"),
                redemption("NOSUCHCODE", "mia", "many-2"),
                redemption("MANY20", "mia", "many-3"),
                Map.of("code", "MANY20", "order", Map.of("reference", "many-4", "amount", 1, "currency", "USD")),
                Map.of("code", "MANY20"),
                "no object",
                redemption("many 20", "noa", "many-5"));
        assertThat(statuses(answers)).containsExactly(201, 409, 409, 422, 422, 400, 201);
        assertThat(answers.get(0).at("/order/reference").textValue()).isEqualTo("many-1");
        assertThat(answers.findValues("problem").stream()
                        .map(problem -> problem.get("code").textValue()))
                .containsExactly(
                        "code_unknown",
                        "customer_limit_reached",
                        "customer_needed",
                        "invalid_request",
                        "malformed_json");
        assertThat(answers.at("/4/problem/errors/0/pointer").textValue()).isEqualTo("/order");
        assertThat(answers.at("/6/order/reference").textValue()).isEqualTo("many-5");
    }

    @Test
    void an_item_is_answered_like_the_same_request_alone() {
        herald.runningCampaign(Map.of("blanket_code", "SAME20"));
        var good = redemption("SAME20", "mia", "same-1");
        var bad = redemption("NOSUCHCODE", "mia", "same-2");
        var answers = batch(good, bad);
        var alone = (ObjectNode) herald.post("/v1/redemptions", good).json();
        assertThat(answers.get(0))
                .isEqualTo(Json.MAPPER.createObjectNode().put("status", 201).setAll(alone));
        assertThat(answers.at("/1/problem"))
                .isEqualTo(herald.post("/v1/redemptions", bad).json());
    }

    @Test
    void a_batch_sent_again_with_its_key_is_answered_the_same() {
        herald.runningCampaign(Map.of("blanket_code", "AGAIN20"));
        var body = Map.of(
                "redemptions",
                List.of(
                        redemption("AGAIN20", "mia", "again-1"),
                        redemption("AGAIN20", "noa", "again-2"),
                        redemption("NOSUCHCODE", "noa", "again-3")));
        var first = herald.post("/v1/redemptions/batch", body, "Idempotency-Key", "evening");
        var again = herald.post("/v1/redemptions/batch", body, "Idempotency-Key", "evening");
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void a_key_of_the_batch_is_none_for_another_item_in_its_place_and_leaves_the_others_alone() {
        herald.runningCampaign(Map.of("blanket_code", "PLACE20"));
        var kept = redemption("PLACE20", "mia", "place-1");
        post("places", kept, redemption("PLACE20", "noa", "place-2"));
        var answers = post("places", kept, redemption("PLACE20", "noa", "place-3"));
        assertThat(statuses(answers)).containsExactly(201, 422);
        assertThat(answers.at("/1/problem/code").textValue()).isEqualTo("idempotency_key_reused");
    }

    @Test
    void an_items_own_key_is_the_key_of_the_single_request() {
        herald.runningCampaign(Map.of("blanket_code", "OWN20"));
        var single = herald.post("/v1/redemptions", redemption("OWN20", "mia", "own-1"), "Idempotency-Key", "own key");
        var item = new HashMap<String, Object>(redemption("OWN20", "mia", "own-1"));
        item.put("idempotency_key", "own key");
        var other = new HashMap<String, Object>(redemption("OWN20", "mia", "own-2"));
        other.put("idempotency_key", "own key");
        var answers = batch(item, other);
        assertThat(statuses(answers)).containsExactly(201, 422);
        assertThat(answers.get(0).get("id")).isEqualTo(single.json().get("id"));
        assertThat(answers.at("/1/problem/code").textValue()).isEqualTo("idempotency_key_reused");
    }

    @Test
    void a_thousand_at_once_keep_the_limit() {
        herald.runningCampaign(Map.of("blanket_code", "FULL20", "limits", Map.of("per_campaign", 700)));
        var answers = batch(IntStream.range(0, 1_000)
                .mapToObj(i -> redemption("FULL20", "c" + i, "full-" + i))
                .toArray());
        assertThat(statuses(answers).subList(0, 700)).containsOnly(201);
        assertThat(statuses(answers).subList(700, 1_000)).containsOnly(409);
        assertThat(IntStream.range(0, 700)
                        .mapToObj(i -> answers.get(i).at("/order/reference").textValue()))
                .containsExactlyElementsOf(
                        IntStream.range(0, 700).mapToObj(i -> "full-" + i).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"redemptions\": []}", "{\"redemptions\": {}}", "{\"redemptions\": null}"})
    void a_batch_of_none_is_refused(String body) {
        var reply = herald.post("/v1/redemptions/batch", body);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().at("/errors/0/pointer").textValue()).isEqualTo("/redemptions");
    }

    @Test
    void a_batch_of_1001_is_refused() {
        var reply = herald.post("/v1/redemptions/batch", Map.of("redemptions", Collections.nCopies(1_001, Map.of())));
        assertThat(reply.status()).isEqualTo(422);
    }

    private static JsonNode batch(Object... items) {
        return data(herald.post("/v1/redemptions/batch", Map.of("redemptions", items)));
    }

    private static JsonNode post(String key, Object... items) {
        return data(herald.post("/v1/redemptions/batch", Map.of("redemptions", items), "Idempotency-Key", key));
    }

    private static JsonNode data(TestHerald.Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json().get("data");
    }

    private static List<Integer> statuses(JsonNode answers) {
        var statuses = new ArrayList<Integer>();
        answers.forEach(answer -> statuses.add(answer.get("status").intValue()));
        return statuses;
    }
}
