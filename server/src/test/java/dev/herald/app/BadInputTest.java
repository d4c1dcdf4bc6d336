package dev.herald.app;

import static dev.herald.app.TestHerald.redemption;
import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.access.Brand;
import dev.herald.access.Scope;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    class Campaigns {

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

    @Nested
    class Bytes_on_the_wire {

        @Test
        void a_body_over_one_megabyte_is_refused_with_a_length() throws IOException {
            isRefused(raw(request("Content-Length: 1000001") + "x".repeat(20_000)), "413", "body_too_large");
        }

        @Test
        void a_body_over_one_megabyte_is_refused_in_chunks() throws IOException {
            var chunk = Integer.toHexString(100_000) + "\r\n" + "x".repeat(100_000) + "\r\n";
            isRefused(
                    raw(request("Transfer-Encoding: chunked") + chunk.repeat(11) + "0\r\n\r\n"),
                    "413",
                    "body_too_large");
        }

        @Test
        void a_chunk_that_is_none_is_refused() throws IOException {
            isRefused(raw(request("Transfer-Encoding: chunked") + "zz\r\nhello\r\n0\r\n\r\n"), "400", "");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n",
                    "GET /a b c HTTP/1.1\r\nHost: x\r\n\r\n",
                    "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                    "GET / HTTP/1.1\r\nHost x\r\n\r\n",
                    "GET /v1/campaigns?limit=%00 HTTP/1.1\r\nHost: x\r\n\r\n",
                    "POST /v1/campaigns HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
                    "POST /v1/campaigns HTTP/1.1\r\nHost: x\r\nContent-Length: abc\r\n\r\n"
                })
        void what_the_http_library_refuses_is_a_problem_too(String bytes) throws IOException {
            var reply = raw(bytes);
            assertThat(reply)
                    .startsWith("HTTP/1.1 4")
                    .contains("application/problem+json")
                    .contains("\"code\":");
        }

        @ParameterizedTest
        @ValueSource(strings = {"GET / HTTP/9.9\r\nHost: x\r\n\r\n", "nonsense\r\n\r\n"})
        void what_is_not_http_is_hung_up_on(String bytes) throws IOException {
            assertThat(raw(bytes)).isEmpty();
        }

        @Test
        void a_very_long_path_is_a_problem() throws IOException {
            isRefused(raw("GET /" + "a".repeat(100_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"), "4", "");
        }

        @Test
        void very_long_headers_are_a_problem() throws IOException {
            isRefused(raw("GET / HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(100_000) + "\r\n\r\n"), "4", "");
        }

        @Test
        void half_a_request_that_never_ends_is_ended() throws IOException {
            isRefused(raw(request("Content-Length: 100") + "{\"code\": "), "408", "request_timeout");
        }

        private String request(String header) {
            return "POST /v1/redemptions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + herald.admin
                    + "\r\nContent-Type: application/json\r\n" + header + "\r\n\r\n";
        }

        private void isRefused(String reply, String status, String code) {
            assertThat(reply)
                    .startsWith("HTTP/1.1 " + status)
                    .contains("application/problem+json")
                    .contains(code);
        }

        /** Sends bytes and reads until the server has answered and closed, or says no more. */
        private String raw(String bytes) throws IOException {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), herald.address.getPort())) {
                socket.setSoTimeout(40_000);
                try {
                    socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
                    socket.getOutputStream().flush();
                } catch (IOException e) {
                    // The server may have closed before it read everything: what counts is what it said.
                }
                var reply = new StringBuilder();
                var buffer = new byte[8192];
                try {
                    for (int read = socket.getInputStream().read(buffer);
                            read >= 0;
                            read = socket.getInputStream().read(buffer)) {
                        reply.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
                        if (reply.indexOf("\"code\":") > 0) {
                            break;
                        }
                    }
                } catch (IOException e) {
                    reply.append(" [").append(e.getMessage()).append("]");
                }
                return reply.toString();
            }
        }
    }

    private static void isProblem(TestHerald.Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.raw().headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(reply.json().get("detail").asText()).isNotBlank();
    }
}
