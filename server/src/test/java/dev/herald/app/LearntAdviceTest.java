package dev.herald.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.herald.access.Brand;
import dev.herald.access.Scope;
import dev.herald.web.Visitor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Advice after a campaign has run: the brand's own figures take the place of the usual assumptions. */
class LearntAdviceTest {

    private static TestHerald herald;

    /** 12 ambassadors, of whom 6 bring 10 orders of 90 dollars each, every other one a customer's first. */
    @BeforeAll
    static void start() {
        herald = new TestHerald();
        var campaign = herald.runningCampaign(Map.of("strategy", "personal"));
        var people = new ArrayList<String>();
        for (var i = 0; i < 12; i++) {
            people.add(herald.post("/v1/ambassadors", Map.of("name", "Maya " + i, "audience_size", 8_000))
                    .json()
                    .get("id")
                    .asText());
        }
        var enrolled = herald.post("/v1/campaigns/" + campaign + "/enrollments", Map.of("ambassador_ids", people))
                .json()
                .get("data");
        for (var i = 0; i < 60; i++) {
            var code = enrolled.get(i % 6).at("/code/text").asText();
            var order = Map.of(
                    "reference",
                    "order " + i,
                    "amount",
                    90_00,
                    "currency",
                    "USD",
                    "first_order",
                    i % 2 == 0,
                    "placed_at",
                    "2025-05-01T12:00:00Z");
            var redeemed = herald.post(
                    "/v1/redemptions", Map.of("code", code, "customer", Map.of("id", "buyer " + i), "order", order));
            assertThat(redeemed.status()).as(redeemed.body()).isEqualTo(201);
        }
        // What was redeemed a moment ago is not summed up yet.
        Patience.until(
                () -> advice(Map.of()),
                advice -> assumption(advice, "order").get("value").asDouble() > 70);
    }

    @AfterAll
    static void stop() {
        herald.close();
    }

    @Test
    void the_average_order_and_the_share_of_new_customers_come_from_the_campaign() {
        var advice = advice(Map.of());
        assertThat(advice.get("learnt_from").asInt()).isEqualTo(1);
        var order = assumption(advice, "order");
        assertThat(order.get("source").asText()).isEqualTo("learnt from a campaign of yours");
        assertThat(order.get("value").asDouble()).isEqualTo(74, within(4.0));
        assertThat(order.get("range").get(0).asDouble()).isGreaterThan(58);
    }

    @Test
    void what_is_said_counts_more_than_what_was_learnt() {
        var advice = advice(Map.of("assumptions", Map.of("order", 50)));
        assertThat(assumption(advice, "order").get("value").asDouble()).isEqualTo(50);
        assertThat(assumption(advice, "order").get("source").asText()).isEqualTo("set by you");
    }

    @Test
    void a_plan_that_leaves_the_order_open_is_told_what_the_advice_takes() {
        try (var visitor = new Visitor(herald.address.getPort())) {
            visitor.get("/enter/" + herald.herald.access().createConsoleLink(herald.brand.id()));
            var plan = visitor.get("/console/campaigns/new")
                    .headers()
                    .firstValue("Location")
                    .orElseThrow()
                    .replaceFirst("/[a-z]+$", "");
            visitor.post(
                    plan + "/people",
                    Map.of("members", "everybody", "ambassadors", "12", "currency", "USD", "go", "advice"));
            var order = visitor.get(plan + "/people")
                    .body()
                    .replaceFirst("(?s).*Before any discount. Left open: ([0-9]+ USD), as your campaigns show.*", "$1");
            assertThat(order).hasSizeLessThan(10);
            assertThat(visitor.get(plan + "/advice").body()).contains("An order of " + order + " leaves");
        }
    }

    @Test
    void own_figures_can_be_left_out() {
        var advice = advice(Map.of("own_data", false));
        assertThat(advice.get("learnt_from").asInt()).isZero();
        assertThat(assumption(advice, "order").get("value").asDouble()).isEqualTo(60);
        assertThat(advice.get("crossover").asInt()).isEqualTo(302);
    }

    @Test
    void a_simulation_goes_by_what_was_learnt_when_it_was_asked_for() {
        var accepted = herald.post(
                "/v1/simulations",
                Map.of("objective", "loyalty", "ambassadors", 30, "audience_size", 10_000, "runs", 3));
        var address = accepted.raw().headers().firstValue("Location").orElseThrow();
        var job = Patience.until(() -> herald.get(address).json(), one -> one.has("finished_at"));
        assertThat(job.get("state").asText()).as(job.toString()).isEqualTo("done");
    }

    @Test
    void another_brand_learns_nothing_of_it() {
        var other = herald.herald.access().createBrand("Elsewhere", Brand.Mode.TEST, "Otto Owner");
        var key = herald.herald.access().createKey(other, Scope.ADMIN);
        var plan = Map.of("objective", "loyalty", "ambassadors", 100);
        var advice = herald.send("POST", "/v1/recommendations", plan, key).json();
        assertThat(advice.get("learnt_from").asInt()).isZero();
    }

    @Test
    void a_slip_counts_with_the_campaign_whose_code_was_meant() {
        var code = herald.get("/v1/campaigns?limit=1").json().at("/data/0/id").asText();
        var text = herald.get("/v1/campaigns/" + code + "/codes")
                .json()
                .at("/data/0/text")
                .asText();
        var slip = text.replace("20", "2");
        herald.post("/v1/validations", TestHerald.redemption(slip, "somebody", "slip"));
        var declines = Patience.until(
                () -> herald.get("/v1/campaigns/" + code + "/declines").json().get("data"), data -> !data.isEmpty());
        assertThat(declines.findValuesAsText("reason")).contains("code_unknown");
    }

    private static JsonNode advice(Map<String, ?> more) {
        var plan = new HashMap<String, Object>(Map.of("objective", "new_customers", "ambassadors", 100));
        plan.putAll(more);
        var answer = herald.post("/v1/recommendations", plan);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static JsonNode assumption(JsonNode advice, String key) {
        List<JsonNode> found = StreamSupport.stream(advice.get("sensitivity").spliterator(), false)
                .filter(one -> one.get("assumption").asText().equals(key))
                .toList();
        assertThat(found).as(advice.get("sensitivity").toString()).hasSize(1);
        return found.getFirst();
    }
}
