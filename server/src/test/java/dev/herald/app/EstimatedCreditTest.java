package dev.herald.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.herald.access.Brand;
import dev.herald.access.Scope;
import dev.herald.platform.TestPostgres;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Posts, answers of buyers, and what is made of them, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EstimatedCreditTest {

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private final TestHerald herald = new TestHerald();
    private int orders;

    @AfterAll
    void stop() {
        herald.close();
    }

    @Test
    void a_post_is_kept_once_listed_and_taken_back() {
        var shared = new Shared();
        var posted = post(shared, shared.mia, now);
        assertThat(posted.status()).isEqualTo(201);
        assertThat(posted.json().path("source").asText()).isEqualTo("entered");
        assertThat(posted.json().at("/ambassador/name").asText()).isEqualTo("Mia Keller");
        assertThat(post(shared, shared.mia, now).json()).isEqualTo(posted.json());

        assertThat(herald.get(shared.posts()).json().path("data")).hasSize(1);
        var one = shared.posts() + "/" + posted.json().path("id").asText();
        assertThat(herald.send("DELETE", one, null, herald.admin).status()).isEqualTo(200);
        assertThat(herald.send("DELETE", one, null, herald.admin).status()).isEqualTo(404);
        assertThat(herald.get(shared.posts()).json().path("data")).isEmpty();
    }

    @Test
    void posts_are_imported_row_by_row() {
        var shared = new Shared();
        var answer = herald.send(
                "POST",
                shared.posts() + "/import",
                "ambassador,posted_at\n" + shared.mia + "," + now + "\n" + "nobody," + now + "\n" + shared.tom
                        + ",yesterday\n",
                herald.admin,
                "Content-Type",
                "text/csv");
        assertThat(answer.json().path("rows").asInt()).isEqualTo(3);
        assertThat(answer.json().path("kept").asInt()).isEqualTo(1);
        assertThat(answer.json().path("refused").findValuesAsText("line")).containsExactly("3", "4");
        assertThat(herald.get(shared.posts()).json().at("/data/0/source").asText())
                .isEqualTo("imported");
    }

    @ParameterizedTest
    @CsvSource({"'{}', /ambassador_id", "'{\"posted_at\": \"now\"}', /ambassador_id"})
    void a_post_that_says_too_little_is_refused_with_pointers(String body, String pointer) {
        var refused = herald.post(new Shared().posts(), body);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().findValuesAsText("pointer")).contains(pointer, "/posted_at");
    }

    @Test
    void a_post_of_the_future_or_of_somebody_else_is_refused() {
        var shared = new Shared();
        assertThat(post(shared, shared.mia, now.plus(Duration.ofDays(1)))
                        .json()
                        .at("/errors/0/pointer")
                        .asText())
                .isEqualTo("/posted_at");
        var stranger = herald.post("/v1/ambassadors", Map.of("name", "Stranger"))
                .json()
                .path("id")
                .asText();
        assertThat(post(shared, stranger, now).json().at("/errors/0/pointer").asText())
                .isEqualTo("/ambassador_id");
        assertThat(post(shared, "amb_0000000000000", now).status()).isEqualTo(404);
    }

    @Test
    void the_last_answer_of_a_buyer_counts_and_a_checkout_may_send_it() {
        var shared = new Shared();
        var order = shared.redeem(now);
        assertThat(answer(order, Map.of("name", "keller")).json().path("answer").asText())
                .isEqualTo("unclear");
        assertThat(answer(order, Map.of("nobody", true)).json().path("answer").asText())
                .isEqualTo("nobody");
        var named = answer(order, Map.of("name", " mía ")).json();
        assertThat(named.at("/ambassador/id").asText()).isEqualTo(shared.mia);

        var estimate = shared.estimate();
        assertThat(estimate.at("/evidence/answers").asInt()).isEqualTo(1);
        assertThat(estimate.at("/data/0/ambassador/id").asText()).isEqualTo(shared.mia);
    }

    @Test
    void an_answer_must_say_exactly_one_thing() {
        var shared = new Shared();
        var order = shared.redeem(now);
        assertThat(answer(order, Map.of()).status()).isEqualTo(422);
        assertThat(answer(order, Map.of("nobody", true, "name", "Mia")).status())
                .isEqualTo(422);
        assertThat(answer("rdm_0000000000000", Map.of("nobody", true)).status()).isEqualTo(404);
    }

    @Test
    void credit_goes_to_who_posted_and_is_kept_version_by_version() {
        var shared = new Shared();
        post(shared, shared.mia, now.minus(Duration.ofDays(9)));
        post(shared, shared.tom, now.minus(Duration.ofDays(2)));
        for (var hour = 1; hour <= 12; hour++) {
            shared.redeem(now.minus(Duration.ofDays(9)).plus(Duration.ofHours(hour)));
        }
        var undone = shared.redeem(now.minus(Duration.ofDays(9)));
        herald.post("/v1/redemptions/" + undone + "/reversals", Map.of("reason", "cancelled"));

        var first = shared.estimate();
        assertThat(first.path("version").asInt()).isEqualTo(1);
        assertThat(first.path("redemptions").asInt()).isEqualTo(12);
        var best = first.at("/data/0");
        assertThat(best.at("/ambassador/name").asText()).isEqualTo("Mia Keller");
        assertThat(best.path("credited").asDouble()).isBetween(9.0, 12.0);
        assertThat(best.at("/interval/0").asDouble())
                .isLessThanOrEqualTo(best.path("credited").asDouble());
        assertThat(best.path("grade").asText()).isEqualTo("A");
        var sum = first.path("background").asDouble();
        for (var line : first.path("data")) {
            sum += line.path("credited").asDouble();
        }
        assertThat(sum).isBetween(11.9, 12.1);

        shared.redeem(now);
        assertThat(shared.estimate().path("version").asInt()).isEqualTo(2);
        assertThat(herald.get(shared.estimates() + "/1").json()).isEqualTo(first);
        assertThat(herald.get(shared.estimates()).json().path("data").findValuesAsText("version"))
                .containsExactly("2", "1");
        var page = herald.get(shared.estimates() + "/1?limit=1").json();
        assertThat(page.path("data")).hasSize(1);
        assertThat(herald.get(shared.estimates() + "/1?limit=1&after="
                                + page.path("next").asText())
                        .json()
                        .at("/data/0/ambassador/id"))
                .isEqualTo(first.at("/data/1/ambassador/id"));
    }

    @Test
    void a_redemption_by_somebodys_link_is_his_whatever_the_time_says() {
        Clicks.openShop(herald, herald.brand);
        var shared = new Shared();
        post(shared, shared.mia, now.minus(Duration.ofHours(1)));
        var body = new HashMap<>(TestHerald.redemption(shared.code, "by-link", "by-link-order"));
        body.put("clicks", List.of(Clicks.of(herald, shared.tom)));
        assertThat(herald.post("/v1/redemptions", body).status()).isEqualTo(201);

        var estimate = shared.estimate();

        assertThat(estimate.at("/evidence/clicks").asInt()).isEqualTo(1);
        assertThat(estimate.at("/data/0/ambassador/id").asText()).isEqualTo(shared.tom);
        assertThat(estimate.at("/data/0/credited").asDouble()).isEqualTo(1);
    }

    @Test
    void two_who_post_together_are_said_to_be_alike() {
        var shared = new Shared();
        var at = now.minus(Duration.ofDays(5));
        post(shared, shared.mia, at);
        post(shared, shared.tom, at.plusSeconds(60));
        for (var order = 1; order <= 15; order++) {
            shared.redeem(at.plus(Duration.ofMinutes(50L * order)));
        }
        var estimate = shared.estimate();
        assertThat(estimate.at("/data/0/indistinguishable_from")).hasSize(1);
        assertThat(estimate.at("/data/1/indistinguishable_from/0")).isEqualTo(estimate.at("/data/0/ambassador/id"));
    }

    @Test
    void an_estimate_can_be_neither_changed_nor_deleted() throws SQLException {
        new Shared().estimate();
        try (var connection = TestPostgres.connect(herald.database);
                var statement = connection.createStatement()) {
            statement.execute("set role herald_app");
            for (var change : List.of(
                    "update attribution_credit set credited = 0",
                    "delete from attribution_estimate",
                    "delete from survey_answer")) {
                assertThatThrownBy(() -> statement.execute(change)).hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void an_order_is_answered_for_no_oftener_however_many_answers_come_at_once() {
        var order = new Shared().redeem(now);
        var answers = Together.ask(60, _ -> answer(order, Map.of("nobody", true)));
        assertThat(Together.made(answers)).isEqualTo(20);
        assertThat(answers.stream().filter(one -> one.status() != 201).map(TestHerald.Reply::code))
                .containsOnly("too_many_answers");
    }

    @Test
    void who_asks_while_an_estimate_is_made_is_given_that_one() {
        var shared = new Shared();
        shared.redeem(now);
        var asked = Together.ask(20, _ -> herald.post(shared.estimates(), Map.of()));
        assertThat(asked).extracting(TestHerald.Reply::status).containsOnly(202);
        var jobs = asked.stream()
                .map(one -> one.json().path("id").asText())
                .distinct()
                .toList();
        jobs.forEach(job -> Patience.until(() -> herald.get("/v1/jobs/" + job).json(), one -> one.has("finished_at")));
        assertThat(jobs).hasSizeLessThan(20);
        assertThat(herald.get(shared.estimates()).json().path("data")).hasSameSizeAs(jobs);
        assertThat(shared.estimate().path("version").asInt()).isEqualTo(jobs.size() + 1);
    }

    @Test
    void codes_of_their_own_need_no_estimate() {
        var campaign = herald.runningCampaign(Map.of("strategy", "personal"));
        for (var path : List.of("/posts", "/attribution-estimates", "/attribution-estimates/latest")) {
            assertThat(herald.get("/v1/campaigns/" + campaign + path).code()).isEqualTo("no_shared_code");
        }
        var mia = herald.enroll(campaign, "Mia Keller");
        var made = herald.post(
                "/v1/redemptions", TestHerald.redemption(mia.at("/code/text").asText(), "own-code", "own-code-order"));
        var id = made.json().path("id").asText();
        assertThat(answer(id, Map.of("nobody", true)).code()).isEqualTo("no_shared_code");
    }

    @Test
    void nothing_is_estimated_where_nobody_shares_the_code() {
        var campaign = herald.runningCampaign(Map.of());
        assertThat(herald.post("/v1/campaigns/" + campaign + "/attribution-estimates", Map.of())
                        .code())
                .isEqualTo("nobody_shares_the_code");
        assertThat(herald.get("/v1/campaigns/" + campaign + "/attribution-estimates/latest")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void another_brand_sees_none_of_it() {
        var shared = new Shared();
        var order = shared.redeem(now);
        var posted = post(shared, shared.mia, now).json().path("id").asText();
        shared.estimate();
        var other = herald.herald
                .access()
                .createKey(herald.herald.access().createBrand("Other", Brand.Mode.TEST, "Otto Other"), Scope.ADMIN);
        for (var path : List.of(shared.posts(), shared.estimates(), shared.estimates() + "/1")) {
            assertThat(herald.send("GET", path, null, other).status()).isEqualTo(404);
        }
        assertThat(herald.send("POST", shared.estimates(), Map.of(), other).status())
                .isEqualTo(404);
        assertThat(herald.send("DELETE", shared.posts() + "/" + posted, null, other)
                        .status())
                .isEqualTo(404);
        assertThat(herald.send("POST", "/v1/redemptions/" + order + "/survey", Map.of("nobody", true), other)
                        .status())
                .isEqualTo(404);
    }

    private TestHerald.Reply post(Shared shared, String ambassador, Instant at) {
        return herald.post(shared.posts(), Map.of("ambassador_id", ambassador, "posted_at", at.toString()));
    }

    private TestHerald.Reply answer(String redemption, Map<String, ?> body) {
        return herald.send("POST", "/v1/redemptions/" + redemption + "/survey", body, herald.checkout);
    }

    /** A campaign whose code Mia and Tom share. */
    private final class Shared {

        final String campaign = herald.runningCampaign(Map.of());
        final String code;
        final String mia;
        final String tom;

        Shared() {
            var enrolled = herald.enroll(campaign, "Mia Keller");
            code = enrolled.at("/code/text").asText();
            mia = enrolled.at("/ambassador/id").asText();
            tom = herald.enroll(campaign, "Tom Berg").at("/ambassador/id").asText();
        }

        String posts() {
            return "/v1/campaigns/" + campaign + "/posts";
        }

        String estimates() {
            return "/v1/campaigns/" + campaign + "/attribution-estimates";
        }

        String redeem(Instant at) {
            orders++;
            var body = TestHerald.redemption(code, "buyer-" + orders, "order-" + orders, at);
            var made = herald.post("/v1/redemptions", body);
            assertThat(made.status()).as(made.body()).isEqualTo(201);
            return made.json().path("id").asText();
        }

        JsonNode estimate() {
            var accepted = herald.post(estimates(), Map.of());
            assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
            var job = "/v1/jobs/" + accepted.json().path("id").asText();
            var ended = Patience.until(() -> herald.get(job).json(), one -> one.has("finished_at"));
            assertThat(ended.path("state").asText()).as(ended.toString()).isEqualTo("done");
            return herald.get(estimates() + "/latest").json();
        }
    }
}
