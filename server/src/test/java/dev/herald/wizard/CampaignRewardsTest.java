package dev.herald.wizard;

import static dev.herald.app.TestHerald.redemption;
import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.app.TestHerald;
import dev.herald.web.Visitor;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A campaign's rewards on their page: what is promised, and what another plan would have paid. */
class CampaignRewardsTest {

    private final TestHerald herald = new TestHerald();
    private final Visitor visitor = new Visitor(herald.address.getPort());

    @BeforeEach
    void sign_in() {
        visitor.get("/enter/" + herald.herald.access().createConsoleLink(herald.brand.id()));
    }

    @AfterEach
    void stop() {
        visitor.close();
        herald.close();
    }

    @Test
    void the_campaign_leads_to_its_plan_in_words() {
        var campaign = campaign(Map.of("type", "flat", "value", 100));

        assertThat(visitor.get("/console/campaigns/" + campaign).body()).contains("href=\"" + address(campaign) + "\"");
        assertThat(visitor.get(address(campaign)).body())
                .contains("$1.00 for each order", "14 days", "<dt>Earned so far</dt><dd><b>$0.00</b></dd>")
                .contains("name=\"reward.value\" type=\"text\" value=\"1.00\"")
                .doesNotContain("This plan would have paid");
        var thankless = herald.runningCampaign(Map.of("strategy", "personal"));
        assertThat(visitor.get(address(thankless)).body()).contains("Nothing is promised");
    }

    @Test
    void another_plan_is_tried_and_told_beside_what_was_earned() {
        var campaign = campaign(Map.of("type", "flat", "value", 100));
        redeem(campaign, "Mia Keller", 2);
        redeem(campaign, "Tom Berg", 1);

        var tried = visitor.post(
                address(campaign),
                Map.of(
                        "reward.type", "flat",
                        "reward.value", "2.50",
                        "reward.milestones.3.at", "2",
                        "reward.milestones.3.bonus", "10",
                        "reward.contest.prizes.0", "40"));

        assertThat(tried.statusCode()).isEqualTo(200);
        // Three redemptions, the milestone and the prize; and what has been earned.
        assertThat(tried.body())
                .contains("$57.50", "for 3 redemptions", "$3.00", "$54.50", "more than was earned")
                .contains("as if the campaign ended now")
                .contains("name=\"reward.value\" type=\"text\" value=\"2.50\"")
                .contains("name=\"reward.milestones.0.bonus\" type=\"text\" value=\"10\"");
        assertThat(tried.body()).containsSubsequence("Mia Keller", "$55.00", "$2.00", "Tom Berg", "$2.50", "$1.00");
        assertThat(visitor.get(address(campaign)).body())
                .contains("$1.00 for each order", "<dt>Earned so far</dt><dd><b>$3.00</b></dd>");
    }

    @Test
    void a_fault_is_told_at_its_field_and_what_was_typed_is_kept() {
        var campaign = campaign(Map.of("type", "flat", "value", 100));

        var unreadable = visitor.post(address(campaign), Map.of("reward.type", "flat", "reward.value", "lots"));
        assertThat(unreadable.statusCode()).isEqualTo(422);
        assertThat(unreadable.body()).contains("value=\"lots\"", "id=\"reward.value-fault\"");

        var lower = visitor.post(
                address(campaign),
                Map.of(
                        "reward.type", "percent",
                        "reward.value", "10",
                        "reward.tiers.0.from", "10",
                        "reward.tiers.0.value", "9"));
        assertThat(lower.statusCode()).isEqualTo(422);
        assertThat(lower.body()).contains("id=\"reward.tiers.0.value-fault\"").doesNotContain("would have paid</dt>");
    }

    @Test
    void without_redemptions_no_plan_would_have_paid_anything() {
        var campaign = campaign(Map.of("type", "none", "contest", Map.of("prizes", List.of(100))));

        var tried = visitor.post(address(campaign), Map.of("reward.type", "none"));

        assertThat(tried.body()).contains("Nobody is credited with a redemption", "for 0 redemptions", "the same");
    }

    @Test
    void a_plan_that_was_tried_is_carried_to_the_form_that_changes_the_campaign() {
        var campaign = campaign(Map.of("type", "flat", "value", 100, "first_order_bonus", 200));

        var carried = visitor.post(
                "/console/campaigns/" + campaign + "/edit/plan",
                Map.of("name", "Not this", "reward.type", "flat", "reward.value", "2.50"));

        assertThat(carried.statusCode()).isEqualTo(200);
        assertThat(carried.body())
                .contains("action=\"/console/campaigns/" + campaign + "/edit\"")
                .contains("name=\"reward.value\" type=\"text\" value=\"2.50\"")
                .contains("name=\"reward.first_order_bonus\" type=\"text\" value=\"\"")
                .doesNotContain("Not this");
        assertThat(herald.get("/v1/campaigns/" + campaign)
                        .json()
                        .at("/reward/value")
                        .asInt())
                .isEqualTo(100);
    }

    @Test
    void a_contest_shows_who_leads_and_its_prizes_are_given_once() {
        var campaign =
                campaign(Map.of("type", "none", "hold_days", 0, "contest", Map.of("prizes", List.of(10_000, 5_000))));
        assertThat(visitor.get(address(campaign)).body()).contains("Nobody has a redemption yet.");
        redeem(campaign, "Mia Keller", 2);
        redeem(campaign, "Tom Berg", 1);
        redeem(campaign, "Zoe Late", 1);

        // Who ties shares the prize.
        assertThat(visitor.get(address(campaign)).body())
                .contains("If it ended now, these would win:")
                .containsSubsequence("Mia Keller", "$100.00", "Tom Berg", "$25.00", "Zoe Late", "$25.00")
                .doesNotContain("Give the prizes");
        assertThat(settle(campaign).body()).contains("It is too early");

        herald.post("/v1/campaigns/" + campaign + "/end", Map.of());
        assertThat(visitor.get(address(campaign)).body()).contains("has ended, and none", "Give the prizes");
        var given = settle(campaign);
        assertThat(given.statusCode()).isEqualTo(303);
        assertThat(visitor.get(address(campaign) + "?told=given").body())
                .contains("The prizes are given.", "The prizes have been given", "<b>$150.00</b>")
                .containsSubsequence("Mia Keller", "$100.00", "Tom Berg", "$25.00")
                .doesNotContain("Give the prizes");
        var again = settle(campaign);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("have been given already.");
    }

    @Test
    void prizes_wait_until_no_order_can_be_sent_back() {
        var campaign = campaign(Map.of("type", "none", "contest", Map.of("prizes", List.of(10_000))));
        redeem(campaign, "Mia Keller", 1);
        herald.post("/v1/campaigns/" + campaign + "/end", Map.of());

        assertThat(visitor.get(address(campaign)).body())
                .contains("orders may be sent back until", "Mia Keller")
                .doesNotContain("Give the prizes");
        assertThat(settle(campaign).body()).contains("It is too early");
    }

    private HttpResponse<String> settle(String campaign) {
        return visitor.post(address(campaign) + "/contest", Map.of());
    }

    private static String address(String campaign) {
        return "/console/campaigns/" + campaign + "/rewards";
    }

    private String campaign(Map<String, ?> reward) {
        return herald.runningCampaign(Map.of("strategy", "personal", "reward", reward));
    }

    private void redeem(String campaign, String name, int times) {
        var code = herald.enroll(campaign, name).at("/code/text").textValue();
        for (var time = 0; time < times; time++) {
            var order = name.charAt(0) + "-" + time;
            assertThat(herald.post("/v1/redemptions", redemption(code, "buyer-" + order, order))
                            .status())
                    .isEqualTo(201);
        }
    }
}
