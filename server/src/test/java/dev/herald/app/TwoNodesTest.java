package dev.herald.app;

import static dev.herald.app.TestHerald.redemption;
import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.platform.TestPostgres;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two nodes on one database keep the promises together. */
class TwoNodesTest {

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
    void never_give_one_too_many_together() throws SQLException {
        var campaign = herald.runningCampaign(
                Map.of("blanket_code", "NODES20", "limits", Map.of("per_code", 100, "per_customer", 3)));
        try (var neighbour = herald.neighbour()) {
            var replies = Together.ask(
                    400,
                    i -> i % 2 == 0
                            ? redeem("NODES20", "n" + i % 60, "nodes-" + i)
                            : neighbour.post("/v1/redemptions", redemption("NODES20", "n" + i % 60, "nodes-" + i)));
            assertThat(Together.made(replies)).isEqualTo(100);
        }
        assertThat(count("select count(*) from redemption where order_reference like 'nodes-%'"))
                .isEqualTo(100);
        assertThat(count("select max(used) from customer_counter where campaign_id in "
                        + "(select campaign_id from campaign where blanket_code = 'NODES20')"))
                .isEqualTo(3);
        assertThat(campaign).isNotEmpty();
    }

    @Test
    void make_one_redemption_of_one_order_sent_to_both() {
        herald.runningCampaign(Map.of("blanket_code", "BOTH20"));
        try (var neighbour = herald.neighbour()) {
            var replies = Together.ask(
                    40,
                    i -> i % 2 == 0
                            ? redeem("BOTH20", "b", "both")
                            : neighbour.post("/v1/redemptions", redemption("BOTH20", "b", "both")));
            assertThat(Together.made(replies)).isEqualTo(40);
            assertThat(replies.stream().map(TestHerald.Reply::body).distinct()).hasSize(1);
        }
    }

    @Test
    void obey_each_others_pause_at_once() {
        var campaign = herald.runningCampaign(Map.of("blanket_code", "STOP20"));
        try (var neighbour = herald.neighbour()) {
            assertThat(neighbour
                            .post("/v1/redemptions", redemption("STOP20", "a", "stop-1"))
                            .status())
                    .isEqualTo(201);
            herald.post("/v1/campaigns/" + campaign + "/pause", Map.of());
            assertThat(neighbour
                            .post("/v1/redemptions", redemption("STOP20", "b", "stop-2"))
                            .code())
                    .isEqualTo("campaign_paused");
        }
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
