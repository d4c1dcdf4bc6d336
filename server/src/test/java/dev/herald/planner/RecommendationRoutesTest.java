package dev.herald.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.herald.access.Access;
import dev.herald.access.Brand;
import dev.herald.access.Gate;
import dev.herald.access.Idempotency;
import dev.herald.access.RequestLog;
import dev.herald.access.Scope;
import dev.herald.platform.Database;
import dev.herald.platform.HttpServer;
import dev.herald.platform.Ids;
import dev.herald.platform.Json;
import dev.herald.platform.TestPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RecommendationRoutesTest {

    private final Database db = Database.open(TestPostgres.migratedDatabase(), 4);
    private final HttpClient client = HttpClient.newHttpClient();
    private final Access access =
            new Access(db, new Ids(1), InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z")));
    private final Brand brand = access.createBrand("Heartbeat", Brand.Mode.TEST, "Ada");
    private final HttpServer server = HttpServer.start(
            "127.0.0.1",
            0,
            List.of(new RecommendationRoutes(
                    new Gate(access, new Idempotency(db), new RequestLog(InstantSource.system())),
                    new Experiences(db, InstantSource.system()))));
    private String key = "";

    @BeforeAll
    void makeKey() {
        key = access.createKey(brand, Scope.ADMIN);
    }

    @AfterAll
    void stop() {
        client.close();
        server.close();
        db.close();
    }

    @Test
    void the_shortest_question_is_answered_in_full() throws Exception {
        var answer = ask(200, "{'objective': 'loyalty', 'ambassadors': 186}");
        assertThat(answer.path("strategy").asText()).isEqualTo("personal");
        assertThat(answer.path("confidence").asDouble()).isBetween(.5, 1.0);
        assertThat(answer.path("crossover").asInt()).isEqualTo(302);
        assertThat(answer.path("reasons")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(answer.path("sensitivity")).isNotEmpty();
        var chosen = answer.path("alternatives").get(0);
        assertThat(answer.path("alternatives")).hasSize(4);
        assertThat(chosen.path("strategy").asText()).isEqualTo("personal");
        assertThat(chosen.path("expected_redemptions").asDouble()).isEqualTo(460.48, within(.01));
        assertThat(chosen.path("profit").path("amount").isIntegralNumber()).isTrue();
        assertThat(chosen.path("profit").path("currency").asText()).isEqualTo("USD");
        assertThat(chosen.path("top_recall").asDouble()).isEqualTo(.775, within(.001));
        assertThat(chosen.path("interval").get(0).asDouble()).isLessThan(460);
        assertThat(chosen.path("interval").get(1).asDouble()).isGreaterThan(460);
    }

    @Test
    void everything_a_brand_can_tell_is_taken_into_account() throws Exception {
        var answer = ask(200, """
                {'objective': 'new_customers', 'ambassadors': 50, 'audience_size': 300000, 'expected_orders': 1000,
                 'average_order': {'amount': 8000, 'currency': 'EUR'}, 'margin': 0.5,
                 'offer': {'type': 'percent', 'value': 25, 'max': {'amount': 1000, 'currency': 'EUR'}},
                 'reward': {'type': 'flat', 'value': 200}, 'budget': {'amount': 100000000, 'currency': 'EUR'},
                 'assumptions': {'leak_blanket': 0, 'admin_blanket': 1}}
                """);
        var blanket = alternative(answer, "blanket");
        assertThat(blanket.path("expected_redemptions").asDouble()).isEqualTo(1_000, within(1e-6));
        // 1,000 x (80 x .5 - 10) - 50 x 1.
        assertThat(blanket.path("profit").path("amount").asLong()).isEqualTo(29_950_00);
        assertThat(blanket.path("profit").path("currency").asText()).isEqualTo("EUR");
        assertThat(answer.path("crossover").asInt()).isEqualTo(415);
        assertThat(answer.path("reasons").toString()).contains("his reward takes 2 EUR of that");
    }

    @Test
    void own_codes_without_a_reward_are_shared_less() throws Exception {
        var paid = ask(200, "{'objective': 'awareness', 'ambassadors': 50}");
        var unpaid = ask(200, "{'objective': 'awareness', 'ambassadors': 50, 'reward': {'type': 'none'}}");
        assertThat(alternative(unpaid, "personal").path("expected_redemptions").asDouble())
                .isLessThan(alternative(paid, "personal")
                        .path("expected_redemptions")
                        .asDouble());
        assertThat(alternative(unpaid, "blanket")).isEqualTo(alternative(paid, "blanket"));
    }

    @Test
    void yen_have_no_decimals() throws Exception {
        var answer = ask(200, """
                {'objective': 'awareness', 'ambassadors': 50, 'average_order': {'amount': 6000, 'currency': 'JPY'},
                 'assumptions': {'admin_blanket': 0}}
                """);
        var blanket = alternative(answer, "blanket");
        var each = 6_000 * .35 - .15 / .85 * 6_000 * .2;
        assertThat(blanket.path("profit").path("amount").asDouble())
                .isEqualTo(blanket.path("expected_redemptions").asDouble() * each, within(1.0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | /objective /ambassadors",
                "{'objective': 'fame', 'ambassadors': 10} | /objective",
                "{'objective': 3, 'ambassadors': 10} | /objective",
                "{'objective': 'loyalty'} | /ambassadors",
                "{'objective': 'loyalty', 'ambassadors': 0} | /ambassadors",
                "{'objective': 'loyalty', 'ambassadors': -5} | /ambassadors",
                "{'objective': 'loyalty', 'ambassadors': 1.5} | /ambassadors",
                "{'objective': 'loyalty', 'ambassadors': 12.0} | /ambassadors",
                "{'objective': 'loyalty', 'ambassadors': '12'} | /ambassadors",
                "{'objective': 'loyalty', 'ambassadors': null} | /ambassadors",
                "{'objective': 'loyalty', 'ambassadors': 1000000000000000} | /ambassadors",
                "{'objective': 'loyalty', 'ambassadors': 1e30} | /ambassadors",
                "{'objective': 'loyalty', 'ambassadors': 9, 'audience_size': 1000000000000000} | /audience_size",
                "{'objective': 'loyalty', 'ambassadors': 9, 'audience_size': 0} | /audience_size",
                "{'objective': 'loyalty', 'ambassadors': 9, 'expected_orders': -1} | /expected_orders",
                "{'objective': 'loyalty', 'ambassadors': 9, 'margin': 'NaN'} | /margin",
                "{'objective': 'loyalty', 'ambassadors': 9, 'margin': 1.01} | /margin",
                "{'objective': 'loyalty', 'ambassadors': 9, 'margin': -0.1} | /margin",
                "{'objective': 'loyalty', 'ambassadors': 9, 'margin': 1e-999999999} | /margin",
                "{'objective': 'loyalty', 'ambassadors': 9, 'average_order': 6000} | /average_order",
                "{'objective': 'loyalty', 'ambassadors': 9, 'average_order': {'amount': 60.5, 'currency': 'USD'}} | /average_order/amount",
                "{'objective': 'loyalty', 'ambassadors': 9, 'average_order': {'amount': 60, 'currency': 'XXX'}} | /average_order/currency",
                "{'objective': 'loyalty', 'ambassadors': 9, 'average_order': {'amount': 60, 'currency': 'USD', 'cents': 5}} | /average_order/cents",
                "{'objective': 'loyalty', 'ambassadors': 9, 'average_order': {'amount': 60, 'currency': 'USD'}, 'budget': {'amount': 60, 'currency': 'EUR'}} | /budget/currency",
                "{'objective': 'loyalty', 'ambassadors': 9, 'offer': {'type': 'percent'}} | /offer/value",
                "{'objective': 'loyalty', 'ambassadors': 9, 'offer': {'type': 'percent', 'value': 101}} | /offer/value",
                "{'objective': 'loyalty', 'ambassadors': 9, 'offer': {'type': 'gift'}} | /offer/type",
                "{'objective': 'loyalty', 'ambassadors': 9, 'reward': {'type': 'percent', 'value': '10'}} | /reward/value",
                "{'objective': 'loyalty', 'ambassadors': 9, 'reward': []} | /reward",
                "{'objective': 'loyalty', 'ambassadors': 9, 'assumptions': {'luck': 7}} | /assumptions/luck",
                "{'objective': 'loyalty', 'ambassadors': 9, 'assumptions': {'link_share': 1.5}} | /assumptions/link_share",
                "{'objective': 'loyalty', 'ambassadors': 9, 'assumptions': [1]} | /assumptions"
            })
    void nonsense_is_refused_with_a_pointer_to_it(String question, String pointers) throws Exception {
        var problem = ask(422, question);
        assertThat(problem.path("code").asText()).isEqualTo("invalid_request");
        assertThat(problem.path("errors").findValuesAsText("pointer")).containsExactlyInAnyOrder(pointers.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'ambassadors': 10000000, 'audience_size': 1}",
                "{'ambassadors': 1, 'audience_size': 10000000000}",
                "{'ambassadors': 1, 'expected_orders': 1000000000}",
                "{'ambassadors': 10000000, 'assumptions': {'reach': 1000000000, 'intent': 1}}",
                "{'ambassadors': 5, 'assumptions': {'link_share': 0, 'recall_blanket': 0.001, 'correction': 0, 'typing_error': 0.5}}",
                "{'ambassadors': 5, 'margin': 0, 'offer': {'type': 'percent', 'value': 100}}",
                "{'ambassadors': 5, 'budget': {'amount': 1, 'currency': 'USD'}}",
                "{'ambassadors': 5, 'average_order': {'amount': 1, 'currency': 'USD'}, 'offer': {'type': 'free_shipping'}}"
            })
    void the_edges_of_the_allowed_are_answered_with_figures(String question) throws Exception {
        for (var objective : new String[] {"awareness", "new_customers", "loyalty", "find_top_ambassadors"}) {
            var answer =
                    ask(200, question.replace("{'ambassadors'", "{'objective': '" + objective + "', 'ambassadors'"));
            assertThat(answer.toString()).doesNotContain("NaN", "Infinity");
            assertThat(answer.path("alternatives")).allSatisfy(one -> {
                assertThat(one.path("expected_redemptions").asDouble()).isNotNegative();
                assertThat(one.path("top_recall").asDouble()).isBetween(0.0, 1.0);
            });
        }
    }

    @Test
    void a_literal_that_json_does_not_know_is_malformed() throws Exception {
        assertThat(ask(400, "{'objective': 'loyalty', 'ambassadors': NaN}")
                        .path("code")
                        .asText())
                .isEqualTo("malformed_json");
    }

    @Test
    void a_checkout_key_gets_no_advice() throws Exception {
        var checkout = access.createKey(brand, Scope.CHECKOUT);
        assertThat(send(checkout, "{}").statusCode()).isEqualTo(403);
    }

    private static JsonNode alternative(JsonNode answer, String strategy) {
        for (var one : answer.path("alternatives")) {
            if (one.path("strategy").asText().equals(strategy)) {
                return one;
            }
        }
        throw new AssertionError("No alternative " + strategy + " in " + answer);
    }

    private JsonNode ask(int status, String question) throws IOException, InterruptedException {
        var response = send(key, question.replace('\'', '"'));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return Json.MAPPER.readTree(response.body());
    }

    private HttpResponse<String> send(String key, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/v1/recommendations"))
                .header("Authorization", "Bearer " + key)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
