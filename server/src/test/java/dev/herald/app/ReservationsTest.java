package dev.herald.app;

import static dev.herald.app.TestHerald.redemption;
import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.access.Brand;
import dev.herald.access.Scope;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Holds over HTTP and down to the counters: a slot that is promised is sold to nobody else, and comes back when it is not used. */
class ReservationsTest {

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
    class A_hold {

        @Test
        void keeps_the_last_slot_from_everybody_else() {
            campaign("LAST20", Map.of("per_campaign", 1));
            var hold = reserve("LAST20", "mia", "last-1", 900);
            assertThat(hold.status()).isEqualTo(201);
            assertThat(hold.json().get("id").asText()).startsWith("rsv_");
            assertThat(hold.json().at("/discount/amount").longValue()).isEqualTo(400);
            assertThat(redeem("LAST20", "noa", "last-2").code()).isEqualTo("limit_reached");
            assertThat(reserve("LAST20", "noa", "last-3", 900).code()).isEqualTo("limit_reached");
            assertThat(valid("LAST20", "noa", "last-2")).isFalse();
            assertThat(redeemReserved(hold, "last-1").status()).isEqualTo(201);
            assertThat(redeem("LAST20", "noa", "last-2").code()).isEqualTo("limit_reached");
        }

        @Test
        void keeps_money_of_the_budget() {
            campaign("MONEY20", Map.of("budget", Map.of("amount", 799, "currency", "USD")));
            var hold = reserve("MONEY20", "mia", "money-1", 900);
            assertThat(redeem("MONEY20", "noa", "money-2").code()).isEqualTo("budget_exhausted");
            release(hold);
            assertThat(redeem("MONEY20", "noa", "money-2").status()).isEqualTo(201);
        }

        @Test
        void counts_for_the_code_as_well() {
            campaign("CODE20", Map.of("per_code", 1));
            reserve("CODE20", "mia", "code-1", 900);
            assertThat(redeem("CODE20", "noa", "code-2").code()).isEqualTo("limit_reached");
        }

        @Test
        void is_the_buyers_own_and_never_counts_against_him() {
            campaign("OWN20", Map.of("per_campaign", 1, "per_customer", 1));
            reserve("OWN20", "mia", "own-1", 900);
            assertThat(valid("OWN20", "mia", "own-1")).isTrue();
            assertThat(valid("OWN20", "mia", "own-2")).isTrue();
            assertThat(redeem("OWN20", "mia", "own-1").status()).isEqualTo(201);
            assertThat(redeem("OWN20", "mia", "own-2").code()).isEqualTo("customer_limit_reached");
        }

        @Test
        void follows_the_buyer_to_another_order() {
            campaign("MOVE20", Map.of("per_campaign", 1, "per_customer", 1));
            var hold = reserve("MOVE20", "mia", "move-1", 900);
            assertThat(redeem("MOVE20", "mia", "move-2").status()).isEqualTo(201);
            assertThat(redeemReserved(hold, "move-1").code()).isEqualTo("reservation_expired");
            assertThat(used("MOVE20")).isEqualTo(1);
        }

        @Test
        void is_the_same_when_the_same_order_asks_again() {
            campaign("SAME20", Map.of("per_campaign", 1));
            var first = reserve("SAME20", "mia", "same-1", 900);
            var again = reserve("SAME20", "mia", "same-1", 900);
            assertThat(again.body()).isEqualTo(first.body());
        }

        @Test
        void is_replaced_when_the_basket_changed() {
            campaign("BASKET20", Map.of("budget", Map.of("amount", 1000, "currency", "USD")));
            var first = reserve("BASKET20", "mia", "basket-1", 900);
            var body = new HashMap<>(redemption("BASKET20", "mia", "basket-1"));
            body.put("order", Map.of("reference", "basket-1", "amount", 5_000, "currency", "USD"));
            var second = herald.post("/v1/reservations", body);
            assertThat(second.json().get("id")).isNotEqualTo(first.json().get("id"));
            assertThat(second.json().at("/discount/amount").longValue()).isEqualTo(1_000);
            assertThat(redeem("BASKET20", "noa", "basket-2").code()).isEqualTo("budget_exhausted");
        }

        @Test
        void is_answered_byte_for_byte_to_the_same_key_even_after_it_was_extended() {
            campaign("KEY20", Map.of());
            var body = redemption("KEY20", "mia", "key-1");
            var first = herald.post("/v1/reservations", body, "Idempotency-Key", "hold-key-1");
            extend(first, 3_600);
            assertThat(herald.post("/v1/reservations", body, "Idempotency-Key", "hold-key-1")
                            .body())
                    .isEqualTo(first.body());
            assertThat(herald.post(
                                    "/v1/reservations",
                                    redemption("KEY20", "mia", "key-2"),
                                    "Idempotency-Key",
                                    "hold-key-1")
                            .status())
                    .isEqualTo(422);
        }

        @Test
        void of_zero_seconds_or_more_than_a_day_is_refused() {
            campaign("TTL20", Map.of());
            assertThat(reserve("TTL20", "mia", "ttl-1", 0).status()).isEqualTo(422);
            assertThat(reserve("TTL20", "mia", "ttl-1", 86_401).status()).isEqualTo(422);
            assertThat(reserve("TTL20", "mia", "ttl-1", 86_400).status()).isEqualTo(201);
        }

        @Test
        void lasts_a_quarter_of_an_hour_if_nothing_else_is_asked() {
            campaign("QUARTER20", Map.of());
            var hold = herald.post("/v1/reservations", redemption("QUARTER20", "mia", "quarter-1"));
            assertThat(lasts(hold)).isEqualTo(Duration.ofMinutes(15));
        }

        @Test
        void of_a_first_order_is_given_once_to_a_new_customer() {
            campaign("FIRST20", Map.of("first_order_only", true));
            assertThat(redeem("FIRST20", "ada", "first-1").status()).isEqualTo(201);
            assertThat(reserve("FIRST20", "ada", "first-2", 900).code()).isEqualTo("first_order_only");
        }
    }

    @Nested
    class A_slot_comes_back {

        @Test
        void at_once_when_it_is_released_and_only_once() {
            campaign("BACK20", Map.of("per_campaign", 2));
            var first = reserve("BACK20", "mia", "back-1", 900);
            reserve("BACK20", "noa", "back-2", 900);
            assertThat(release(first).status()).isEqualTo(204);
            assertThat(release(first).status()).isEqualTo(204);
            assertThat(used("BACK20")).isEqualTo(1);
            assertThat(redeem("BACK20", "ida", "back-3").status()).isEqualTo(201);
            assertThat(redeem("BACK20", "ida", "back-4").code()).isEqualTo("limit_reached");
            assertThat(redeemReserved(first, "back-1").code()).isEqualTo("reservation_expired");
        }

        @Test
        void when_its_time_is_over_without_anybody_sweeping() {
            campaign("LATE20", Map.of("per_campaign", 1, "per_customer", 1));
            var hold = reserve("LATE20", "mia", "late-1", 1);
            assertThat(redeem("LATE20", "noa", "late-2").code()).isEqualTo("limit_reached");
            awaitExpiry(hold);
            assertThat(valid("LATE20", "noa", "late-2")).isTrue();
            assertThat(redeem("LATE20", "noa", "late-2").status()).isEqualTo(201);
            assertThat(redeemReserved(hold, "late-1").code()).isEqualTo("reservation_expired");
            assertThat(extend(hold, 60).code()).isEqualTo("reservation_expired");
            assertThat(used("LATE20")).isEqualTo(1);
        }

        @Test
        void not_when_the_hold_was_redeemed() {
            campaign("KEPT20", Map.of("per_campaign", 1));
            var hold = reserve("KEPT20", "mia", "kept-1", 900);
            var redeemed = redeemReserved(hold, "kept-1");
            assertThat(release(hold).code()).isEqualTo("order_already_redeemed");
            assertThat(redeemReserved(hold, "kept-1").body()).isEqualTo(redeemed.body());
            assertThat(redeemReserved(hold, "kept-2").code()).isEqualTo("reservation_expired");
            assertThat(used("KEPT20")).isEqualTo(1);
        }

        @Test
        void later_when_the_hold_was_extended_but_never_beyond_a_day() {
            campaign("LONG20", Map.of("per_campaign", 1));
            var hold = reserve("LONG20", "mia", "long-1", 60);
            var longer = extend(hold, 3_600);
            assertThat(longer.status()).isEqualTo(200);
            assertThat(lasts(longer)).isGreaterThan(Duration.ofMinutes(59));
            assertThat(lasts(extend(hold, 60))).isEqualTo(lasts(longer));
            assertThat(lasts(extend(hold, 86_400))).isEqualTo(Duration.ofDays(1));
        }

        @Test
        void from_counters_that_were_made_while_it_was_held() {
            var campaign = campaign("MADE20", Map.of());
            var hold = reserve("MADE20", "mia", "made-1", 900);
            herald.patch("/v1/campaigns/" + campaign, Map.of("limits", Map.of("per_campaign", 1, "per_customer", 1)));
            assertThat(redeem("MADE20", "noa", "made-2").code()).isEqualTo("limit_reached");
            release(hold);
            assertThat(redeem("MADE20", "noa", "made-2").status()).isEqualTo(201);
        }
    }

    @Nested
    class Never_one_too_many {

        @Test
        void whoever_reserves_redeems_and_releases_at_once_on_two_processes() {
            campaign("RUSH20", Map.of("per_campaign", 20));
            try (var second = herald.neighbour()) {
                var replies = Together.ask(200, i -> {
                    var body = redemption("RUSH20", "buyer-" + i, "rush-" + i);
                    var path = i % 4 < 2 ? "/v1/reservations" : "/v1/redemptions";
                    return i % 2 == 0 ? herald.post(path, body) : second.post(path, body);
                });
                assertThat(Together.made(replies)).isEqualTo(20);
                assertThat(used("RUSH20")).isEqualTo(20);
                var holds = new ArrayList<TestHerald.Reply>();
                for (int i = 0; i < 200; i++) {
                    if (i % 4 < 2 && replies.get(i).status() == 201) {
                        holds.add(replies.get(i));
                    }
                }
                Together.ask(holds.size() * 2, i -> release(holds.get(i / 2)));
                assertThat(used("RUSH20")).isEqualTo(20 - holds.size());
                assertThat(Together.made(Together.ask(100, i -> redeem("RUSH20", "late-" + i, "late-rush-" + i))))
                        .isEqualTo(holds.size());
            }
        }

        @Test
        void a_hold_is_redeemed_by_one_order_alone() {
            campaign("ONCE20", Map.of("per_campaign", 5));
            var hold = reserve("ONCE20", "mia", "once-0", 900);
            try (var second = herald.neighbour()) {
                var replies = Together.ask(30, i -> {
                    var body = Map.of("reservation_id", hold.json().get("id").asText(), "order", order("once-" + i));
                    return i % 2 == 0 ? herald.post("/v1/redemptions", body) : second.post("/v1/redemptions", body);
                });
                assertThat(Together.made(replies)).isEqualTo(1);
                assertThat(used("ONCE20")).isEqualTo(1);
            }
        }
    }

    @Nested
    class Is_refused {

        @Test
        void another_brands_reservation_like_one_that_never_was() {
            campaign("BRAND20", Map.of());
            var hold = reserve("BRAND20", "mia", "brand-1", 900);
            var other = herald.herald.access().createBrand("Other", Brand.Mode.TEST, "Otto");
            var key = herald.herald.access().createKey(other, Scope.ADMIN);
            var path = "/v1/reservations/" + hold.json().get("id").asText();
            assertThat(herald.send("DELETE", path, null, key).status()).isEqualTo(404);
            assertThat(herald.send("POST", path + "/extend", Map.of(), key).status())
                    .isEqualTo(404);
            var body = Map.of("reservation_id", hold.json().get("id").asText(), "order", order("brand-1"));
            assertThat(herald.send("POST", "/v1/redemptions", body, key).status())
                    .isEqualTo(404);
        }

        @Test
        void a_reservation_and_a_code_in_one_redemption() {
            campaign("BOTH20", Map.of());
            var hold = reserve("BOTH20", "mia", "both-1", 900);
            var body = new HashMap<>(redemption("BOTH20", "mia", "both-1"));
            body.put("reservation_id", hold.json().get("id").asText());
            assertThat(herald.post("/v1/redemptions", body).status()).isEqualTo(422);
        }

        @Test
        void a_paused_campaign_even_to_who_reserved() {
            var campaign = campaign("PAUSE20", Map.of());
            var hold = reserve("PAUSE20", "mia", "pause-1", 900);
            herald.post("/v1/campaigns/" + campaign + "/pause", Map.of());
            assertThat(redeemReserved(hold, "pause-1").code()).isEqualTo("campaign_paused");
            herald.post("/v1/campaigns/" + campaign + "/resume", Map.of());
            assertThat(redeemReserved(hold, "pause-1").status()).isEqualTo(201);
        }
    }

    private static String campaign(String code, Map<String, ?> limits) {
        return herald.runningCampaign(Map.of("blanket_code", code, "name", code, "limits", limits));
    }

    private static TestHerald.Reply reserve(String code, String customer, String order, int seconds) {
        var body = new HashMap<>(redemption(code, customer, order));
        body.put("ttl_seconds", seconds);
        return herald.post("/v1/reservations", body);
    }

    private static TestHerald.Reply redeem(String code, String customer, String order) {
        return herald.post("/v1/redemptions", redemption(code, customer, order));
    }

    private static TestHerald.Reply redeemReserved(TestHerald.Reply hold, String order) {
        return herald.post(
                "/v1/redemptions",
                Map.of("reservation_id", hold.json().get("id").asText(), "order", order(order)));
    }

    private static Map<String, ?> order(String reference) {
        return Map.of("reference", reference, "amount", 2_000, "currency", "USD");
    }

    private static TestHerald.Reply release(TestHerald.Reply hold) {
        return herald.send("DELETE", path(hold), null, herald.checkout);
    }

    private static TestHerald.Reply extend(TestHerald.Reply hold, int seconds) {
        return herald.post(path(hold) + "/extend", Map.of("ttl_seconds", seconds));
    }

    private static String path(TestHerald.Reply hold) {
        return "/v1/reservations/" + hold.json().get("id").asText();
    }

    private static boolean valid(String code, String customer, String order) {
        return herald.post("/v1/validations", redemption(code, customer, order))
                .json()
                .get("valid")
                .booleanValue();
    }

    private static Duration lasts(TestHerald.Reply hold) {
        return Duration.between(
                Instant.parse(hold.json().get("reserved_at").asText()),
                Instant.parse(hold.json().get("expires_at").asText()));
    }

    private static void awaitExpiry(TestHerald.Reply hold) {
        var expiry = Instant.parse(hold.json().get("expires_at").asText());
        while (!Instant.now().isAfter(expiry)) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    /** What the campaign's counter says. */
    private static long used(String code) {
        try (var owner = DriverManager.getConnection(
                        herald.database.url(), herald.database.user(), herald.database.password());
                var statement = owner.prepareStatement("""
                        select n.used from campaign_counter n join campaign c using (brand_id, campaign_id)
                         where c.name = ?
                        """)) {
            statement.setString(1, code);
            try (var rows = statement.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
