package dev.herald.wizard;

import static dev.herald.app.TestHerald.redemption;
import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.access.Brand;
import dev.herald.app.TestHerald;
import dev.herald.web.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From a campaign's page to the next campaign with the right people. */
class NextRoutesTest {

    private static TestHerald herald;
    private static Visitor visitor;
    private static String campaign = "";
    private static String maya = "";
    private static String leo = "";

    @BeforeAll
    static void sell() {
        herald = new TestHerald();
        visitor = new Visitor(herald.address.getPort());
        visitor.get("/enter/" + herald.herald.access().createConsoleLink(herald.brand.id()));
        campaign = herald.runningCampaign(Map.of("name", "Spring <1>", "strategy", "personal", "currency", "USD"));
        var enrolled = herald.enroll(campaign, "Maya Okafor");
        maya = enrolled.at("/ambassador/id").asText();
        leo = herald.enroll(campaign, "Leo Brandt").at("/ambassador/id").asText();
        herald.post("/v1/ambassadors", Map.of("name", "=Nora New", "audience_size", 900));
        for (var i = 0; i < 6; i++) {
            herald.post("/v1/redemptions", redemption(enrolled.at("/code/text").asText(), "c" + i, "order-" + i));
        }
    }

    @AfterAll
    static void stop() {
        visitor.close();
        herald.close();
    }

    private static String next() {
        return "/console/campaigns/" + campaign + "/next";
    }

    @Test
    void the_page_is_found_from_the_campaign_and_from_the_ambassadors() {
        assertThat(visitor.get("/console/campaigns/" + campaign).body()).contains(next(), "Plan the next");
        assertThat(visitor.get("/console/ambassadors").body()).contains("/console/line-up");
        assertThat(visitor.get("/console/line-up").headers().firstValue("Location"))
                .hasValueSatisfying(address -> assertThat(address).matches("/console/campaigns/cmp_[0-9A-Z]{13}/next"));
    }

    @Test
    void before_a_budget_is_typed_it_asks_for_one() {
        var page = visitor.get(next());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Spring &lt;1&gt;", "Find the line-up", "Left open: $2.50.", "value=\"15\"")
                .doesNotContain("The line-up</h2>");
    }

    @Test
    void a_budget_gives_a_line_up_with_what_each_adds_and_why() {
        var page = visitor.get(next() + "?budget=60.00&cost_per_ambassador=25&exploration=0");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("The line-up</h2>", "Maya Okafor", "Sold 6 with 1,", "Plan a campaign with these 2")
                .contains("If only followers counted", "of 3", "$10.00 of the budget left", "value=\"60.00\"")
                .contains("An order of $20.00 leaves $7.00 of its margin after a discount of $4.00.")
                .contains(next() + ".csv?budget=60.00&amp;cost_per_ambassador=25&amp;exploration=0");
    }

    @Test
    void what_makes_no_sense_is_kept_and_told_at_its_field() {
        var page = visitor.get(next() + "?budget=much&exploration=80&margin=101&places=0");

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("value=\"much\"", "Write a number such as 20", "Write a share of up to 50 percent.")
                .contains("Write a margin of up to 100 percent.", "Write a whole number of at least 1.")
                .doesNotContain("The line-up</h2>");
        assertThat(visitor.get(next() + ".csv?budget=much").statusCode()).isEqualTo(422);
        for (var rubbish :
                List.of("budget=%00", "budget=1e9&places=%ff", "budget=99999999999999", "learn_from=x&budget=1")) {
            assertThat(visitor.get(next() + "?" + rubbish).statusCode())
                    .as(rubbish)
                    .isIn(200, 422);
        }
    }

    @Test
    void a_budget_below_the_cost_of_one_says_so() {
        assertThat(visitor.get(next() + "?budget=10&cost_per_ambassador=25").body())
                .contains("The budget is too small for anybody");
    }

    @Test
    void the_file_has_a_line_for_each_and_runs_nothing() {
        var file = visitor.get(next() + ".csv?budget=1000&cost_per_ambassador=0");

        assertThat(file.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
        assertThat(file.body().lines()).hasSize(4);
        assertThat(file.body())
                .startsWith(
                        "ambassador_id,name,followers,exploring,expected_redemptions,low,high,cost,adds,currency,reason")
                .contains(maya + ",Maya Okafor,5000,no,", ",'=Nora New,900,");
    }

    @Test
    void the_chosen_are_carried_into_a_plan_and_launching_makes_exactly_these_members() {
        var plan = planned(leo + " " + maya);
        assertThat(visitor.get(plan + "/people").body()).contains("2 chosen ambassadors", "Everybody", "value=\"2\"");
        assertThat(visitor.get(plan + "/goal").body()).contains("Spring &lt;1> again");
        assertThat(visitor.get(plan + "/review").body())
                .contains("2 chosen ambassadors", "The 2 ambassadors you chose get a code");

        var made = launched(plan);

        assertThat(herald.get("/v1/campaigns/" + made + "/codes").json().get("data"))
                .extracting(code -> code.path("owner").asText())
                .containsExactlyInAnyOrder(leo, maya);
        var again = location("/console/campaigns/" + made + "/template", Map.of());
        assertThat(visitor.get(again.replace("/goal", "/people")).body()).contains("2 chosen ambassadors");
    }

    @Test
    void everybody_can_take_part_after_all() {
        var plan = planned(maya);
        assertThat(visitor.get(plan + "/people").body()).contains("1 chosen ambassador<");

        visitor.post(
                plan + "/people",
                Map.of("members", "everybody", "ambassadors", "3", "currency", "USD", "go", "review"));

        assertThat(visitor.get(plan + "/review").body()).contains("All 3 ambassadors get a code");
        assertThat(herald.get("/v1/campaigns/" + launched(plan) + "/codes")
                        .json()
                        .get("data"))
                .hasSize(3);
    }

    @Test
    void a_draft_keeps_the_choice_for_later() {
        var plan = planned(maya);
        var draft = location(plan + "/draft", Map.of());
        assertThat(visitor.get(draft).body()).contains("Add the 1 chosen");

        visitor.post(draft + "/members", Map.of("who", "chosen"));

        assertThat(visitor.get(draft).body()).contains("1 member").doesNotContain("Add the 1 chosen");
    }

    @Test
    void who_was_removed_in_between_is_left_out_and_strangers_never_get_in() {
        var gone = herald.post("/v1/ambassadors", Map.of("name", "Gone Soon"))
                .json()
                .get("id")
                .asText();
        var brand = herald.herald.access().createBrand("Other", Brand.Mode.TEST, "Otto");
        try (var stranger = new Visitor(herald.address.getPort())) {
            stranger.get("/enter/" + herald.herald.access().createConsoleLink(brand.id()));
            assertThat(stranger.get(next() + "?budget=5").statusCode()).isEqualTo(404);
            assertThat(stranger.get(next() + ".csv?budget=5").statusCode()).isEqualTo(404);
            assertThat(stranger.post(next(), Map.of("who", maya)).statusCode()).isEqualTo(404);
        }
        assertThat(visitor.post(next(), Map.of("who", maya), "cross-site").statusCode())
                .isEqualTo(403);
        assertThat(location(next(), Map.of("who", "amb_0000000000001 nobody"))).isEqualTo(next());

        var plan = planned(maya + " " + gone + " " + maya);
        herald.post("/v1/ambassadors/" + gone + "/remove", Map.of());

        assertThat(herald.get("/v1/campaigns/" + launched(plan) + "/codes")
                        .json()
                        .get("data"))
                .extracting(code -> code.path("owner").asText())
                .containsExactly(maya);
    }

    private static String planned(String who) {
        return location(next(), Map.of("who", who)).replace("/goal", "");
    }

    private static String launched(String plan) {
        var campaign = location(plan + "/launch", Map.of());
        assertThat(campaign).startsWith("/console/campaigns/cmp_");
        return campaign.substring("/console/campaigns/".length());
    }

    private static String location(String path, Map<String, String> fields) {
        var answer = visitor.post(path, fields);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
