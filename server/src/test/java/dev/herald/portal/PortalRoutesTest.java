package dev.herald.portal;

import static dev.herald.app.TestHerald.redemption;
import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.app.TestHerald;
import dev.herald.web.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PortalRoutesTest {

    private final TestHerald herald = new TestHerald();
    private final Visitor phone = new Visitor(herald.address.getPort());

    @AfterEach
    void stop() {
        phone.close();
        herald.close();
    }

    @Test
    void a_magic_link_shows_the_code_its_caption_and_its_uses_as_often_as_it_is_opened() {
        var maya = ambassador("Maya Okafor");
        var code = enroll(herald.runningCampaign(Map.of("strategy", "personal")), maya);
        herald.post("/v1/redemptions", redemption(code, "ann", "order-1"));
        var link = link(maya);

        phone.get(link);
        var page = phone.get(link).body();

        assertThat(page)
                .contains("Hi Maya<", "Heartbeat spring", "Live", ">" + code + "<", "20% off for followers")
                .contains("data-copy=\"Use " + code + " for 20% off at Heartbeat. #ad\"")
                .containsPattern("<b>1</b>\\s+time used");
    }

    @Test
    void a_campaign_that_is_over_is_a_line_below() {
        var maya = ambassador("Maya Okafor");
        var campaign = herald.runningCampaign(Map.of("strategy", "personal"));
        var code = enroll(campaign, maya);
        herald.post("/v1/campaigns/" + campaign + "/end", Map.of());

        var page = phone.get(link(maya)).body();

        assertThat(page).contains("No code just now", "Before", code, "0 uses").doesNotContain("Copy code");
    }

    @Test
    void one_link_shows_one_ambassador() {
        var campaign = herald.runningCampaign(Map.of("strategy", "personal"));
        var maya = ambassador("Maya Okafor");
        var leo = ambassador("Leo Brandt");
        var mayas = enroll(campaign, maya);
        var leos = enroll(campaign, leo);

        assertThat(phone.get(link(leo)).body()).contains(leos).doesNotContain(mayas, "Maya");
    }

    @Test
    void a_link_that_is_none_says_what_to_do() {
        var answer = phone.get("/a/made-up");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("This link does not work", "ask the brand");
    }

    private String ambassador(String name) {
        return herald.post("/v1/ambassadors", Map.of("name", name))
                .json()
                .get("id")
                .asText();
    }

    private String enroll(String campaign, String ambassador) {
        return herald.post("/v1/campaigns/" + campaign + "/enrollments", Map.of("ambassador_ids", List.of(ambassador)))
                .json()
                .at("/data/0/code/display")
                .asText();
    }

    private String link(String ambassador) {
        return herald.post("/v1/ambassadors/" + ambassador + "/links", Map.of())
                .json()
                .get("path")
                .asText();
    }
}
