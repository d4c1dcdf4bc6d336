package dev.herald.app;

import static dev.herald.app.TestHerald.redemption;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.herald.platform.TestPostgres;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;

/** What redemptions earn, over HTTP and down to the rows. */
class RewardsTest {

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
    void a_tenth_of_the_net_order_is_held() {
        var mia = enrolled("Mia Held", Map.of("type", "percent", "value", 10));
        redeem(mia, "held-1");
        // 20.00 less 20 % are 16.00.
        assertThat(balance(mia, "held")).isEqualTo(160);
        var entry = ledger(mia).at("/data/0");
        assertThat(entry.get("kind").textValue()).isEqualTo("earned");
        assertThat(entry.get("redemption").textValue()).startsWith("rdm_");
        assertThat(entry.get("debit").textValue()).isEqualTo("cost");
        assertThat(entry.get("credit").textValue()).isEqualTo("held");
    }

    @Test
    void without_a_time_for_returns_it_is_due_at_once() {
        var mia = enrolled("Mia Due", Map.of("type", "flat", "value", 500, "hold_days", 0));
        redeem(mia, "due-1");
        assertThat(balance(mia, "held")).isZero();
        assertThat(balance(mia, "due")).isEqualTo(500);
    }

    @Test
    void a_reversal_in_part_takes_back_its_part_and_a_full_one_the_rest() {
        var mia = enrolled("Mia Back", Map.of("type", "flat", "value", 101));
        var redemption = redeem(mia, "back-1");
        reverse(redemption, 1_000, "back");
        // Of 101 for 20.00, 10.00 still stand: 50.5, rounded up.
        assertThat(balance(mia, "held")).isEqualTo(51);
        reverse(redemption, null, "rest");
        assertThat(balance(mia, "held")).isZero();
        assertThat(balance(mia, "earned")).isZero();
        assertThat(kinds(mia)).containsExactly("reversed", "reversed", "earned");
    }

    @Test
    void what_is_sent_back_after_it_was_due_is_owed_by_the_ambassador() {
        var mia = enrolled("Mia Late", Map.of("type", "flat", "value", 500, "hold_days", 0));
        var redemption = redeem(mia, "late-1");
        assertThat(balance(mia, "due")).isEqualTo(500);
        reverse(redemption, null, "late");
        assertThat(balance(mia, "due")).isZero();
        assertThat(kinds(mia)).containsExactly("clawback", "reversed", "matured", "earned");
    }

    @Test
    void a_new_plan_counts_for_what_is_redeemed_afterwards() {
        var mia = enrolled("Mia Plan", Map.of("type", "flat", "value", 100));
        var first = redeem(mia, "plan-1");
        herald.patch("/v1/campaigns/" + mia.campaign(), Map.of("reward", Map.of("type", "flat", "value", 300)));
        redeem(mia, "plan-2");
        assertThat(balance(mia, "held")).isEqualTo(400);
        reverse(first, null, "plan");
        assertThat(balance(mia, "held")).isEqualTo(300);
    }

    @Test
    void a_plan_can_be_tried_on_what_was_there_and_changes_nothing() {
        var mia = enrolled("Mia Preview", Map.of("type", "flat", "value", 100));
        redeem(mia, "preview-1");
        reverse(redeem(mia, "preview-2"), 1_000, "preview");
        var plan = Map.of("type", "percent", "value", 10, "milestones", List.of(Map.of("at", 2, "bonus", 700)));
        var reply = herald.post("/v1/campaigns/" + mia.campaign() + "/reward-previews", plan);
        // 1.60 for 16.00, 0.80 for the half that stands of another, and the milestone.
        assertThat(reply.json().at("/earned/amount").longValue()).isEqualTo(160 + 80 + 700);
        assertThat(reply.json().at("/data/0/ambassador/name").textValue()).isEqualTo("Mia Preview");
        assertThat(reply.json().get("redemptions").longValue()).isEqualTo(2);
        assertThat(balance(mia, "earned")).isEqualTo(150);
    }

    @Test
    void prizes_are_given_once_when_the_campaign_is_over() {
        var reward = Map.of("type", "none", "hold_days", 0, "contest", Map.of("prizes", List.of(10_000, 5_000)));
        var mia = enrolled("Mia Prize", reward);
        redeem(mia, "prize-1");
        assertThat(balance(mia, "earned")).isZero();
        assertThat(settle(mia).code()).isEqualTo("contest_open");
        herald.post("/v1/campaigns/" + mia.campaign() + "/end", Map.of());
        var given = settle(mia);
        assertThat(given.status()).as(given.body()).isEqualTo(200);
        assertThat(given.json().at("/data/0/prize/amount").longValue()).isEqualTo(10_000);
        assertThat(balance(mia, "due")).isEqualTo(10_000);
        assertThat(settle(mia).code()).isEqualTo("contest_settled");
        assertThat(balance(mia, "due")).isEqualTo(10_000);
    }

    @Test
    void a_contest_waits_until_nothing_can_be_sent_back() {
        var mia = enrolled("Mia Waits", Map.of("type", "none", "contest", Map.of("prizes", List.of(10_000))));
        redeem(mia, "waits-1");
        herald.post("/v1/campaigns/" + mia.campaign() + "/end", Map.of());
        assertThat(settle(mia).code()).isEqualTo("contest_open");
    }

    @Test
    void a_contest_waits_neither_for_an_order_that_came_back_nor_for_a_shop_that_is_ahead_of_its_time() {
        var prizes = Map.of("prizes", List.of(10_000));
        var came = enrolled("Cora Back", Map.of("type", "none", "contest", prizes));
        reverse(redeem(came, "came-back-1"), null, "came-back");
        herald.post("/v1/campaigns/" + came.campaign() + "/end", Map.of());
        assertThat(settle(came).status()).isEqualTo(200);

        var ahead = enrolled("Ava Ahead", Map.of("type", "none", "hold_days", 0, "contest", prizes));
        var order =
                Map.of("reference", "ahead-1", "amount", 2_000, "currency", "USD", "placed_at", "2099-01-01T00:00:00Z");
        var reply = herald.post(
                "/v1/redemptions",
                Map.of("code", ahead.code(), "customer", Map.of("id", "customer-ahead"), "order", order));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        herald.post("/v1/campaigns/" + ahead.campaign() + "/end", Map.of());
        assertThat(settle(ahead).status()).isEqualTo(200);
        assertThat(balance(ahead, "due")).isEqualTo(10_000);
    }

    private static TestHerald.Reply settle(Member member) {
        return herald.post("/v1/campaigns/" + member.campaign() + "/contest", Map.of());
    }

    @Test
    void how_far_the_rewards_are_behind_is_among_the_metrics() {
        var mia = enrolled("Mia Metrics", Map.of("type", "flat", "value", 100));
        redeem(mia, "metrics-1");
        assertThat(balance(mia, "held")).isEqualTo(100);
        var reply = herald.get("/metrics");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body())
                .contains("herald_events_lag_seconds{follower=\"rewards\"} 0.0\n")
                .contains("herald_events_lag_seconds{follower=\"rollups\"}")
                .contains("jvm_memory_used_bytes");
    }

    @Test
    void nobody_can_change_an_entry_or_write_a_balance() throws SQLException {
        var mia = enrolled("Mia Fixed", Map.of("type", "flat", "value", 100));
        redeem(mia, "fixed-1");
        assertThat(balance(mia, "held")).isEqualTo(100);
        for (var sql : List.of(
                "update ledger_entry set amount = 1",
                "delete from ledger_entry",
                "update ledger_account set balance = 0",
                "insert into ledger_account select brand_id, 1, 'USD', 'due', 5 from brand")) {
            assertThat(stateOf(sql)).as(sql).isEqualTo("42501");
        }
    }

    @Test
    void no_entry_has_a_cause_that_is_not_there() throws SQLException {
        var mia = enrolled("Mia Cause", Map.of("type", "flat", "value", 100));
        redeem(mia, "cause-1");
        assertThat(balance(mia, "held")).isEqualTo(100);
        assertThat(stateOf("""
                        insert into ledger_entry (brand_id, entry_id, ambassador_id, campaign_id, currency, kind, debit,
                                                  credit, amount, redemption_id, posted_at)
                        select brand_id, 1, ambassador_id, campaign_id, currency, 'milestone', debit, credit, 1, 1, posted_at
                          from ledger_entry
                         limit 1
                        """)).isEqualTo("23503");
    }

    @Test
    void a_plan_that_cannot_be_reckoned_with_is_refused_with_its_faults() {
        var campaign = Map.of(
                "name",
                "Faulty",
                "objective",
                "loyalty",
                "offer",
                Map.of("type", "percent", "value", 20),
                "currency",
                "USD",
                "starts_at",
                "2020-01-01T00:00:00Z",
                "reward",
                Map.of(
                        "type",
                        "percent",
                        "value",
                        120,
                        "tiers",
                        List.of(Map.of("from", 10, "value", 12), Map.of("from", 5, "value", 15))));
        var reply = herald.post("/v1/campaigns", campaign);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body()).contains("/reward/value", "/reward/tiers/1/from");
    }

    @Test
    void no_contest_is_promised_where_nobody_could_tell_who_is_ahead() {
        var contest = Map.of("type", "none", "contest", Map.of("prizes", List.of(10_000)));
        var draft = Map.of(
                "name",
                "Tiers",
                "objective",
                "loyalty",
                "strategy",
                "personal",
                "currency",
                "USD",
                "starts_at",
                "2020-01-01T00:00:00Z",
                "offer",
                Map.of("type", "percent", "value", 20),
                "reward",
                contest);
        var campaign = herald.post("/v1/campaigns", draft).json().get("id").textValue();
        var refused = herald.patch("/v1/campaigns/" + campaign, Map.of("strategy", "tiered"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("/reward/contest");
        assertThat(herald.patch(
                                "/v1/campaigns/" + campaign,
                                Map.of("strategy", "tiered", "reward", Map.of("type", "none")))
                        .status())
                .isEqualTo(200);
        assertThat(herald.patch("/v1/campaigns/" + campaign, Map.of("reward", contest))
                        .status())
                .isEqualTo(422);
    }

    private record Member(String campaign, String ambassador, String code) {}

    private static Member enrolled(String name, Map<String, ?> reward) {
        var campaign = herald.runningCampaign(Map.of("strategy", "personal", "reward", reward));
        var enrollment = herald.enroll(campaign, name);
        return new Member(
                campaign,
                enrollment.at("/ambassador/id").textValue(),
                enrollment.at("/code/text").textValue());
    }

    private static TestHerald.Reply redeem(Member member, String order) {
        var reply = herald.post("/v1/redemptions", redemption(member.code(), "customer-" + order, order));
        assertThat(reply.status()).isEqualTo(201);
        return reply;
    }

    private static void reverse(TestHerald.Reply redemption, @Nullable Integer amount, String key) {
        var path = "/v1/redemptions/" + redemption.json().get("id").textValue() + "/reversals";
        var body = amount == null ? Map.of("reason", "refunded") : Map.of("reason", "refunded", "amount", amount);
        assertThat(herald.post(path, body, "Idempotency-Key", key).status()).isEqualTo(201);
    }

    private static JsonNode ledger(Member member) {
        var reply = herald.get("/v1/ambassadors/" + member.ambassador() + "/ledger");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json();
    }

    private static long balance(Member member, String account) {
        return ledger(member).at("/balances/0/" + account + "/amount").longValue();
    }

    private static List<String> kinds(Member member) {
        return StreamSupport.stream(ledger(member).get("data").spliterator(), false)
                .map(entry -> entry.get("kind").textValue())
                .toList();
    }

    private static String stateOf(String sql) throws SQLException {
        try (var connection = TestPostgres.connect(herald.database);
                var statement = connection.createStatement()) {
            statement.execute("set role herald_app");
            statement.execute("set herald.brands = '{" + herald.brand.id().value() + "}'");
            statement.execute(sql);
            return "done";
        } catch (PSQLException e) {
            return String.valueOf(e.getSQLState());
        }
    }
}
