package dev.herald.app;

import static dev.herald.app.TestHerald.redemption;
import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.platform.TestPostgres;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Redemptions over HTTP and down to the rows: changed limits, first orders, combined codes. */
class RedemptionsTest {

    private static TestHerald herald;

    @BeforeAll
    static void start() {
        herald = new TestHerald();
    }

    @AfterAll
    static void stop() {
        herald.close();
    }

    @Nested
    class Changed_limits {

        @Test
        void a_limit_set_later_counts_what_was_redeemed_before() {
            var campaign = herald.runningCampaign(Map.of("blanket_code", "LATER20"));
            var first = redeem("LATER20", "a", "later-1");
            redeem("LATER20", "b", "later-2");
            redeem("LATER20", "c", "later-3");
            herald.post(
                    "/v1/redemptions/" + first.json().get("id").asText() + "/reversals", Map.of("reason", "refunded"));
            assertThat(limit(campaign, Map.of("per_campaign", 3)).status()).isEqualTo(200);
            assertThat(redeem("LATER20", "d", "later-4").status()).isEqualTo(201);
            assertThat(redeem("LATER20", "e", "later-5").code()).isEqualTo("limit_reached");
            limit(campaign, Map.of("per_campaign", 4));
            assertThat(redeem("LATER20", "e", "later-5").status()).isEqualTo(201);
        }

        @Test
        void a_limit_lowered_below_what_is_used_stops_further_use() {
            var campaign = herald.runningCampaign(Map.of("blanket_code", "LOWER20", "limits", Map.of("per_code", 10)));
            redeem("LOWER20", "a", "lower-1");
            redeem("LOWER20", "b", "lower-2");
            limit(campaign, Map.of("per_code", 1));
            assertThat(redeem("LOWER20", "c", "lower-3").code()).isEqualTo("limit_reached");
            assertThat(redeem("LOWER20", "a", "lower-1").status())
                    .as("a repeated order keeps its answer")
                    .isEqualTo(201);
        }

        @Test
        void turns_and_budget_set_later_count_too_and_null_takes_them_away() {
            var campaign = herald.runningCampaign(Map.of("blanket_code", "TURNS20"));
            redeem("TURNS20", "a", "turns-1");
            limit(campaign, Map.of("per_customer", 1, "budget", Map.of("amount", 800, "currency", "USD")));
            assertThat(redeem("TURNS20", "a", "turns-2").code()).isEqualTo("customer_limit_reached");
            assertThat(redeem("TURNS20", "b", "turns-3").status()).isEqualTo(201);
            assertThat(redeem("TURNS20", "c", "turns-4").code()).isEqualTo("budget_exhausted");
            herald.patch("/v1/campaigns/" + campaign, "{\"limits\": {\"budget\": null, \"per_customer\": null}}");
            assertThat(redeem("TURNS20", "a", "turns-2").status()).isEqualTo(201);
        }

        @Test
        void nothing_is_redeemed_after_a_pause_was_answered() {
            var campaign = herald.runningCampaign(Map.of("blanket_code", "PAUSE20"));
            redeem("PAUSE20", "a", "pause-1");
            herald.post("/v1/campaigns/" + campaign + "/pause", Map.of());
            assertThat(redeem("PAUSE20", "b", "pause-2").code()).isEqualTo("campaign_paused");
            herald.post("/v1/campaigns/" + campaign + "/resume", Map.of());
            assertThat(redeem("PAUSE20", "b", "pause-2").status()).isEqualTo(201);
            herald.post("/v1/campaigns/" + campaign + "/end", Map.of());
            assertThat(redeem("PAUSE20", "c", "pause-3").code()).isEqualTo("campaign_ended");
        }

        @Test
        void thirty_pauses_and_resumes_at_once_do_not_hold_redemptions_up() {
            var campaign = herald.runningCampaign(Map.of("blanket_code", "BUSY20"));
            var replies = Together.ask(
                    90,
                    i -> i % 3 == 0
                            ? redeem("BUSY20", "b" + i, "busy-" + i)
                            : herald.post("/v1/campaigns/" + campaign + (i % 3 == 1 ? "/pause" : "/resume"), Map.of()));
            assertThat(replies.stream().map(TestHerald.Reply::status)).isSubsetOf(200, 201, 409);
            herald.post("/v1/campaigns/" + campaign + "/resume", Map.of());
            assertThat(redeem("BUSY20", "late", "busy-late").status()).isEqualTo(201);
        }

        private TestHerald.Reply limit(String campaign, Map<String, ?> limits) {
            return herald.patch("/v1/campaigns/" + campaign, Map.of("limits", limits));
        }
    }

    @Nested
    class First_orders {

        @Test
        void of_20_first_orders_at_once_by_one_customer_in_two_campaigns_one_stands() {
            var firstOnly = Map.of("first_order_only", true);
            herald.runningCampaign(Map.of("blanket_code", "FIRSTA20", "limits", firstOnly));
            herald.runningCampaign(Map.of("blanket_code", "FIRSTB20", "limits", firstOnly));
            var replies = Together.ask(20, i -> redeem(i % 2 == 0 ? "FIRSTA20" : "FIRSTB20", "newcomer", "first-" + i));
            assertThat(Together.made(replies)).isEqualTo(1);
        }

        @Test
        void a_customer_known_by_mail_and_by_id_has_one_first_order() {
            herald.runningCampaign(Map.of("blanket_code", "KNOWN20", "limits", Map.of("first_order_only", true)));
            assertThat(redeemAs(Map.of("id", "77", "email", "Mia@Example.com "), "known-1")
                            .status())
                    .isEqualTo(201);
            assertThat(redeemAs(Map.of("email", "mia@example.com"), "known-2").code())
                    .isEqualTo("first_order_only");
        }

        private TestHerald.Reply redeemAs(Map<String, String> customer, String order) {
            return herald.post(
                    "/v1/redemptions",
                    Map.of(
                            "code",
                            "KNOWN20",
                            "customer",
                            customer,
                            "order",
                            Map.of("reference", order, "amount", 2000, "currency", "USD")));
        }
    }

    @Nested
    class Combined_codes {

        @Test
        void one_order_takes_two_codes_only_if_both_are_combinable() {
            herald.runningCampaign(Map.of("blanket_code", "COMBA20", "combinable", true));
            herald.runningCampaign(Map.of("blanket_code", "COMBB20", "combinable", true));
            herald.runningCampaign(Map.of("blanket_code", "ALONE20"));
            assertThat(redeem("COMBA20", "a", "comb-1").status()).isEqualTo(201);
            assertThat(redeem("ALONE20", "a", "comb-1").code()).isEqualTo("not_combinable");
            assertThat(redeem("COMBB20", "a", "comb-1").status()).isEqualTo(201);
            assertThat(redeem("ALONE20", "a", "comb-2").status()).isEqualTo(201);
            assertThat(redeem("COMBA20", "a", "comb-2").code()).isEqualTo("not_combinable");
        }

        @Test
        void of_two_ambassadors_on_one_order_the_first_is_credited() {
            var a = personalCode(Map.of("combinable", true), "Mia Stone");
            var b = personalCode(Map.of("combinable", true), "Leo Brandt");
            assertThat(redeem(a, "x", "credit-1").json().has("ambassador")).isTrue();
            assertThat(redeem(b, "x", "credit-1").json().has("ambassador")).isFalse();
        }

        @Test
        void of_30_orders_raced_by_two_campaigns_each_takes_one_code() throws SQLException {
            herald.runningCampaign(Map.of("blanket_code", "RACEA20"));
            herald.runningCampaign(Map.of("blanket_code", "RACEB20"));
            var replies =
                    Together.ask(60, i -> redeem(i % 2 == 0 ? "RACEA20" : "RACEB20", "r" + i / 2, "race-" + i / 2));
            assertThat(Together.made(replies)).isEqualTo(30);
            assertThat(count("select count(*) from redemption where order_reference like 'race-%'"))
                    .isEqualTo(30);
        }
    }

    private static String personalCode(Map<String, ?> changes, String name) {
        var all = new HashMap<String, Object>(changes);
        all.put("strategy", "personal");
        var campaign = herald.runningCampaign(all);
        var ambassador = herald.post("/v1/ambassadors", Map.of("name", name))
                .json()
                .get("id")
                .asText();
        return herald.post("/v1/campaigns/" + campaign + "/enrollments", Map.of("ambassador_ids", List.of(ambassador)))
                .json()
                .at("/data/0/code/text")
                .asText();
    }

    private static TestHerald.Reply redeem(String code, String customer, String order) {
        return herald.post("/v1/redemptions", redemption(code, customer, order));
    }

    private static long count(String query) throws SQLException {
        try (var connection = TestPostgres.connect(herald.database);
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
