package dev.herald.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.access.Brand;
import dev.herald.app.TestHerald;
import dev.herald.web.Visitor;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The New-campaign wizard, walked over HTTP. */
class WizardRoutesTest {

    private static final Map<String, Map<String, String>> ANSWERS = Map.of(
            "goal", Map.of("name", "Spring in the city", "objective", "new_customers"),
            "people",
                    Map.of(
                            "members", "everybody",
                            "ambassadors", "3",
                            "currency", "EUR",
                            "average_order", "74,50",
                            "margin", "52"),
            "advice", Map.of("strategy", "personal", "reason", "We know our people."),
            "offer",
                    Map.of(
                            "offer.type", "percent",
                            "offer.value", "20",
                            "offer.max", "30",
                            "starts_at", "2026-01-01T09:00",
                            "ends_at", "2099-12-24T23:59",
                            "limits.per_customer", "1",
                            "limits.budget", "1,000"),
            "codes", Map.of("pick", ""),
            "reward", Map.of("reward.type", "percent", "reward.value", "10"),
            "captions",
                    Map.of(
                            "captions.0.platform", "x",
                            "captions.0.text", "Get {offer} with {code}",
                            "tag", "#Werbung"));

    private static final List<String> STEPS =
            List.of("goal", "people", "advice", "offer", "codes", "reward", "captions", "review");

    private static TestHerald herald;
    private static Visitor visitor;

    @BeforeAll
    static void start() {
        herald = new TestHerald();
        visitor = new Visitor(herald.address.getPort());
        visitor.get("/enter/" + herald.herald.access().createConsoleLink(herald.brand.id()));
        for (var name : List.of("Maya Okafor", "Leo Brandt", "Sofia Reyes")) {
            herald.post("/v1/ambassadors", Map.of("name", name));
        }
    }

    @AfterAll
    static void stop() {
        visitor.close();
        herald.close();
    }

    @Test
    void a_plan_walked_through_becomes_a_running_campaign_with_members_and_captions() {
        var plan = begin();
        for (var i = 0; i < STEPS.size() - 1; i++) {
            assertThat(next(plan, STEPS.get(i))).isEqualTo(plan + "/" + STEPS.get(i + 1));
        }
        var review = visitor.get(plan + "/review").body();
        assertThat(review)
                .contains("Spring in the city", "20% off, up to €30.00", "Everybody, 3", "#ad and #Werbung")
                .contains("All 3 ambassadors get a code", "10% of each order", "Launch");

        var launched = visitor.post(plan + "/launch", Map.of());

        var campaign = campaignOf(launched.headers().firstValue("Location").orElse(""));
        var made = herald.get("/v1/campaigns/" + campaign).json();
        assertThat(made.get("state").asText()).isEqualTo("running");
        assertThat(made.get("strategy").asText()).isEqualTo("personal");
        assertThat(made.at("/offer/max/amount").asInt()).isEqualTo(30_00);
        assertThat(made.at("/limits/budget/amount").asInt()).isEqualTo(1_000_00);
        assertThat(made.at("/reward/value").asInt()).isEqualTo(10);
        assertThat(herald.get("/v1/campaigns/" + campaign + "/codes").json().get("data"))
                .hasSize(3);
        assertThat(herald.get("/v1/campaigns/" + campaign + "/captions").body())
                .contains("Get {offer} with {code}", "#Werbung");
        assertThat(visitor.get("/console/campaigns/" + campaign).body()).contains("3 members", "% sure");
        assertThat(visitor.get(plan + "/goal").headers().firstValue("Location"))
                .contains("/console/campaigns/" + campaign);
    }

    @Test
    void a_second_launch_leads_to_the_same_campaign_even_at_the_same_moment() throws Exception {
        var plan = begin();
        ANSWERS.keySet().forEach(step -> next(plan, step));
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<String> launch = () -> visitor.post(plan + "/launch", Map.of())
                    .headers()
                    .firstValue("Location")
                    .orElse("");
            var answers = threads.invokeAll(Collections.nCopies(4, launch));
            var first = answers.getFirst().get();
            assertThat(first).startsWith("/console/campaigns/cmp_");
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(first);
            }
        }
    }

    @Test
    void every_step_keeps_what_was_typed_also_when_it_makes_no_sense() {
        var plan = begin();
        var wrong = visitor.post(
                plan + "/offer",
                Map.of(
                        "offer.type", "percent",
                        "offer.value", "a fifth",
                        "starts_at", "2027-02-01T09:00",
                        "ends_at", "2027-01-01T09:00",
                        "limits.per_code", "0",
                        "go", "next"));

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("value=\"a fifth\"", "Write a number such as 20", "Choose an end after the start")
                .contains("Write a whole number of at least 1");
        assertThat(visitor.get(plan + "/goal").statusCode()).isEqualTo(200);
        assertThat(visitor.get(plan + "/offer").body())
                .contains("value=\"a fifth\"", "value=\"2027-01-01T09:00\"", "aria-invalid=\"true\"");
    }

    @Test
    void going_back_or_elsewhere_loses_nothing() {
        var plan = begin();
        next(plan, "goal");
        var typed = new HashMap<>(answers("people"));
        typed.put("margin", "not yet known");
        typed.put("go", "back");

        assertThat(location(plan, "people", typed)).isEqualTo(plan + "/goal");
        typed.put("go", "captions");
        assertThat(location(plan, "people", typed)).isEqualTo(plan + "/captions");
        typed.put("go", "leave");
        assertThat(location(plan, "people", typed)).isEqualTo("/console/campaigns");
        assertThat(visitor.get(plan + "/people").body()).contains("value=\"not yet known\"", "Write a number");
        assertThat(visitor.get(plan + "/goal").body()).contains("Spring in the city");
    }

    @Test
    void unfinished_plans_are_listed_and_can_be_discarded() {
        var plan = begin();
        var answers = new HashMap<>(answers("goal"));
        answers.put("name", "Half <done>");
        location(plan, "goal", answers);

        assertThat(visitor.get("/console/campaigns").body()).contains("Not finished yet", "Half &lt;done", plan);
        visitor.post(plan + "/discard", Map.of());

        assertThat(visitor.get("/console/campaigns").body()).doesNotContain(plan);
        assertThat(visitor.get(plan + "/goal").statusCode()).isEqualTo(404);
    }

    @Test
    void a_plan_that_nobody_touched_is_taken_again() {
        assertThat(begin()).isEqualTo(begin());
    }

    @Test
    void whoever_decides_against_the_advice_says_why() {
        var plan = begin();
        next(plan, "goal");
        next(plan, "people");
        var advised = visitor.get(plan + "/advice").body();
        assertThat(advised).contains("Herald advises", "Why", "Compared", "What would change it");
        var other = advised.matches("(?s).*advised-name\">Unique.*") ? "personal" : "unique";

        var refused = visitor.post(plan + "/advice", Map.of("strategy", other, "go", "next"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Say in a few words why");
        assertThat(location(plan, "advice", Map.of("strategy", other, "reason", "Tried before", "go", "next")))
                .isEqualTo(plan + "/offer");
    }

    @Test
    void nothing_is_launched_before_everything_makes_sense() {
        var plan = begin();
        visitor.post(plan + "/goal", Map.of("name", "", "objective", "loyalty", "go", "next"));

        var refused = visitor.post(plan + "/launch", Map.of());

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Before it can be launched", "Goal").doesNotContain("/launch\"");
    }

    @Test
    void a_shared_code_is_suggested_or_wished_for_and_a_taken_one_refused_in_time() {
        var taken = herald.runningCampaign(Map.of("blanket_code", "CITYLIGHTS20"));
        assertThat(taken).isNotEmpty();
        var plan = begin();
        next(plan, "goal");
        next(plan, "people");
        location(plan, "advice", Map.of("strategy", "blanket", "reason", "One word on all posters", "go", "next"));
        next(plan, "offer");

        assertThat(visitor.get(plan + "/codes").body()).contains("HEARTBEAT", "Another one");
        var refused =
                visitor.post(plan + "/codes", Map.of("pick", "own", "blanket_code", "City-Lights 20", "go", "next"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("is or was taken", "Free are", "value=\"City-Lights 20\"");
        assertThat(location(plan, "codes", Map.of("pick", "own", "blanket_code", "BOULEVARD20", "go", "next")))
                .isEqualTo(plan + "/reward");
        next(plan, "reward");
        next(plan, "captions");
        var campaign = campaignOf(visitor.post(plan + "/launch", Map.of())
                .headers()
                .firstValue("Location")
                .orElse(""));
        assertThat(herald.get("/v1/campaigns/" + campaign)
                        .json()
                        .get("blanket_code")
                        .asText())
                .isEqualTo("BOULEVARD20");
    }

    @Test
    void a_pattern_shows_twenty_codes_and_how_hard_they_are_to_guess() {
        var plan = begin();
        ANSWERS.keySet().forEach(step -> next(plan, step));
        location(plan, "advice", Map.of("strategy", "unique", "reason", "No names", "go", "next"));

        var weak = visitor.post(plan + "/codes", Map.of("pattern", "CITY-####", "go", "look"))
                .body();
        assertThat(weak).contains("Guessable", "For example");
        assertThat(weak.split("<li><code>CITY-")).hasSize(21);
        assertThat(visitor.post(plan + "/codes", Map.of("pattern", "CITY!", "go", "next"))
                        .statusCode())
                .isEqualTo(422);
        location(plan, "codes", Map.of("pattern", "CITY-####-####", "go", "next"));
        var campaign = campaignOf(visitor.post(plan + "/launch", Map.of())
                .headers()
                .firstValue("Location")
                .orElse(""));

        assertThat(herald.get("/v1/campaigns/" + campaign + "/codes").json().findValuesAsText("display"))
                .hasSize(3)
                .allMatch(code -> code.matches("CITY-.{4}-.{4}"));
    }

    @Test
    void a_caption_that_cannot_be_posted_is_marked_where_it_is() {
        var plan = begin();
        next(plan, "goal");
        next(plan, "people");
        next(plan, "offer");

        var refused = visitor.post(
                plan + "/captions",
                Map.of(
                        "captions.0.platform", "x",
                        "captions.0.text", "",
                        "captions.4.platform", "x",
                        "captions.4.text", "Use {code} at {shop}",
                        "go", "next"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"captions.4.text-fault\"", "{shop}")
                .doesNotContain("0.text-fault");
    }

    @Test
    void another_brands_plan_is_not_there() {
        var plan = begin();
        next(plan, "goal");
        var stranger = herald.herald.access().createBrand("Other", Brand.Mode.TEST, "Other owner");
        try (var other = new Visitor(herald.address.getPort())) {
            other.get("/enter/" + herald.herald.access().createConsoleLink(stranger.id()));

            assertThat(other.get(plan + "/goal").statusCode()).isEqualTo(404);
            assertThat(other.post(plan + "/goal", answers("goal")).statusCode()).isEqualTo(404);
            assertThat(other.post(plan + "/launch", Map.of()).statusCode()).isEqualTo(404);
            other.post(plan + "/discard", Map.of());
        }
        assertThat(visitor.get(plan + "/goal").body()).contains("Spring in the city");
        assertThat(visitor.post(plan + "/goal", Map.of("name", "Forged"), "cross-site")
                        .statusCode())
                .isEqualTo(403);
    }

    private static Map<String, String> answers(String step) {
        return Objects.requireNonNull(ANSWERS.get(step));
    }

    private static String begin() {
        var location = visitor.get("/console/campaigns/new")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        return location.substring(0, location.lastIndexOf('/'));
    }

    private static String next(String plan, String step) {
        var typed = new HashMap<>(answers(step));
        typed.put("go", "next");
        return location(plan, step, typed);
    }

    private static String location(String plan, String step, Map<String, String> typed) {
        var answer = visitor.post(plan + "/" + step, typed);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String campaignOf(String address) {
        assertThat(address).startsWith("/console/campaigns/cmp_");
        return address.substring("/console/campaigns/".length());
    }
}
