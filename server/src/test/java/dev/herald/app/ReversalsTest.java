package dev.herald.app;

import static dev.herald.app.TestHerald.redemption;
import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.platform.TestPostgres;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Reversals over HTTP and down to the rows: what they give back is the campaign's policy. */
class ReversalsTest {

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
    class By_policy {

        @Test
        void the_turn_comes_back_without_the_slot() {
            policy("TURN20", Map.of("per_campaign", 1, "per_customer", 1), Map.of("slot", false));
            var first = redeem("TURN20", "mia", "turn-1");
            assertThat(reverse(first, "refunded").status()).isEqualTo(201);
            assertThat(redeem("TURN20", "mia", "turn-2").code()).isEqualTo("limit_reached");
        }

        @Test
        void the_slot_comes_back_without_the_turn() {
            policy("SLOT20", Map.of("per_campaign", 1, "per_customer", 1), Map.of("turn", false));
            var first = redeem("SLOT20", "mia", "slot-1");
            assertThat(reverse(first, "refunded").status()).isEqualTo(201);
            assertThat(redeem("SLOT20", "mia", "slot-2").code()).isEqualTo("customer_limit_reached");
            assertThat(redeem("SLOT20", "noa", "slot-3").status()).isEqualTo(201);
        }

        @Test
        void the_budget_keeps_the_discount_and_the_answer_says_so() {
            policy("KEEP20", Map.of("budget", Map.of("amount", 400, "currency", "USD")), Map.of("budget", false));
            var reply = reverse(redeem("KEEP20", "mia", "keep-1"), "refunded");
            assertThat(reply.json().at("/discount_back/amount").longValue()).isZero();
            assertThat(redeem("KEEP20", "mia", "keep-2").code()).isEqualTo("budget_exhausted");
        }

        @Test
        void counters_that_are_made_later_know_what_came_back() {
            var campaign = policy("LATER20", Map.of(), Map.of("turn", false));
            reverse(redeem("LATER20", "mia", "later-1"), "refunded");
            herald.patch("/v1/campaigns/" + campaign, Map.of("limits", Map.of("per_customer", 1, "per_campaign", 1)));
            assertThat(redeem("LATER20", "mia", "later-2").code()).isEqualTo("customer_limit_reached");
            assertThat(redeem("LATER20", "noa", "later-3").status()).isEqualTo(201);
        }

        @Test
        void a_change_counts_for_what_is_reversed_afterwards() {
            var campaign = policy("AFTER20", Map.of("per_campaign", 1), Map.of());
            var first = redeem("AFTER20", "mia", "after-1");
            herald.patch("/v1/campaigns/" + campaign, Map.of("reversals", Map.of("refunded", Map.of("slot", false))));
            assertThat(reverse(first, "refunded").status()).isEqualTo(201);
            assertThat(redeem("AFTER20", "mia", "after-2").code()).isEqualTo("limit_reached");
        }

        private String policy(String code, Map<String, ?> limits, Map<String, ?> refunded) {
            return herald.runningCampaign(
                    Map.of("blanket_code", code, "limits", limits, "reversals", Map.of("refunded", refunded)));
        }
    }

    @Test
    void a_reversal_after_the_window_is_refused_and_one_made_within_it_is_answered_again() throws SQLException {
        herald.runningCampaign(Map.of("blanket_code", "WINDOW20", "reversals", Map.of("window_days", 1)));
        var early = redeem("WINDOW20", "mia", "window-1");
        var late = redeem("WINDOW20", "mia", "window-2");
        var first = reverse(early, "refunded", "Idempotency-Key", "window");
        assertThat(first.status()).isEqualTo(201);
        makeOlder("25 hours", "window-1");
        makeOlder("25 hours", "window-2");
        assertThat(reverse(early, "refunded", "Idempotency-Key", "window").body())
                .isEqualTo(first.body());
        var refused = reverse(late, "refunded");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("reversal_window_over");
        assertThat(refused.json().get("detail").textValue()).contains("within 1 day of");
    }

    @Test
    void a_part_of_an_order_of_nothing_is_too_much_and_not_already_reversed() {
        herald.runningCampaign(Map.of("blanket_code", "FREE20", "offer", Map.of("type", "free_shipping")));
        var order = Map.of("reference", "free-1", "amount", 0, "currency", "USD", "shipping", 495);
        var free = herald.post("/v1/redemptions", Map.of("code", "FREE20", "order", order));
        var path = "/v1/redemptions/" + free.json().get("id").textValue() + "/reversals";
        var part = herald.post(path, Map.of("reason", "refunded", "amount", 1), "Idempotency-Key", "free");
        assertThat(part.code()).isEqualTo("reversal_exceeds");
        assertThat(reverse(free, "refunded").json().at("/discount_back/amount").longValue())
                .isEqualTo(495);
    }

    private static TestHerald.Reply redeem(String code, String customer, String order) {
        return herald.post("/v1/redemptions", redemption(code, customer, order));
    }

    private static TestHerald.Reply reverse(TestHerald.Reply redemption, String reason, String... headers) {
        var id = redemption.json().get("id").textValue();
        return herald.post("/v1/redemptions/" + id + "/reversals", Map.of("reason", reason), headers);
    }

    private static void makeOlder(String interval, String order) throws SQLException {
        try (var owner = TestPostgres.connect(herald.database);
                var statement = owner.createStatement()) {
            statement.execute("update redemption set redeemed_at = redeemed_at - interval '" + interval
                    + "' where order_reference = '" + order + "'");
        }
    }
}
