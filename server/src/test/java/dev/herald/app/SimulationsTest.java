package dev.herald.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.herald.planner.SimulationTable;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulationsTest {

    private static final String FEW = "'objective': 'awareness', 'runs': 4, 'seed': 9}";

    private final TestHerald herald = new TestHerald();

    @AfterAll
    void stop() {
        herald.close();
    }

    @Test
    void a_plan_is_played_through_by_a_job_under_every_strategy() {
        var accepted = herald.post("/v1/simulations", plan(30, 42));
        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.json().path("total").asInt()).isEqualTo(30);
        var job = ended(accepted);
        assertThat(job.path("state").asText()).isEqualTo("done");
        assertThat(job.path("done").asInt()).isEqualTo(30);
        var result = job.path("result");
        assertThat(result.path("runs").asInt()).isEqualTo(30);
        assertThat(result.path("seed").asLong()).isEqualTo(42);
        assertThat(result.path("strategies").findValuesAsText("strategy"))
                .containsExactly("blanket", "unique", "personal", "tiered");
        for (var line : result.path("strategies")) {
            isPlausible(line);
        }
    }

    private static void isPlausible(JsonNode line) {
        var redemptions = line.path("redemptions");
        var mean = redemptions.path("mean").asDouble();
        var closed = line.path("closed_form").asDouble();
        assertThat(mean).isBetween(.5 * closed, 1.5 * closed);
        assertThat(redemptions.path("interval").get(0).asDouble()).isLessThan(mean);
        assertThat(redemptions.path("interval").get(1).asDouble()).isGreaterThan(mean);
        assertThat(sum(redemptions.path("histogram").path("counts"))).isEqualTo(30);
        assertThat(sum(line.path("profit").path("histogram").path("counts"))).isEqualTo(30);
        assertThat(line.path("profit").path("mean").path("currency").asText()).isEqualTo("EUR");
        assertThat(sum(line.path("course")))
                .isEqualTo(mean + line.path("leaked").asDouble(), within(1e-6));
        assertThat(line.path("new_customers").asDouble()).isBetween(.5 * mean, .9 * mean);
    }

    @Test
    void the_same_seed_gives_the_same_figures() {
        var once = ended(herald.post("/v1/simulations", plan(8, 7))).path("result");
        assertThat(ended(herald.post("/v1/simulations", plan(8, 7))).path("result"))
                .isEqualTo(once);
        assertThat(ended(herald.post("/v1/simulations", plan(8, 8))).path("result"))
                .isNotEqualTo(once);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'ambassadors': 10000000}",
                "{'ambassadors': 10, 'audience_size': 6000000}",
                "{'ambassadors': 10, 'expected_orders': 1000000}"
            })
    void what_is_too_large_is_refused(String members) {
        var answer = herald.post("/v1/simulations", json(members, "'objective': 'awareness'}"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("simulation_too_large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'runs': 0}",
                "{'runs': 1001}",
                "{'seed': -1}",
                "{'seed': 'x'}",
                "{'vary': {}}",
                "{'vary': {'reach': [1]}}",
                "{'vary': {'ambassadors': []}}",
                "{'vary': {'ambassadors': [1.5]}}",
                "{'vary': {'discount': [101]}}",
                "{'vary': {'ambassadors': [1, 2, 3, 4, 5]}, 'runs': 1000}"
            })
    void faults_are_named(String members) {
        var answer = herald.post("/v1/simulations", json(members, "'objective': 'awareness', 'ambassadors': 10}"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors")).hasSize(1);
    }

    @Test
    void several_values_are_played_with_the_same_dice() {
        var varied = ended(herald.post(
                        "/v1/simulations",
                        json(
                                "{'ambassadors': 5, 'vary': {'ambassadors': [40, 80]}}",
                                "'audience_size': 20000, " + FEW)))
                .path("result");
        var alone = ended(herald.post("/v1/simulations", json("{'ambassadors': 80}", "'audience_size': 20000, " + FEW)))
                .path("result");
        assertThat(varied.path("vary").asText()).isEqualTo("ambassadors");
        assertThat(varied.has("strategies")).isFalse();
        assertThat(varied.at("/points/0/value").asDouble()).isEqualTo(40);
        assertThat(varied.at("/points/1/value").asDouble()).isEqualTo(80);
        assertThat(varied.at("/points/1/strategies")).isEqualTo(alone.path("strategies"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"discount", "reward", "budget"})
    void what_costs_more_leaves_less(String vary) {
        var values = vary.equals("budget") ? "[900, 90]" : "[5, 30]";
        var points = ended(herald.post(
                        "/v1/simulations",
                        json(
                                "{'ambassadors': 40, 'vary': {'" + vary + "': " + values + "}}",
                                "'audience_size': 20000, " + FEW)))
                .path("result")
                .path("points");
        var personal = "/strategies/2/profit/mean/amount";
        assertThat(points.get(0).at(personal).asLong())
                .isGreaterThan(points.get(1).at(personal).asLong());
    }

    @Test
    void the_command_line_shows_a_line_for_each_strategy() {
        var table = SimulationTable.of(json("{'ambassadors': 40}", "'objective': 'awareness', 'runs': 3}")
                .getBytes(StandardCharsets.UTF_8));
        assertThat(table.lines().map(line -> line.substring(0, 10).strip()))
                .containsExactly("code", "blanket", "unique", "personal", "tiered");
        var arguments = new String[] {"--ambassadors", "40", "--runs", "2", "--assume", "reach=800"};
        assertThat(new CommandLine(new SimulateCommand()).execute(arguments)).isZero();
    }

    private static String json(String members, String others) {
        return members.replaceFirst("}$", ", " + others).replace('\'', '"');
    }

    private static Map<String, Object> plan(int runs, long seed) {
        return Map.of(
                "objective",
                "awareness",
                "ambassadors",
                40,
                "audience_size",
                20_000,
                "average_order",
                Map.of("amount", 8_000, "currency", "EUR"),
                "runs",
                runs,
                "seed",
                seed);
    }

    private JsonNode ended(TestHerald.Reply accepted) {
        var address = accepted.raw().headers().firstValue("Location").orElseThrow();
        return Patience.until(() -> herald.get(address).json(), job -> job.has("finished_at"));
    }

    private static double sum(JsonNode numbers) {
        return StreamSupport.stream(numbers.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .sum();
    }
}
