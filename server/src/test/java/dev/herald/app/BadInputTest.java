package dev.herald.app;

import static dev.herald.app.Problems.isProblem;
import static dev.herald.app.TestHerald.redemption;
import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.access.Brand;
import dev.herald.access.Scope;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a client sends gets a 4xx problem that says what to do, and changes nothing. */
class BadInputTest {

    private static TestHerald herald;
    private static String campaign;

    @BeforeAll
    static void start() {
        herald = new TestHerald();
        campaign = herald.runningCampaign(Map.of("blanket_code", "BADINPUT20"));
    }

    @AfterAll
    static void stop() {
        var left = herald.get("/v1/redemptions?campaign=" + campaign).json();
        herald.close();
        assertThat(left.get("data"))
                .as("nothing was redeemed by a refused request")
                .isEmpty();
    }

    @Nested
    class Bodies {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "{",
                    "[]",
                    "null",
                    "12",
                    "\"text\"",
                    "{\"code\":1,\"code\":2}",
                    "{} {}",
                    "{\"code\": NaN}",
                    "{'code': 'x'}"
                })
        void what_is_no_json_object_is_malformed(String body) {
            isProblem(herald.post("/v1/redemptions", body), 400, "malformed_json");
        }

        @Test
        void deeply_nested_json_is_malformed() {
            isProblem(herald.post("/v1/redemptions", "[".repeat(100_000)), 400, "malformed_json");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "1.5",
                    "\"12\"",
                    "null",
                    "true",
                    "[]",
                    "{}",
                    "-1",
                    "1e3",
                    "12.0",
                    "9223372036854775808",
                    "1000000000001"
                })
        void an_amount_is_a_whole_number_and_nothing_else(String amount) {
            var reply = herald.post("/v1/redemptions", """
                    {"code": "BADINPUT20", "order": {"reference": "bad", "amount": %s, "currency": "USD"}}""".formatted(amount));
            isProblem(reply, 422, "invalid_request");
            assertThat(reply.json().at("/errors/0/pointer").asText()).isEqualTo("/order/amount");
        }

        @Test
        void a_missing_amount_is_not_zero() {
            var reply = herald.post(
                    "/v1/redemptions",
                    Map.of("code", "BADINPUT20", "order", Map.of("reference", "bad", "currency", "USD")));
            isProblem(reply, 422, "invalid_request");
        }

        @ParameterizedTest
        @ValueSource(strings = {"usd", "XXX", "XAU", "QQQ", "US", "USDD", "ÜSD"})
        void a_currency_that_does_not_exist_is_refused(String currency) {
            var order = Map.of("reference", "bad", "amount", 100, "currency", currency);
            isProblem(
                    herald.post("/v1/redemptions", Map.of("code", "BADINPUT20", "order", order)),
                    422,
                    "invalid_request");
        }

        @Test
        void an_order_in_another_currency_is_declined() {
            var order = Map.of("reference", "bad", "amount", 100, "currency", "EUR");
            isProblem(
                    herald.post("/v1/redemptions", Map.of("code", "BADINPUT20", "order", order)),
                    409,
                    "currency_mismatch");
        }

        @Test
        void lines_must_add_up_to_the_amount() {
            var lines = List.of(Map.of("sku", "a", "quantity", 3, "unit_amount", 33));
            var order = Map.of("reference", "bad", "amount", 100, "currency", "USD", "lines", lines);
            isProblem(
                    herald.post("/v1/redemptions", Map.of("code", "BADINPUT20", "order", order)),
                    422,
                    "invalid_request");
        }

        @Test
        void lines_that_overflow_are_refused() {
            var line = Map.of("sku", "a", "quantity", 1_000_000, "unit_amount", 1_000_000_000_000L);
            var lines = Collections.nCopies(500, line);
            var order = Map.of("reference", "bad", "amount", 100, "currency", "USD", "lines", lines);
            isProblem(
                    herald.post("/v1/redemptions", Map.of("code", "BADINPUT20", "order", order)),
                    422,
                    "invalid_request");
        }

        @ParameterizedTest
        @ValueSource(strings = {"BAD\\u0000INPUT20", "\\ud800", " ", ""})
        void a_code_with_characters_that_no_code_has_is_refused(String code) {
            isProblem(herald.post("/v1/redemptions", """
                    {"code": "%s", "order": {"reference": "bad", "amount": 1, "currency": "USD"}}""".formatted(code)), 422, "invalid_request");
        }

        @Test
        void a_code_of_5000_characters_is_unknown() {
            isProblem(herald.post("/v1/redemptions", redemption("X".repeat(5_000), "c", "bad")), 409, "code_unknown");
        }
    }

    @Nested
    class Callers {

        @Test
        void no_key_and_a_wrong_key_are_refused() {
            for (var key :
                    new String[] {"", "x", "sk_test_", herald.admin + "A", herald.admin.replace("sk_test", "sk_live")
                    }) {
                var reply = herald.send("GET", "/v1/campaigns", null, key);
                assertThat(reply.status()).isEqualTo(401);
                assertThat(reply.code()).startsWith("key_");
            }
        }

        @Test
        void a_checkout_key_makes_no_campaign_and_gives_no_other_time() {
            isProblem(herald.send("POST", "/v1/campaigns", Map.of(), herald.checkout), 403, "scope_missing");
            var order = Map.of("reference", "bad", "amount", 1, "currency", "USD", "placed_at", "2020-05-05T00:00:00Z");
            var reply = herald.send(
                    "POST", "/v1/redemptions", Map.of("code", "BADINPUT20", "order", order), herald.checkout);
            isProblem(reply, 403, "scope_missing");
        }

        @Test
        void another_brands_ids_name_nothing() {
            var stranger = herald.herald.access().createBrand("Stranger", Brand.Mode.TEST, "S");
            var key = herald.herald.access().createKey(stranger, Scope.ADMIN);
            isProblem(herald.send("GET", "/v1/campaigns/" + campaign, null, key), 404, "not_found");
            isProblem(herald.send("PATCH", "/v1/campaigns/" + campaign, Map.of("name", "mine"), key), 404, "not_found");
            isProblem(herald.send("POST", "/v1/campaigns/" + campaign + "/pause", Map.of(), key), 404, "not_found");
            isProblem(
                    herald.send("POST", "/v1/campaigns/" + campaign + "/codes", Map.of("count", 1), key),
                    404,
                    "not_found");
            isProblem(
                    herald.send("POST", "/v1/redemptions", redemption("BADINPUT20", "c", "o"), key),
                    409,
                    "code_unknown");
            var theirs = herald.post("/v1/ambassadors", Map.of("name", "Mia"))
                    .json()
                    .get("id")
                    .asText();
            isProblem(herald.send("GET", "/v1/ambassadors/" + theirs, null, key), 404, "not_found");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "x",
                    "cmp_",
                    "cmp_0000000000000",
                    "cmp_OOOOOOOOOOOOO",
                    "rdm_0000000000000",
                    "cmp_ZZZZZZZZZZZZZ",
                    "%00",
                    "..%2f..",
                    "%F0%9F%98%80"
                })
        void an_id_that_is_none_names_nothing(String id) {
            var reply = herald.get("/v1/campaigns/" + id);
            assertThat(reply.status()).isBetween(400, 404);
            assertThat(reply.code()).isNotEmpty();
        }
    }
}
