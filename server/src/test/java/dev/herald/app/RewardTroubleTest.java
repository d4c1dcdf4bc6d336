package dev.herald.app;

import static dev.herald.app.TestHerald.redemption;
import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.access.Brand;
import dev.herald.access.Scope;
import dev.herald.platform.TestPostgres;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RewardTroubleTest {

    private static final int OTHERS = 6;

    @Test
    void what_cannot_be_posted_for_one_brand_does_not_hold_up_the_others() throws SQLException {
        try (var herald = new TestHerald();
                var owner = TestPostgres.connect(herald.database);
                var statement = owner.createStatement()) {
            var code = enrolled(herald, herald.admin);
            redeem(herald, herald.admin, code, "first");
            herald.awaitRewards();
            // All its events once more: the ledger refuses what it has already.
            statement.execute("update reward_cursor set xid = '0', event_id = 0");
            var keys = new ArrayList<String>();
            var codes = new ArrayList<String>();
            for (var i = 0; i < OTHERS; i++) {
                var brand = herald.herald.access().createBrand("Other " + i, Brand.Mode.TEST, "Olive Owner");
                keys.add(herald.herald.access().createKey(brand, Scope.ADMIN));
                codes.add(enrolled(herald, keys.getLast()));
            }
            redeem(herald, herald.admin, code, "second");
            for (var i = 0; i < OTHERS; i++) {
                redeem(herald, keys.get(i), codes.get(i), "theirs");
            }
            var brands = Patience.until(
                    () -> {
                        try (var rows = statement.executeQuery("select count(distinct brand_id) from ledger_entry")) {
                            rows.next();
                            return rows.getLong(1);
                        } catch (SQLException e) {
                            throw new AssertionError(e);
                        }
                    },
                    count -> count == OTHERS + 1);
            assertThat(brands).isEqualTo(OTHERS + 1);
        }
    }

    private static String enrolled(TestHerald herald, String key) {
        var campaign = herald.send(
                "POST",
                "/v1/campaigns",
                Map.of(
                        "name", "Spring",
                        "objective", "loyalty",
                        "strategy", "personal",
                        "offer", Map.of("type", "percent", "value", 20),
                        "currency", "USD",
                        "starts_at", "2020-01-01T00:00:00Z",
                        "reward", Map.of("type", "flat", "value", 100)),
                key);
        var path = "/v1/campaigns/" + campaign.json().get("id").textValue();
        herald.send("POST", path + "/launch", Map.of(), key);
        var mia = herald.send("POST", "/v1/ambassadors", Map.of("name", "Mia"), key);
        var enrolled = herald.send(
                "POST",
                path + "/enrollments",
                Map.of("ambassador_ids", List.of(mia.json().get("id").textValue())),
                key);
        return enrolled.json().at("/data/0/code/text").textValue();
    }

    private static void redeem(TestHerald herald, String key, String code, String order) {
        var reply = herald.send("POST", "/v1/redemptions", redemption(code, "customer", order), key);
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    }
}
