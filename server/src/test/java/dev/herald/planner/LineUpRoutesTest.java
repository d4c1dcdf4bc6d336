package dev.herald.planner;

import static dev.herald.app.TestHerald.redemption;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.herald.access.Brand;
import dev.herald.access.Scope;
import dev.herald.app.TestHerald;
import dev.herald.app.TestHerald.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineUpRoutesTest {

    private static TestHerald herald;
    private static String campaign = "";

    @BeforeAll
    static void sell() {
        herald = new TestHerald();
        campaign = herald.runningCampaign(
                Map.of("strategy", "personal", "currency", "USD", "reward", Map.of("type", "percent", "value", 10)));
        var maya = herald.enroll(campaign, "Maya Okafor").at("/code/text").asText();
        herald.enroll(campaign, "Leo Brandt");
        for (var i = 0; i < 6; i++) {
            assertThat(herald.post("/v1/redemptions", redemption(maya, "c" + i, "order-" + i))
                            .status())
                    .isEqualTo(201);
        }
        herald.post("/v1/ambassadors", Map.of("name", "Nora New", "audience_size", 800));
        var gone = herald.post("/v1/ambassadors", Map.of("name", "Gone"));
        herald.post("/v1/ambassadors/" + gone.json().get("id").asText() + "/remove", Map.of());
    }

    @AfterAll
    static void stop() {
        herald.close();
    }

    @Test
    void who_sold_is_invited_first_with_what_is_expected_and_why() {
        var answer = ask(
                        200,
                        "{'budget': {'amount': 6000, 'currency': 'USD'}, 'campaign_id': '" + campaign
                                + "', 'cost_per_ambassador': {'amount': 2500, 'currency': 'USD'}, 'exploration': 0}")
                .json();

        assertThat(answer.at("/data/0/ambassador/name").asText()).isEqualTo("Maya Okafor");
        assertThat(answer.at("/data/0/reason").asText()).startsWith("Sold 6 with 1,500 reached: about ");
        assertThat(answer.at("/data/0/exploring").asBoolean()).isFalse();
        var expected = answer.at("/data/0/expected_redemptions").asDouble();
        assertThat(answer.at("/data/0/interval/0").asDouble()).isLessThan(expected);
        assertThat(answer.at("/data/0/interval/1").asDouble()).isGreaterThan(expected);
        // Orders of 20.00 with 20 % off, a margin of 55 %, a tenth of the 16.00 paid: 11.00 - 4.00 - 1.60.
        assertThat(answer.at("/contribution/amount").asLong()).isEqualTo(5_40);
        assertThat(answer.at("/data/0/cost/amount").asLong()).isEqualTo(25_00 + Math.round(1_60 * expected));
        assertThat(answer.at("/data/0/adds/amount").asDouble()).isEqualTo(5_40 * expected - 25_00, within(1.0));
        assertThat(answer.get("considered").asInt()).isEqualTo(3);
        assertThat(answer.get("exact").asBoolean()).isTrue();
        var cost = answer.at("/cost/amount").asLong();
        assertThat(cost).isLessThanOrEqualTo(60_00);
        assertThat(answer.at("/left_over/amount").asLong()).isEqualTo(60_00 - cost);
        assertThat(answer.at("/expected_redemptions").asDouble())
                .isEqualTo(sum(answer, "expected_redemptions"), within(1e-9));
        assertThat(answer.at("/by_followers/ambassadors").asInt()).isPositive();
    }

    @Test
    void what_is_said_goes_over_what_is_known() {
        var answer = ask(200, """
                {'budget': {'amount': 100000, 'currency': 'USD'}, 'average_order': {'amount': 10000, 'currency': 'USD'},
                 'margin': 0.5, 'reward': {'type': 'flat', 'value': 300}, 'places': 2, 'exploration': 0.5}
                """).json();

        // Without a campaign the discount is what it was: a fifth.
        assertThat(answer.at("/contribution/amount").asLong()).isEqualTo(50_00 - 20_00 - 3_00);
        assertThat(answer.get("data")).hasSize(2);
    }

    @Test
    void one_campaign_alone_can_be_learnt_from() {
        var other = herald.runningCampaign(Map.of("name", "Other", "strategy", "personal", "currency", "USD"));

        var answer = ask(
                        200,
                        "{'budget': {'amount': 6000, 'currency': 'USD'}, 'campaign_id': '" + other
                                + "', 'learn_from': 'campaign'}")
                .json();

        assertThat(answer.get("data").findValuesAsText("reason"))
                .isNotEmpty()
                .allSatisfy(why -> assertThat(why).startsWith("New"));
    }

    @Test
    void a_brand_without_anybody_gets_an_empty_line_up() {
        var brand = herald.herald.access().createBrand("Empty", Brand.Mode.TEST, "Ed");
        var key = herald.herald.access().createKey(brand, Scope.ADMIN);

        var answer =
                herald.send("POST", "/v1/line-ups", Map.of("budget", Map.of("amount", 5_000, "currency", "JPY")), key);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("data")).isEmpty();
        assertThat(answer.json().get("considered").asInt()).isZero();
        assertThat(answer.json().at("/left_over/amount").asInt()).isEqualTo(5_000);
    }

    @Test
    void the_campaign_of_another_brand_is_no_campaign_and_a_checkout_may_not_ask() {
        var brand = herald.herald.access().createBrand("Stranger", Brand.Mode.TEST, "Sam");
        var key = herald.herald.access().createKey(brand, Scope.ADMIN);
        var body = Map.of("budget", Map.of("amount", 5_000, "currency", "USD"), "campaign_id", campaign);

        var refused = herald.send("POST", "/v1/line-ups", body, key);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(pointers(refused)).containsExactly("/campaign_id");
        assertThat(herald.send("POST", "/v1/line-ups", body, herald.checkout).status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | /budget",
                "{'budget': 5} | /budget",
                "{'budget': {'amount': 0, 'currency': 'USD'}} | /budget/amount",
                "{'budget': {'amount': 1.5, 'currency': 'USD'}} | /budget/amount",
                "{'budget': {'amount': 5, 'currency': 'XXX'}} | /budget/currency",
                "{'budget': {'amount': 5}} | /budget/currency",
                "{'budget': {'amount': 5, 'currency': 'USD'}, 'luck': 1} | /luck",
                "{'budget': {'amount': 5, 'currency': 'USD'}, 'campaign_id': 'x'} | /campaign_id",
                "{'budget': {'amount': 5, 'currency': 'USD'}, 'campaign_id': 'cmp_0000000000000'} | /campaign_id",
                "{'budget': {'amount': 5, 'currency': 'USD'}, 'learn_from': 'campaign'} | /learn_from",
                "{'budget': {'amount': 5, 'currency': 'USD'}, 'learn_from': 'luck'} | /learn_from",
                "{'budget': {'amount': 5, 'currency': 'USD'}, 'places': 0} | /places",
                "{'budget': {'amount': 5, 'currency': 'USD'}, 'places': 2.5} | /places",
                "{'budget': {'amount': 5, 'currency': 'USD'}, 'exploration': 0.51} | /exploration",
                "{'budget': {'amount': 5, 'currency': 'USD'}, 'exploration': 'NaN'} | /exploration",
                "{'budget': {'amount': 5, 'currency': 'USD'}, 'margin': 1.01} | /margin",
                "{'budget': {'amount': 5, 'currency': 'USD'}, 'reward': {'type': 'gift'}} | /reward/type",
                "{'budget': {'amount': 5, 'currency': 'USD'}, 'reward': {'type': 'percent', 'value': 101}} | /reward/value",
                "{'budget': {'amount': 5, 'currency': 'USD'}, 'cost_per_ambassador': {'amount': 5, 'currency': 'EUR'}} | /cost_per_ambassador/currency",
                "{'budget': {'amount': 5, 'currency': 'USD'}, 'average_order': {'amount': 0, 'currency': 'USD'}} | /average_order/amount"
            })
    void nonsense_is_refused_with_a_pointer_to_it(String question, String pointer) {
        assertThat(pointers(ask(422, question))).containsExactly(pointer);
    }

    @Test
    void a_budget_in_another_currency_than_the_campaigns_is_refused() {
        var refused = ask(422, "{'budget': {'amount': 6000, 'currency': 'EUR'}, 'campaign_id': '" + campaign + "'}");

        assertThat(pointers(refused)).containsExactly("/budget/currency");
    }

    @Test
    void the_largest_of_everything_is_answered_with_figures() {
        var answer = ask(200, """
                {'budget': {'amount': 1000000000000, 'currency': 'USD'}, 'margin': 0, 'places': 10000000,
                 'cost_per_ambassador': {'amount': 0, 'currency': 'USD'},
                 'reward': {'type': 'flat', 'value': 1000000000000}, 'exploration': 0.5}
                """);

        assertThat(answer.body()).doesNotContain("NaN", "Infinity");
    }

    private static double sum(JsonNode answer, String member) {
        return answer.get("data")
                .valueStream()
                .mapToDouble(one -> one.get(member).asDouble())
                .sum();
    }

    private static List<String> pointers(Reply refused) {
        return refused.json().path("errors").findValuesAsText("pointer");
    }

    private static Reply ask(int status, String question) {
        var answer = herald.post("/v1/line-ups", question.replace('\'', '"'));
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer;
    }
}
