package dev.herald.app;

import static dev.herald.app.Problems.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A campaign that makes no sense is refused with a 4xx problem that says what to do. */
class BadCampaignsTest {

    private static TestHerald herald;
    private static String campaign;

    @BeforeAll
    static void start() {
        herald = new TestHerald();
        campaign = herald.runningCampaign(Map.of("blanket_code", "BADINPUT20"));
    }

    @AfterAll
    static void stop() {
        herald.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\": \"percent\", \"value\": 0}",
                "{\"type\": \"percent\", \"value\": 100.01}",
                "{\"type\": \"percent\", \"value\": 12.345}",
                "{\"type\": \"percent\", \"value\": 1e999999999}",
                "{\"type\": \"percent\", \"value\": \"20\"}",
                "{\"type\": \"percent\"}",
                "{\"type\": \"amount\", \"value\": -5}",
                "{\"type\": \"amount\", \"value\": 5.5}",
                "{\"type\": \"gift\"}",
                "{\"type\": \"percent\", \"value\": 20, \"maximum\": 5}",
                "{\"type\": \"percent\", \"value\": 20, \"max\": {\"amount\": 5, \"currency\": \"EUR\"}}",
                "{\"type\": \"percent\", \"value\": 20, \"max\": {\"amount\": 5, \"currency\": \"USD\", \"extra\": 1}}",
                "7"
            })
    void an_offer_that_makes_no_sense_is_refused(String offer) {
        var reply = herald.post("/v1/campaigns", """
                {"name": "x", "objective": "loyalty", "offer": %s, "currency": "USD", "starts_at": "2026-01-01T00:00:00Z"}""".formatted(offer));
        isProblem(reply, 422, "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"per_code\": 0}",
                "{\"per_code\": -1}",
                "{\"per_campaign\": 1.5}",
                "{\"per_customer\": \"1\"}",
                "{\"budget\": 100}",
                "{\"budget\": {\"amount\": 0, \"currency\": \"USD\"}}",
                "{\"per_customers\": 1}"
            })
    void limits_that_make_no_sense_are_refused(String limits) {
        var reply = herald.post("/v1/campaigns", """
                {"name": "x", "objective": "loyalty", "offer": {"type": "free_shipping"}, "currency": "USD",
                 "starts_at": "2026-01-01T00:00:00Z", "limits": %s}""".formatted(limits));
        isProblem(reply, 422, "invalid_request");
    }

    @Test
    void an_end_before_the_start_is_refused() {
        var reply = herald.post("/v1/campaigns", """
                {"name": "x", "objective": "loyalty", "offer": {"type": "free_shipping"}, "currency": "USD",
                 "starts_at": "2026-01-02T00:00:00Z", "ends_at": "2026-01-01T00:00:00Z"}""");
        isProblem(reply, 422, "invalid_request");
    }

    @Test
    void every_fault_is_named_at_once() {
        var reply = herald.post("/v1/campaigns", Map.of("name", 5, "objective", "fame"));
        isProblem(reply, 422, "invalid_request");
        assertThat(reply.json().get("errors").findValuesAsText("pointer"))
                .contains("/name", "/objective", "/offer", "/currency", "/starts_at");
    }

    @Test
    void the_same_code_cannot_be_made_twice_however_it_is_spelt() {
        for (var spelling :
                new String[] {"badinput20", "BAD-INPUT 20", "ＢＡＤＩＮＰＵＴ２０", "B\u00adAD\u200bINPUT2O", "8AD1NPUTZO"}) {
            var reply = herald.post("/v1/campaigns/" + campaign + "/codes", Map.of("code", spelling));
            isProblem(reply, 409, "code_taken");
        }
    }

    @Test
    void a_step_that_the_life_cycle_does_not_know_is_a_conflict() {
        isProblem(herald.post("/v1/campaigns/" + campaign + "/launch", Map.of()), 409, "campaign_state");
        isProblem(herald.post("/v1/campaigns/" + campaign + "/resume", Map.of()), 409, "campaign_state");
    }
}
