package dev.herald.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.herald.platform.Json;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits of customers by period and reversal policies: what is given is shown, kept, changed and taken away. */
class CampaignTermsTest {

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
    void customer_caps_of_each_period_are_shown_changed_and_taken_away() {
        var id = herald.runningCampaign(Map.of(
                "limits", Map.of("per_customer_per_day", 1, "per_customer_per_week", 2, "per_customer_per_month", 3)));
        isJson(shown(id).get("limits"), """
                {"per_customer_per_day": 1, "per_customer_per_week": 2, "per_customer_per_month": 3,
                 "first_order_only": false}""");
        change(id, "{\"limits\": {\"per_customer_per_day\": 4, \"per_customer_per_week\": null}}");
        isJson(shown(id).get("limits"), """
                {"per_customer_per_day": 4, "per_customer_per_month": 3, "first_order_only": false}""");
    }

    @Test
    void a_campaign_without_a_policy_shows_the_default() {
        var id = herald.runningCampaign(Map.of());
        isJson(shown(id).get("reversals"), """
                {"cancelled": {"slot": true, "budget": true, "turn": true},
                 "refunded": {"slot": true, "budget": true, "turn": true},
                 "chargeback": {"slot": false, "budget": false, "turn": false}}""");
    }

    @Test
    void a_policy_is_given_in_parts_and_goes_back_to_the_default_in_parts() {
        var id = herald.runningCampaign(
                Map.of("reversals", Map.of("refunded", Map.of("slot", false), "window_days", 30)));
        isJson(shown(id).get("reversals"), """
                {"cancelled": {"slot": true, "budget": true, "turn": true},
                 "refunded": {"slot": false, "budget": true, "turn": true},
                 "chargeback": {"slot": false, "budget": false, "turn": false},
                 "window_days": 30}""");
        change(id, "{\"reversals\": {\"refunded\": {\"turn\": false}, \"chargeback\": {\"budget\": true}}}");
        isJson(shown(id).get("reversals"), """
                {"cancelled": {"slot": true, "budget": true, "turn": true},
                 "refunded": {"slot": false, "budget": true, "turn": false},
                 "chargeback": {"slot": false, "budget": true, "turn": false},
                 "window_days": 30}""");
        change(id, "{\"reversals\": {\"refunded\": {\"slot\": null}, \"chargeback\": null, \"window_days\": null}}");
        isJson(shown(id).get("reversals"), """
                {"cancelled": {"slot": true, "budget": true, "turn": true},
                 "refunded": {"slot": true, "budget": true, "turn": false},
                 "chargeback": {"slot": false, "budget": false, "turn": false}}""");
        change(id, "{\"reversals\": null}");
        assertThat(shown(id).at("/reversals/refunded/turn").booleanValue()).isTrue();
    }

    @Test
    void a_change_of_something_else_keeps_the_policy() {
        var id = herald.runningCampaign(Map.of("reversals", Map.of("window_days", 3_650)));
        change(id, "{\"name\": \"Another\"}");
        assertThat(shown(id).at("/reversals/window_days").intValue()).isEqualTo(3_650);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"window_days\": 0}                      | /reversals/window_days",
                "{\"window_days\": 3651}                   | /reversals/window_days",
                "{\"window_days\": \"30\"}                 | /reversals/window_days",
                "{\"refunded\": true}                      | /reversals/refunded",
                "{\"refunded\": {\"slot\": \"yes\"}}       | /reversals/refunded/slot",
                "{\"refunded\": {\"slots\": true}}         | /reversals/refunded/slots",
                "{\"refund\": {\"slot\": true}}            | /reversals/refund",
                "[]                                        | /reversals",
                "30                                        | /reversals"
            })
    void a_policy_that_makes_no_sense_is_refused(String policy, String pointer) {
        isRefused("reversals", policy, pointer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"per_customer_per_day", "per_customer_per_week", "per_customer_per_month"})
    void a_cap_is_at_least_1(String cap) {
        isRefused("limits", "{\"" + cap + "\": 0}", "/limits/" + cap);
        isRefused("limits", "{\"" + cap + "\": 1.5}", "/limits/" + cap);
        isRefused("limits", "{\"" + cap + "s\": 1}", "/limits/" + cap + "s");
    }

    private static void isRefused(String member, String value, String pointer) {
        var reply = herald.post("/v1/campaigns", """
                {"name": "x", "objective": "loyalty", "offer": {"type": "free_shipping"}, "currency": "USD",
                 "starts_at": "2026-01-01T00:00:00Z", "%s": %s}""".formatted(member, value));
        assertThat(reply.status()).as(reply.body()).isEqualTo(422);
        assertThat(reply.json().get("errors").findValuesAsText("pointer")).containsExactly(pointer);
    }

    private static JsonNode shown(String id) {
        return herald.get("/v1/campaigns/" + id).json();
    }

    private static void change(String id, String body) {
        var reply = herald.patch("/v1/campaigns/" + id, body);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }

    private static void isJson(JsonNode shown, String expected) {
        assertThat(shown).isEqualTo(Json.read(expected, JsonNode.class));
    }
}
