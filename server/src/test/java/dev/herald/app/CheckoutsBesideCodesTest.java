package dev.herald.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.platform.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Shoppers are answered while the brand's codes are locked by long work, however many wait for them. */
class CheckoutsBesideCodesTest {

    private static TestHerald herald;

    @BeforeAll
    static void start() {
        herald = new TestHerald();
    }

    @AfterAll
    static void stop() {
        herald.close();
    }

    @Test
    void redemptions_go_on_while_a_code_of_their_campaign_waits_to_be_disabled_replaced_or_ended() throws Exception {
        var campaign = herald.runningCampaign(Map.of("blanket_code", "BESIDE20"));
        for (var code : List.of("DISABLEME", "ROTATEME77", "EXPIREMENOW")) {
            herald.post("/v1/campaigns/" + campaign + "/codes", Map.of("code", code));
        }
        redeem("BESIDE20", "warm");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var work = longWork()) {
            var waiting = ask(
                    threads,
                    List.of(
                            () -> herald.post("/v1/codes/DISABLEME/disable", Map.of()),
                            () -> herald.post("/v1/codes/ROTATEME77/rotate", Map.of()),
                            () -> herald.patch("/v1/codes/EXPIREMENOW", Map.of("expires_at", "2021-01-01T00:00:00Z"))));
            Patience.until(() -> waitingForLocks(), count -> count == 3);
            var redeemed = threads.submit(() -> redeem("BESIDE20", "beside")).get(5, TimeUnit.SECONDS);
            assertThat(redeemed.status()).as(redeemed.body()).isEqualTo(201);
            work.rollback();
            for (var reply : waiting) {
                assertThat(reply.get().status()).isIn(200, 201);
            }
        }
    }

    @Test
    void shoppers_are_answered_while_fifty_requests_wait_for_codes() throws Exception {
        var campaign = herald.runningCampaign(Map.of("blanket_code", "FIFTYWAIT20"));
        validate("FIFTYWAIT20");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var work = longWork()) {
            var requests = new ArrayList<Callable<TestHerald.Reply>>();
            for (var i = 0; i < 50; i++) {
                var key = "fifty-" + i;
                var path = "/v1/campaigns/" + campaign + "/codes";
                requests.add(
                        i % 2 == 0
                                ? () -> herald.post(path, Map.of("count", 1))
                                : () -> herald.post(path, Map.of("count", 1), "Idempotency-Key", key));
            }
            var waiting = ask(threads, requests);
            Patience.until(() -> waitingForLocks(), count -> count >= 8);
            var validated = threads.submit(() -> validate("FIFTYWAIT20")).get(4, TimeUnit.SECONDS);
            assertThat(validated.json().get("valid").asBoolean()).isTrue();
            work.rollback();
            for (var reply : waiting) {
                assertThat(reply.get().status()).isIn(201, 503);
            }
        }
    }

    @Test
    void launches_and_replacements_at_once_end() {
        var campaigns = new ArrayList<String>();
        for (var i = 0; i < 10; i++) {
            var created = herald.post(
                    "/v1/campaigns",
                    Map.of(
                            "name", "Crossing " + (char) ('A' + i),
                            "objective", "loyalty",
                            "strategy", "blanket",
                            "offer", Map.of("type", "percent", "value", 20),
                            "currency", "USD",
                            "starts_at", "2020-01-01T00:00:00Z"));
            var id = created.json().get("id").asText();
            campaigns.add(id);
            herald.post("/v1/campaigns/" + id + "/codes", Map.of("code", "CROSSING" + i * 1111));
        }
        var replies = Together.ask(
                20,
                i -> i % 2 == 0
                        ? herald.post("/v1/campaigns/" + campaigns.get(i / 2) + "/launch", Map.of())
                        : herald.post("/v1/codes/CROSSING" + i / 2 * 1111 + "/rotate", Map.of()));
        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isIn(200, 201, 503));
    }

    /** Holds the codes as a job does whose piece takes long. */
    private static Connection longWork() throws SQLException {
        var connection = TestPostgres.connect(herald.database);
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("select from code_book for update");
        }
        return connection;
    }

    private static List<Future<TestHerald.Reply>> ask(
            ExecutorService threads, List<Callable<TestHerald.Reply>> requests) {
        return requests.stream().map(threads::submit).toList();
    }

    private static int waitingForLocks() {
        try (var connection = TestPostgres.connect(herald.database);
                var rows = connection.createStatement().executeQuery("""
                        select count(*)
                          from pg_stat_activity
                         where datname = current_database()
                           and wait_event_type = 'Lock'
                        """)) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TestHerald.Reply validate(String code) {
        return herald.post("/v1/validations", TestHerald.redemption(code, "shopper", "basket"));
    }

    private static TestHerald.Reply redeem(String code, String order) {
        return herald.post("/v1/redemptions", TestHerald.redemption(code, "customer of " + order, order));
    }
}
