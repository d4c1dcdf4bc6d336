package dev.herald.app;

import static dev.herald.app.TestHerald.redemption;
import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.platform.Database;
import dev.herald.platform.TestPostgres;
import dev.herald.reward.LedgerAudit;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reckoning all rewards again from the events finds what the job posted, and what somebody spoilt. */
class LedgerAuditTest {

    private static final int ORDERS = 120;

    private final TestHerald herald = new TestHerald();
    private final Database db = Database.open(herald.database, 2);

    @AfterEach
    void stop() {
        db.close();
        herald.close();
    }

    @Test
    void what_two_nodes_posted_adds_up_though_plans_changed_and_one_was_ended() {
        var campaign = herald.runningCampaign(Map.of("strategy", "personal", "reward", plan("percent", 10)));
        var codes = List.of(code(campaign, "Mia Audit"), code(campaign, "Noa Audit"), code(campaign, "Kim Audit"));
        var random = new SplittableRandom(7);
        var made = new ArrayList<String>();
        try (var neighbour = herald.neighbour()) {
            for (var i = 0; i < ORDERS; i++) {
                var order = redemption(codes.get(random.nextInt(3)), "customer-" + i, "audit-" + i);
                var reply =
                        i % 2 == 0 ? herald.post("/v1/redemptions", order) : neighbour.post("/v1/redemptions", order);
                assertThat(reply.status()).isEqualTo(201);
                made.add(reply.json().get("id").textValue());
                if (i % 4 == 3) {
                    undo(made.remove(random.nextInt(made.size())), random.nextBoolean() ? 500 : 2_000, "undo-" + i);
                }
                if (i == ORDERS / 2) {
                    herald.patch("/v1/campaigns/" + campaign, Map.of("reward", plan("flat", 250)));
                }
            }
        }
        herald.awaitRewards();
        var found = new LedgerAudit(db).of(herald.brand.id());
        assertThat(found.faults()).isEmpty();
        assertThat(found.credited()).isEqualTo(ORDERS);
        assertThat(found.entries()).isGreaterThan(ORDERS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_account set balance = balance + 1 where account = 'held'",
                "update reward_standing set redemptions = redemptions + 1",
                "update ledger_entry set amount = amount + 1 where kind = 'earned'",
                "delete from ledger_entry where kind = 'earned'",
            })
    void what_was_spoilt_is_found(String sql) throws SQLException {
        var campaign = herald.runningCampaign(Map.of("strategy", "personal", "reward", plan("flat", 300)));
        var order = redemption(code(campaign, "Mia Spoilt"), "customer", "spoilt-1");
        assertThat(herald.post("/v1/redemptions", order).status()).isEqualTo(201);
        herald.awaitRewards();
        try (var owner = TestPostgres.connect(herald.database);
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            assertThat(statement.executeUpdate(sql)).isPositive();
            owner.commit();
            assertThat(new LedgerAudit(db).of(herald.brand.id()).faults()).isNotEmpty();
        }
    }

    private static Map<String, ?> plan(String type, int value) {
        return Map.of(
                "type",
                type,
                "value",
                value,
                "tier_mode",
                "whole",
                "tiers",
                List.of(Map.of("from", 5, "value", value * 2)),
                "milestones",
                List.of(Map.of("at", 10, "bonus", 1_000)));
    }

    private String code(String campaign, String name) {
        return herald.enroll(campaign, name).at("/code/text").textValue();
    }

    private void undo(String redemption, int amount, String key) {
        var body = amount == 2_000 ? Map.of("reason", "refunded") : Map.of("reason", "refunded", "amount", amount);
        var reply = herald.post("/v1/redemptions/" + redemption + "/reversals", body, "Idempotency-Key", key);
        assertThat(reply.status()).isEqualTo(201);
    }
}
