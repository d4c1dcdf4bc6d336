package dev.herald.app;

import static dev.herald.app.TestHerald.redemption;
import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.platform.TestPostgres;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What somebody tries who wants a slot too many, a slot lost, or another answer to the same question. */
class LaneEdgesTest {

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
    class A_lowered_limit {

        /** The counter's own limit is the fence between two processes: a wider one would let both take the last slot. */
        @Test
        void is_the_counters_own_limit_again_once_enough_was_reversed() throws SQLException {
            var campaign = campaign(
                    "LOWER20",
                    Map.of(
                            "per_campaign",
                            6,
                            "per_code",
                            6,
                            "per_customer",
                            6,
                            "budget",
                            Map.of("amount", 2_400, "currency", "USD")));
            var made = List.of(1, 2, 3, 4, 5, 6).stream()
                    .map(i -> redeem("LOWER20", "mia", "lower-" + i))
                    .toList();
            assertThat(Together.made(made)).isEqualTo(6);
            herald.patch(
                    "/v1/campaigns/" + campaign,
                    Map.of(
                            "limits",
                            Map.of(
                                    "per_campaign",
                                    2,
                                    "per_code",
                                    2,
                                    "per_customer",
                                    2,
                                    "budget",
                                    Map.of("amount", 800, "currency", "USD"))));
            assertThat(redeem("LOWER20", "mia", "lower-7").status()).isEqualTo(409);
            made.subList(0, 5).forEach(reply -> cancel(reply));
            assertThat(mostOf("campaign_counter", "LOWER20")).isEqualTo(2);
            assertThat(mostOf("code_counter", "LOWER20")).isEqualTo(2);
            assertThat(mostOf("customer_counter", "LOWER20")).isEqualTo(2);
            assertThat(count("""
                            select n.budget from campaign_counter n join campaign c using (campaign_id)
                             where c.name = 'LOWER20'
                            """)).isEqualTo(800);
        }

        @Test
        void holds_between_two_processes_after_slots_came_back() throws SQLException {
            try (var second = herald.neighbour()) {
                for (int round = 0; round < 5; round++) {
                    var code = "RACE" + round + "X20";
                    var campaign = campaign(code, Map.of("per_campaign", 3));
                    var made = List.of(1, 2, 3).stream()
                            .map(i -> redeem(code, "mia", code + i))
                            .toList();
                    herald.patch("/v1/campaigns/" + campaign, Map.of("limits", Map.of("per_campaign", 1)));
                    made.forEach(reply -> cancel(reply));
                    var replies = Together.ask(20, i -> {
                        var body = redemption(code, "noa-" + i, code + "-again-" + i);
                        return i % 2 == 0 ? herald.post("/v1/redemptions", body) : second.post("/v1/redemptions", body);
                    });
                    assertThat(Together.made(replies)).isEqualTo(1);
                }
            }
        }
    }

    @Nested
    class The_same_key {

        @Test
        void is_refused_for_another_order_even_one_that_was_redeemed_already() {
            campaign("KEYS20", Map.of());
            var first = redemption("KEYS20", "mia", "keys-1");
            var other = redemption("KEYS20", "mia", "keys-2");
            assertThat(herald.post("/v1/redemptions", first, "Idempotency-Key", "attack-1")
                            .status())
                    .isEqualTo(201);
            assertThat(herald.post("/v1/redemptions", other).status()).isEqualTo(201);
            assertThat(herald.post("/v1/redemptions", other, "Idempotency-Key", "attack-1")
                            .code())
                    .isEqualTo("idempotency_key_reused");
        }

        @Test
        void shows_the_microseconds_of_an_order_however_far_off_it_is() {
            campaign("FAR20", Map.of());
            var body = new HashMap<>(redemption("FAR20", "mia", "far-1"));
            body.put(
                    "order",
                    Map.of(
                            "reference",
                            "far-1",
                            "amount",
                            2_000,
                            "currency",
                            "USD",
                            "placed_at",
                            "9998-12-31T23:59:59.123457Z"));
            var first = herald.post("/v1/redemptions", body);
            assertThat(first.status()).isEqualTo(201);
            assertThat(herald.post("/v1/redemptions", body).body()).isEqualTo(first.body());
        }

        @Test
        void extends_a_hold_once() {
            campaign("LONGER20", Map.of());
            var path = path(reserve("LONGER20", "mia", "longer-1")) + "/extend";
            var first = herald.post(path, Map.of("ttl_seconds", 3_600), "Idempotency-Key", "attack-2");
            assertThat(first.status()).isEqualTo(200);
            assertThat(herald.post(path, Map.of("ttl_seconds", 3_600), "Idempotency-Key", "attack-2")
                            .body())
                    .isEqualTo(first.body());
            assertThat(herald.post(path, Map.of("ttl_seconds", 7_200), "Idempotency-Key", "attack-2")
                            .code())
                    .isEqualTo("idempotency_key_reused");
        }
    }

    @Nested
    class A_hold {

        @Test
        void does_not_outlive_the_redemption_of_its_order() throws SQLException {
            campaign("TWICE20", Map.of("per_campaign", 2));
            var elsewhere = reserve("TWICE20", "noa", "twice-1");
            assertThat(reserve("TWICE20", "mia", "twice-2").status()).isEqualTo(201);
            assertThat(redeemReserved(elsewhere, "twice-2").status()).isEqualTo(201);
            assertThat(used("TWICE20")).isEqualTo(1);
            assertThat(redeem("TWICE20", "ida", "twice-3").status()).isEqualTo(201);
        }

        @Test
        void never_counts_against_its_buyer_however_many_he_has() throws SQLException {
            campaign("MANY20", Map.of("per_customer", 1, "per_campaign", 5));
            assertThat(reserve("MANY20", Map.of("id", "mia"), "many-1").status())
                    .isEqualTo(201);
            assertThat(reserve("MANY20", Map.of("email", "mia@example.com"), "many-2")
                            .status())
                    .isEqualTo(201);
            var body = new HashMap<>(redemption("MANY20", "mia", "many-3"));
            body.put("customer", Map.of("id", "mia", "email", "mia@example.com"));
            assertThat(herald.post("/v1/redemptions", body).status()).isEqualTo(201);
            assertThat(used("MANY20")).isEqualTo(1);
        }

        @Test
        void never_counts_against_its_buyer_whose_basket_grew() throws SQLException {
            campaign("GROWN20", Map.of("budget", Map.of("amount", 1_000, "currency", "USD")));
            assertThat(reserve("GROWN20", "mia", "grown-1").status()).isEqualTo(201);
            assertThat(reserve("GROWN20", "mia", "grown-2").status()).isEqualTo(201);
            var body = new HashMap<>(redemption("GROWN20", "mia", "grown-1"));
            body.put("order", Map.of("reference", "grown-1", "amount", 5_000, "currency", "USD"));
            assertThat(herald.post("/v1/redemptions", body).status()).isEqualTo(201);
            assertThat(used("GROWN20")).isEqualTo(1);
        }
    }

    @Nested
    class Two_processes {

        /** Whoever comes first: a hold of an order that was redeemed would keep a slot for nobody. */
        @Test
        void leave_no_hold_of_an_order_that_one_reserves_while_the_other_redeems() throws SQLException {
            campaign("CROSS20", Map.of("per_campaign", 1_000));
            try (var second = herald.neighbour()) {
                var replies = Together.ask(
                        200,
                        i -> i % 2 == 0
                                ? reserve("CROSS20", "cross-" + i / 2, "cross-" + i / 2)
                                : second.post(
                                        "/v1/redemptions", redemption("CROSS20", "cross-" + i / 2, "cross-" + i / 2)));
                for (int i = 1; i < 200; i += 2) {
                    assertThat(replies.get(i).status()).isEqualTo(201);
                }
            }
            assertThat(used("CROSS20")).isEqualTo(100);
        }

        /** Each would hold the row that the other needs next: a deadlock keeps all who wait in both lanes for a second. */
        @Test
        void do_not_lock_each_other_out_when_one_reverses_what_the_other_redeems() throws Exception {
            campaign("MIX20", Map.of("per_campaign", 10, "per_code", 10));
            var made = redeem("MIX20", "mia", "mix-1");
            try (var second = herald.neighbour();
                    var row = TestPostgres.connect(herald.database);
                    var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                second.post("/v1/validations", redemption("MIX20", "mia", "mix-0"));
                row.setAutoCommit(false);
                row.createStatement()
                        .execute("select from code_counter join campaign using (campaign_id) where name = 'MIX20'"
                                + " for update of code_counter");
                var redeemed =
                        threads.submit(() -> second.post("/v1/redemptions", redemption("MIX20", "noa", "mix-2")));
                await(() -> waiting("") == 1);
                var reversed = threads.submit(() -> cancel(made));
                await(() -> waiting("") == 2);
                assertThat(waiting("and wait_event = 'advisory'")).isEqualTo(1);
                row.rollback();
                assertThat(redeemed.get().status()).isEqualTo(201);
                assertThat(reversed.get().status()).isEqualTo(201);
            }
            assertThat(used("MIX20")).isEqualTo(1);
        }
    }

    @Nested
    class A_process_that_ends {

        @Test
        void carries_out_what_waits() throws Exception {
            var campaign = campaign("ENDS20", Map.of());
            var second = herald.neighbour();
            assertThat(second.post("/v1/redemptions", redemption("ENDS20", "mia", "ends-0"))
                            .status())
                    .isEqualTo(201);
            try (var change = TestPostgres.connect(herald.database);
                    var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                change.setAutoCommit(false);
                change.createStatement()
                        .execute("select pg_advisory_xact_lock(campaign_id) from campaign where name = 'ENDS20'");
                var reply = threads.submit(() -> second.post("/v1/redemptions", redemption("ENDS20", "mia", "ends-1")));
                await(() -> count("select count(*) from pg_locks where locktype = 'advisory' and not granted") == 1);
                var closer = Thread.ofPlatform().start(second::endUnderRequests);
                await(() -> closer.getState() == Thread.State.TIMED_WAITING);
                change.rollback();
                assertThat(reply.get().status()).isEqualTo(201);
                closer.join();
            }
            assertThat(campaign).isNotEmpty();
        }
    }

    @Nested
    class A_campaign_that_is_kept_locked {

        @Test
        void keeps_neither_other_campaigns_nor_its_own_buyers_waiting() throws SQLException {
            campaign("LOCKED20", Map.of());
            for (int i = 0; i < 4; i++) {
                campaign("FREE" + i + "X20", Map.of());
            }
            try (var change = TestPostgres.connect(herald.database)) {
                change.setAutoCommit(false);
                change.createStatement()
                        .execute("select pg_advisory_xact_lock(campaign_id) from campaign where name = 'LOCKED20'");
                var replies = Together.ask(
                        50,
                        i -> i % 5 == 4
                                ? redeem("LOCKED20", "mia", "locked-" + i)
                                : redeem("FREE" + i % 5 + "X20", "mia", "free-" + i));
                for (int i = 0; i < 50; i++) {
                    assertThat(replies.get(i).status()).isEqualTo(i % 5 == 4 ? 503 : 201);
                }
                change.rollback();
            }
            assertThat(redeem("LOCKED20", "mia", "locked-4").status()).isEqualTo(201);
        }
    }

    @Nested
    class A_cap_that_comes_later {

        @Test
        void counts_what_was_redeemed_and_what_is_held_in_every_period() {
            for (var period : List.of("day", "week", "month")) {
                var code = period.toUpperCase(Locale.ROOT) + "CAP20";
                var campaign = campaign(code, Map.of());
                var first = redeem(code, "mia", code + "-1");
                var hold = reserve(code, "noa", code + "-2");
                herald.patch("/v1/campaigns/" + campaign, Map.of("limits", Map.of("per_customer_per_" + period, 1)));
                assertThat(redeem(code, "mia", code + "-3").code()).isEqualTo("customer_limit_reached");
                assertThat(redeemReserved(hold, code + "-2").status()).isEqualTo(201);
                assertThat(redeem(code, "noa", code + "-4").code()).isEqualTo("customer_limit_reached");
                assertThat(cancel(first).status()).isEqualTo(201);
                assertThat(redeem(code, "mia", code + "-5").status()).isEqualTo(201);
                assertThat(redeem(code, "mia", code + "-6").code()).isEqualTo("customer_limit_reached");
            }
        }
    }

    private static String campaign(String code, Map<String, ?> limits) {
        return herald.runningCampaign(Map.of("blanket_code", code, "name", code, "limits", limits));
    }

    private static TestHerald.Reply redeem(String code, String customer, String order) {
        return herald.post("/v1/redemptions", redemption(code, customer, order));
    }

    private static TestHerald.Reply reserve(String code, String customer, String order) {
        return herald.post("/v1/reservations", redemption(code, customer, order));
    }

    private static TestHerald.Reply reserve(String code, Map<String, ?> customer, String order) {
        var body = new HashMap<>(redemption(code, "", order));
        body.put("customer", customer);
        return herald.post("/v1/reservations", body);
    }

    private static TestHerald.Reply redeemReserved(TestHerald.Reply hold, String order) {
        return herald.post(
                "/v1/redemptions",
                Map.of(
                        "reservation_id",
                        hold.json().get("id").asText(),
                        "order",
                        Map.of("reference", order, "amount", 2_000, "currency", "USD")));
    }

    private static TestHerald.Reply cancel(TestHerald.Reply redemption) {
        return herald.post(
                "/v1/redemptions/" + redemption.json().get("id").asText() + "/reversals",
                Map.of("reason", "cancelled"));
    }

    private static String path(TestHerald.Reply hold) {
        return "/v1/reservations/" + hold.json().get("id").asText();
    }

    private static long used(String campaign) throws SQLException {
        return count("select n.used from campaign_counter n join campaign c using (campaign_id) where c.name = '"
                + campaign + "'");
    }

    private static long mostOf(String table, String campaign) throws SQLException {
        return count("select n.max_uses from " + table + " n join campaign c using (campaign_id) where c.name = '"
                + campaign + "'");
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    /** How many connections wait for a lock. */
    private static long waiting(String condition) throws SQLException {
        return count("select count(*) from pg_stat_activity where datname = current_database()"
                + " and wait_event_type = 'Lock' " + condition);
    }

    private static long count(String query) throws SQLException {
        try (var connection = TestPostgres.connect(herald.database);
                var rows = connection.createStatement().executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getLong(1);
        }
    }
}
