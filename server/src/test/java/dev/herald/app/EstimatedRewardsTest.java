package dev.herald.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.access.Brand;
import dev.herald.access.Scope;
import dev.herald.platform.Database;
import dev.herald.reward.LedgerAudit;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Estimated credit earns nothing until the brand says so, and then once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EstimatedRewardsTest {

    private final Instant past = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(9));

    private final TestHerald herald = new TestHerald();
    private int orders;

    @BeforeAll
    void start() {
        Clicks.openShop(herald, herald.brand);
    }

    @AfterAll
    void stop() {
        herald.close();
    }

    @Test
    void estimated_credit_is_paid_once_when_the_campaign_is_over() {
        var shared = new Shared(Map.of("type", "flat", "value", 100, "hold_days", 0));
        shared.sell(10);
        shared.redeemByLink(shared.mia);
        var early = shared.estimate();
        assertThat(due(shared.mia)).as("by link").isEqualTo(100);

        var offered = herald.get(shared.rewards(early)).json();
        assertThat(offered.has("paid_by")).isFalse();
        assertThat(offered.at("/data/0/by_link").asDouble()).isEqualTo(1);
        assertThat(herald.post(shared.rewards(early), Map.of()).code()).isEqualTo("campaign_open");
        herald.post("/v1/campaigns/" + shared.campaign + "/end", Map.of());
        assertThat(herald.post(shared.rewards(early), Map.of()).code()).isEqualTo("estimate_early");

        var last = shared.estimate();
        var paid = Together.ask(10, _ -> herald.post(shared.rewards(last), Map.of()));
        assertThat(paid.stream().filter(one -> one.status() == 200)).hasSize(1);
        assertThat(paid.stream().filter(one -> one.status() != 200).map(TestHerald.Reply::code))
                .containsOnly("estimate_paid");
        var told = herald.get(shared.rewards(last)).json();
        assertThat(told.path("paid_by").asInt()).isEqualTo(last);
        var beyond = told.at("/data/0/credited").asDouble() - 1;
        var amount = told.at("/data/0/earned/amount").longValue();
        assertThat(amount).isBetween(Math.round(100 * beyond) - 1, Math.round(100 * beyond) + 1);
        assertThat(due(shared.mia)).isEqualTo(100 + amount);
        assertThat(told.at("/earned/amount").longValue()).isBetween(amount, 1_000L);
        var entry =
                herald.get("/v1/ambassadors/" + shared.mia + "/ledger").json().at("/data/0");
        assertThat(entry.path("kind").asText()).isEqualTo("estimated");
        assertThat(entry.path("estimate").asInt()).isEqualTo(last);

        assertThat(herald.post(shared.rewards(shared.estimate()), Map.of()).code())
                .isEqualTo("estimate_paid");
        try (var db = Database.open(herald.database, 1)) {
            assertThat(new LedgerAudit(db).of(herald.brand.id()).faults()).isEmpty();
        }
    }

    @Test
    void nothing_is_paid_while_orders_may_be_sent_back() {
        var shared = new Shared(Map.of("type", "flat", "value", 100, "hold_days", 14));
        shared.sell(3);
        herald.post("/v1/campaigns/" + shared.campaign + "/end", Map.of());
        var refused = herald.post(shared.rewards(shared.estimate()), Map.of());
        assertThat(refused.code()).isEqualTo("estimate_early");
        assertThat(refused.json().path("detail").asText()).contains("Pay by one that is made after 20");
    }

    @Test
    void nothing_is_paid_where_nothing_is_promised_or_nobody_brought_anything() {
        var silent = new Shared(Map.of("type", "none", "hold_days", 0));
        silent.sell(2);
        herald.post("/v1/campaigns/" + silent.campaign + "/end", Map.of());
        assertThat(herald.post(silent.rewards(silent.estimate()), Map.of()).code())
                .isEqualTo("estimate_empty");
        var none = herald.runningCampaign(Map.of());
        herald.enroll(none, "Nora None");
        assertThat(herald.get("/v1/campaigns/" + none + "/attribution-estimates/latest/rewards")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_prize_is_given_by_an_estimate_that_is_certain_enough() {
        var shared =
                new Shared(Map.of("type", "none", "hold_days", 0, "contest", Map.of("prizes", List.of(5_000, 1_000))));
        for (var order = 0; order < 5; order++) {
            shared.redeemByLink(shared.mia);
        }
        herald.post("/v1/campaigns/" + shared.campaign + "/end", Map.of());
        assertThat(shared.settle().code()).isEqualTo("contest_uncertain");
        shared.estimate();
        var given = shared.settle();
        assertThat(given.status()).as(given.body()).isEqualTo(200);
        assertThat(given.json().path("data")).hasSize(1);
        assertThat(given.json().at("/data/0/ambassador/id").asText()).isEqualTo(shared.mia);
        assertThat(due(shared.mia)).isEqualTo(5_000);
        assertThat(due(shared.tom)).isZero();
        assertThat(shared.settle().code()).isEqualTo("contest_settled");
    }

    @Test
    void no_prize_is_given_where_nobody_is_certainly_ahead() {
        var shared = new Shared(Map.of("type", "none", "hold_days", 0, "contest", Map.of("prizes", List.of(5_000))));
        shared.redeemByLink(shared.mia);
        shared.redeemByLink(shared.tom);
        herald.post("/v1/campaigns/" + shared.campaign + "/end", Map.of());
        shared.estimate();
        assertThat(shared.settle().code()).isEqualTo("contest_uncertain");
        assertThat(due(shared.mia)).isZero();
    }

    @Test
    void another_brand_can_neither_look_nor_pay() {
        var shared = new Shared(Map.of("type", "flat", "value", 100, "hold_days", 0));
        shared.sell(1);
        var path = shared.rewards(shared.estimate());
        var other = herald.herald
                .access()
                .createKey(herald.herald.access().createBrand("Other", Brand.Mode.TEST, "Otto Other"), Scope.ADMIN);
        assertThat(herald.send("GET", path, null, other).status()).isEqualTo(404);
        assertThat(herald.send("POST", path, Map.of(), other).status()).isEqualTo(404);
        assertThat(herald.send("POST", path, Map.of(), herald.checkout).status())
                .isEqualTo(403);
    }

    private long due(String ambassador) {
        var balances =
                herald.get("/v1/ambassadors/" + ambassador + "/ledger").json().path("balances");
        return balances.isEmpty() ? 0 : balances.at("/0/due/amount").longValue();
    }

    /** A campaign whose code Mia and Tom share; Mia posted. */
    private final class Shared {

        final String campaign;
        final String code;
        final String mia;
        final String tom;

        Shared(Map<String, ?> reward) {
            campaign = herald.runningCampaign(Map.of("reward", reward));
            var enrolled = herald.enroll(campaign, "Mia Keller");
            code = enrolled.at("/code/text").asText();
            mia = enrolled.at("/ambassador/id").asText();
            tom = herald.enroll(campaign, "Tom Berg").at("/ambassador/id").asText();
        }

        void sell(int count) {
            herald.post(
                    "/v1/campaigns/" + campaign + "/posts", Map.of("ambassador_id", mia, "posted_at", past.toString()));
            for (var hour = 1; hour <= count; hour++) {
                redeem(past.plus(Duration.ofHours(hour)), List.of());
            }
        }

        void redeemByLink(String ambassador) {
            var click = Clicks.of(herald, ambassador);
            redeem(Instant.now(), List.of(click));
        }

        private void redeem(Instant at, List<String> clicks) {
            orders++;
            var body = new HashMap<>(TestHerald.redemption(code, "buyer-" + orders, "order-" + orders, at));
            body.put("clicks", clicks);
            var made = herald.post("/v1/redemptions", body);
            assertThat(made.status()).as(made.body()).isEqualTo(201);
        }

        int estimate() {
            var estimates = "/v1/campaigns/" + campaign + "/attribution-estimates";
            var accepted = herald.post(estimates, Map.of());
            assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
            var job = "/v1/jobs/" + accepted.json().path("id").asText();
            var ended = Patience.until(() -> herald.get(job).json(), one -> one.has("finished_at"));
            assertThat(ended.path("state").asText()).as(ended.toString()).isEqualTo("done");
            return herald.get(estimates + "/latest").json().path("version").asInt();
        }

        String rewards(int version) {
            return "/v1/campaigns/" + campaign + "/attribution-estimates/" + version + "/rewards";
        }

        TestHerald.Reply settle() {
            return herald.post("/v1/campaigns/" + campaign + "/contest", Map.of());
        }
    }
}
