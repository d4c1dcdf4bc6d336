package dev.herald.console;

import static dev.herald.app.TestHerald.redemption;
import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.app.TestHerald;
import dev.herald.web.Visitor;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompareRoutesTest {

    private final TestHerald herald = new TestHerald();
    private final Visitor visitor = new Visitor(herald.address.getPort());
    private String many = "";
    private String few = "";

    @BeforeEach
    void sign_in_and_sell() {
        visitor.get("/enter/" + herald.herald.access().createConsoleLink(herald.brand.id()));
        many = herald.runningCampaign(Map.of("name", "=Many <b>", "strategy", "personal"));
        few = herald.runningCampaign(Map.of("name", "Few", "strategy", "personal"));
        for (var i = 0; i < 10; i++) {
            redeem(many, "Mia " + (char) ('A' + i), 6);
            redeem(few, "Fay " + (char) ('A' + i), 1);
        }
    }

    @AfterEach
    void stop() {
        visitor.close();
        herald.close();
    }

    private void redeem(String campaign, String name, int times) {
        var code = herald.enroll(campaign, name).at("/code/text").asText();
        for (var i = 0; i < times; i++) {
            assertThat(herald.post("/v1/redemptions", redemption(code, name + i, campaign + name + i))
                            .status())
                    .isEqualTo(201);
        }
    }

    @Test
    void two_campaigns_stand_beside_each_other_on_the_page_in_the_file_and_over_the_api() {
        var api =
                herald.get("/v1/campaigns/" + many + "/comparison?with=" + few).json();
        var reached = api.at("/differences/0");
        assertThat(reached.path("measure").asText()).isEqualTo("redemptions_per_thousand_reached");
        assertThat(reached.path("campaign").asDouble()).isEqualTo(4);
        assertThat(reached.path("verdict").asText()).isEqualTo("higher");
        assertThat(api.at("/differences/1/verdict").asText()).isIn("higher", "lower", "no_difference_yet");
        assertThat(api.at("/differences/2/verdict").asText()).isEqualTo("too_few_days");
        assertThat(api.path("days")).isNotEmpty();

        var page = visitor.get("/console/compare?a=" + many + "&b=" + few).body();
        assertThat(page)
                .contains("=Many &lt;b", "Few", "Higher with the first", "times as many, most likely between")
                .contains(
                        "Each needs redemptions on at least three days.",
                        ">60<",
                        ">10<",
                        "personal codes against personal codes");

        var file = visitor.get("/console/compare.csv?a=" + many + "&b=" + few);
        assertThat(file.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
        assertThat(file.body()).contains(",'=Many <b>,60,0,", ",Few,10,0,");
    }

    @Test
    void the_campaigns_are_chosen_first_and_are_two() {
        assertThat(visitor.get("/console/compare").body())
                .contains("First campaign", "Second campaign")
                .doesNotContain("How they differ");
        assertThat(visitor.get("/console/compare?a=" + many).body()).contains("value=\"" + many + "\" selected");
        var same = visitor.get("/console/compare?a=" + many + "&b=" + many);
        assertThat(same.statusCode()).isEqualTo(422);
        assertThat(same.body()).contains("Choose another one than the first.");
        assertThat(visitor.get("/console/compare?a=nothing&b=%00").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/console/compare.csv?a=" + many).statusCode()).isEqualTo(404);
        for (var wrong : new String[] {"", "?with=" + many, "?with=nobody"}) {
            assertThat(herald.get("/v1/campaigns/" + many + "/comparison" + wrong)
                            .status())
                    .isEqualTo(422);
        }
        assertThat(visitor.get("/console/campaigns/" + many).body()).contains("/console/compare?a=" + many);
    }

    @Test
    void another_brands_campaign_cannot_be_compared() {
        var other = herald.herald.access().createBrand("Other", dev.herald.access.Brand.Mode.TEST, "Otto");
        var key = herald.herald.access().createKey(other, dev.herald.access.Scope.ADMIN);
        assertThat(herald.send("GET", "/v1/campaigns/" + many + "/comparison?with=" + few, null, key)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_period_with_too_few_like_campaigns_says_so() {
        herald.runningCampaign(Map.of("name", "For all", "blanket_code", "HEARTBEAT20"));
        herald.post("/v1/redemptions", redemption("HEARTBEAT20", "zoe", "zoe-1"));

        assertThat(visitor.get("/console/insight").body())
                .contains("Too few to compare: 2 with personal codes and 1 with a blanket code");
    }
}
