package dev.herald.app;

import static dev.herald.app.TestHerald.redemption;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Tries to break the promises of PRODUCT.md over HTTP, with many buyers at once. */
class PromisesTest {

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
    class Never_one_too_many {

        @Test
        void of_500_buyers_at_once_exactly_100_get_a_code_limited_to_100() {
            herald.runningCampaign(Map.of("blanket_code", "HUNDRED20", "limits", Map.of("per_code", 100)));
            var replies = Together.ask(
                    500, i -> herald.post("/v1/redemptions", redemption("HUNDRED20", "c" + i, "hundred-" + i)));
            assertThat(replies.stream().filter(reply -> reply.status() == 201)).hasSize(100);
            assertThat(replies.stream().filter(reply -> reply.status() != 201))
                    .hasSize(400)
                    .allSatisfy(reply -> {
                        assertThat(reply.status()).isEqualTo(409);
                        assertThat(reply.code()).isEqualTo("limit_reached");
                    });
        }

        @Test
        void of_50_tries_at_once_by_one_customer_exactly_one_gets_his_only_turn() {
            herald.runningCampaign(Map.of("blanket_code", "ONCE20", "limits", Map.of("per_customer", 1)));
            var replies =
                    Together.ask(50, i -> herald.post("/v1/redemptions", redemption("ONCE20", "only", "once-" + i)));
            assertThat(replies.stream().filter(reply -> reply.status() == 201)).hasSize(1);
            assertThat(replies.stream().filter(reply -> reply.status() == 409))
                    .hasSize(49)
                    .allSatisfy(reply -> assertThat(reply.code()).isEqualTo("customer_limit_reached"));
        }

        @Test
        void a_budget_is_used_up_exactly_and_never_exceeded() {
            herald.runningCampaign(Map.of(
                    "blanket_code",
                    "BUDGET20",
                    "limits",
                    Map.of("budget", Map.of("amount", 10_000, "currency", "USD"))));
            var replies = Together.ask(
                    60, i -> herald.post("/v1/redemptions", redemption("BUDGET20", "b" + i, "budget-" + i)));
            // Each discount is 400 minor units: 25 of them are the budget to the unit.
            assertThat(replies.stream().filter(reply -> reply.status() == 201)).hasSize(25);
            assertThat(replies.stream().filter(reply -> reply.status() != 201))
                    .allSatisfy(reply -> assertThat(reply.code()).isEqualTo("budget_exhausted"));
        }
    }

    @Nested
    class The_same_request_gets_the_same_answer {

        @Test
        void a_repeated_key_gives_the_same_bytes_and_another_body_is_refused() {
            herald.runningCampaign(Map.of("blanket_code", "AGAIN20"));
            var first = herald.post("/v1/redemptions", redemption("AGAIN20", "a", "again-1"), "Idempotency-Key", "k1");
            var again = herald.post("/v1/redemptions", redemption("again-20", "a", "again-1"), "Idempotency-Key", "k2");
            var same = herald.post("/v1/redemptions", redemption("AGAIN20", "a", "again-1"), "Idempotency-Key", "k1");
            var other = herald.post("/v1/redemptions", redemption("AGAIN20", "a", "again-2"), "Idempotency-Key", "k1");
            assertThat(first.status()).isEqualTo(201);
            assertThat(same.body()).isEqualTo(first.body());
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(other.status()).isEqualTo(422);
            assertThat(other.code()).isEqualTo("idempotency_key_reused");
        }

        @Test
        void a_used_key_is_refused_with_another_body_that_would_be_declined_anyway() {
            herald.runningCampaign(Map.of("blanket_code", "USED20", "limits", Map.of("per_campaign", 1)));
            var first = herald.post("/v1/redemptions", redemption("USED20", "a", "used-1"), "Idempotency-Key", "used");
            assertThat(first.status()).isEqualTo(201);
            var other = herald.post("/v1/redemptions", redemption("USED20", "b", "used-2"), "Idempotency-Key", "used");
            assertThat(other.status()).isEqualTo(422);
            assertThat(other.code()).isEqualTo("idempotency_key_reused");
            var same = herald.post("/v1/redemptions", redemption("USED20", "a", "used-1"), "Idempotency-Key", "used");
            assertThat(same.body()).isEqualTo(first.body());
        }

        @Test
        void fifty_copies_of_one_order_make_one_redemption() {
            herald.runningCampaign(Map.of("blanket_code", "COPIES20"));
            var replies =
                    Together.ask(50, _ -> herald.post("/v1/redemptions", redemption("COPIES20", "c", "the-order")));
            assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(201));
            assertThat(replies.stream().map(TestHerald.Reply::body).distinct()).hasSize(1);
        }

        @Test
        void another_amount_on_a_redeemed_order_is_refused() {
            herald.runningCampaign(Map.of("blanket_code", "OTHER20"));
            herald.post("/v1/redemptions", redemption("OTHER20", "c", "other-order"));
            var other = herald.post("/v1/redemptions", redemption("OTHER20", "somebody else", "other-order"));
            assertThat(other.status()).isEqualTo(409);
            assertThat(other.code()).isEqualTo("order_already_redeemed");
        }
    }

    @Nested
    class Reversals {

        @Test
        void a_cancelled_order_gives_its_slot_back_and_a_chargeback_does_not() {
            herald.runningCampaign(Map.of("blanket_code", "SLOT20", "limits", Map.of("per_campaign", 1)));
            var first = herald.post("/v1/redemptions", redemption("SLOT20", "a", "slot-1"));
            assertThat(herald.post("/v1/redemptions", redemption("SLOT20", "b", "slot-2"))
                            .code())
                    .isEqualTo("limit_reached");
            assertThat(reverse(first, "cancelled").status()).isEqualTo(201);
            assertThat(reverse(first, "cancelled").code()).isEqualTo("already_reversed");
            var second = herald.post("/v1/redemptions", redemption("SLOT20", "b", "slot-2"));
            assertThat(second.status()).isEqualTo(201);
            assertThat(reverse(second, "chargeback").status()).isEqualTo(201);
            assertThat(herald.post("/v1/redemptions", redemption("SLOT20", "c", "slot-3"))
                            .code())
                    .isEqualTo("limit_reached");
        }

        @Test
        void partial_reversals_give_back_exactly_the_discount() {
            herald.runningCampaign(Map.of(
                    "blanket_code", "PART20", "limits", Map.of("budget", Map.of("amount", 400, "currency", "USD"))));
            var first = herald.post("/v1/redemptions", redemption("PART20", "a", "part-1"));
            var path = "/v1/redemptions/" + first.json().get("id").asText() + "/reversals";
            var back = 0L;
            for (int i = 0; i < 3; i++) {
                var amount = i < 2 ? 667 : 666;
                var part = herald.post(
                        path, Map.of("reason", "refunded", "amount", amount), "Idempotency-Key", "part" + i);
                assertThat(part.status()).isEqualTo(201);
                back += part.json().at("/discount_back/amount").asLong();
            }
            assertThat(back).isEqualTo(400);
            assertThat(herald.post("/v1/redemptions", redemption("PART20", "b", "part-2"))
                            .status())
                    .isEqualTo(201);
        }

        @Test
        void a_partial_reversal_without_a_key_is_refused() {
            herald.runningCampaign(Map.of("blanket_code", "NOKEY20"));
            var first = herald.post("/v1/redemptions", redemption("NOKEY20", "a", "nokey-1"));
            var path = "/v1/redemptions/" + first.json().get("id").asText() + "/reversals";
            assertThat(herald.post(path, Map.of("reason", "refunded", "amount", 5))
                            .status())
                    .isEqualTo(400);
        }

        @Test
        void of_20_reversals_at_once_one_takes_effect() {
            herald.runningCampaign(Map.of("blanket_code", "TWENTY20", "limits", Map.of("per_campaign", 5)));
            var first = herald.post("/v1/redemptions", redemption("TWENTY20", "a", "twenty-1"));
            var replies = Together.ask(20, _ -> reverse(first, "refunded"));
            assertThat(replies.stream().filter(reply -> reply.status() == 201)).hasSize(1);
        }

        private TestHerald.Reply reverse(TestHerald.Reply redemption, String reason) {
            return herald.post(
                    "/v1/redemptions/" + redemption.json().get("id").asText() + "/reversals", Map.of("reason", reason));
        }
    }
}
