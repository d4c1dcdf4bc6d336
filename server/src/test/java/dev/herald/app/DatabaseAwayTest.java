package dev.herald.app;

import static dev.herald.app.TestHerald.redemption;
import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.platform.TestPostgres;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database that goes away is told as that, never as a bug, and nothing is lost or done twice by it. */
class DatabaseAwayTest {

    private static final int TIMES = 5;
    private static final int ORDERS = 200;
    private static final int MOST_CUTS = 15;
    private static final Duration BETWEEN_CUTS = Duration.ofMillis(60);

    /** The pool tells of every connection that it finds dead, with its whole stack. */
    private static final Logger POOL = Logger.getLogger("com.zaxxer.hikari");

    private final TestHerald herald = new TestHerald();

    @BeforeEach
    void expect_dead_connections() {
        POOL.setLevel(Level.OFF);
    }

    @AfterEach
    void stop() {
        POOL.setLevel(null);
        herald.close();
    }

    @Test
    void connections_that_die_between_two_requests_are_told_as_unavailable() throws SQLException {
        var replies = new ArrayList<TestHerald.Reply>();
        for (int i = 0; i < TIMES; i++) {
            assertHonest(herald.get("/v1/campaigns"), 200);
            cutConnections();
            replies.add(herald.get("/v1/campaigns"));
        }
        assertThat(replies).allSatisfy(reply -> assertHonest(reply, 200)).anyMatch(reply -> reply.status() == 503);
    }

    @Test
    void redemptions_survive_connections_that_die_under_them() throws Exception {
        herald.runningCampaign(Map.of("blanket_code", "CUT20", "limits", Map.of("per_campaign", ORDERS)));
        var done = new AtomicBoolean();
        var cutter = Thread.ofPlatform().start(() -> cutUntil(done));
        List<TestHerald.Reply> replies;
        try {
            replies = Together.ask(ORDERS, this::redeemUntilTold);
        } finally {
            done.set(true);
            cutter.join();
        }
        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(201));
        assertThat(replies.stream()
                        .map(reply -> reply.json().get("id").asText())
                        .distinct())
                .hasSize(ORDERS);
        assertThat(number("select count(*) from redemption where order_reference like 'cut-%'"))
                .isEqualTo(ORDERS);
        assertThat(number("select used from campaign_counter where max_uses = " + ORDERS))
                .isEqualTo(ORDERS);
    }

    private TestHerald.Reply redeemUntilTold(int i) {
        while (true) {
            var reply = herald.post(
                    "/v1/redemptions", redemption("CUT20", "cut-" + i, "cut-" + i), "Idempotency-Key", "cut-" + i);
            assertHonest(reply, 201);
            if (reply.status() == 201) {
                return reply;
            }
        }
    }

    private static void assertHonest(TestHerald.Reply reply, int usual) {
        assertThat(reply.status()).as(reply.body()).isIn(usual, 503);
        if (reply.status() == 503) {
            assertThat(reply.code()).isEqualTo("unavailable");
            assertThat(reply.raw().headers().firstValue("Retry-After")).isPresent();
        }
    }

    private void cutUntil(AtomicBoolean done) {
        for (int cuts = 0; cuts < MOST_CUTS && !done.get(); cuts++) {
            try {
                cutConnections();
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
            LockSupport.parkNanos(BETWEEN_CUTS.toNanos());
        }
    }

    private void cutConnections() throws SQLException {
        number("""
                select count(pg_terminate_backend(pid))
                  from pg_stat_activity
                 where datname = current_database()
                   and pid <> pg_backend_pid()
                """);
    }

    private long number(String sql) throws SQLException {
        try (var owner = TestPostgres.connect(herald.database);
                var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
