package dev.herald.portal;

import static dev.herald.app.TestHerald.redemption;
import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.app.Patience;
import dev.herald.app.TestHerald;
import dev.herald.platform.TestPostgres;
import dev.herald.web.Visitor;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BrandPageRoutesTest {

    private final TestHerald herald = new TestHerald();
    private final Visitor buyer = new Visitor(herald.address.getPort());

    @AfterEach
    void stop() {
        buyer.close();
        herald.close();
    }

    @Test
    void it_shows_the_offer_the_code_and_the_conditions() {
        var page = page(campaign());

        var shown = buyer.get(page);

        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body())
                .contains(">20% off<", ">HEARTBEAT20<", "For orders of $25 and more.", "Once per customer.")
                .contains("Enter this code at the checkout of Heartbeat.")
                .doesNotContain("noindex");
    }

    @Test
    void networks_find_what_they_show_beside_a_link() {
        var page = page(campaign());
        var address = "http://127.0.0.1:" + herald.address.getPort() + page;

        assertThat(buyer.get(page).body())
                .contains("<meta property=\"og:title\" content=\"20% off at Heartbeat\">")
                .contains("<meta property=\"og:url\" content=\"" + address + "\">")
                .contains("<meta property=\"og:image\" content=\"" + address + "/card.png\">")
                .contains("content=\"20% off with the code HEARTBEAT20 at Heartbeat.\"");
        var card = buyer.get(page + "/card.png");
        assertThat(card.statusCode()).isEqualTo(200);
        assertThat(card.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(card.headers().firstValue("Cache-Control").orElse("")).startsWith("public");
    }

    @Test
    void the_qr_code_can_be_saved_both_ways() {
        var page = page(campaign());

        assertThat(buyer.get(page + "/qr.svg").body()).startsWith("<svg xmlns=");
        assertThat(buyer.get(page + "/qr.png").headers().firstValue("Content-Disposition"))
                .contains("inline; filename=\"HEARTBEAT20-qr.png\"");
    }

    @Test
    void an_offer_that_is_paused_or_over_says_so_and_is_not_found_by_search_engines() {
        var campaign = campaign();
        var page = page(campaign);
        herald.post("/v1/campaigns/" + campaign + "/pause", Map.of());
        assertThat(buyer.get(page).body())
                .contains("This offer is paused", "noindex")
                .doesNotContain(">HEARTBEAT20<");

        herald.post("/v1/campaigns/" + campaign + "/end", Map.of());
        var over = buyer.get(page);
        assertThat(over.body()).contains("This offer has ended").doesNotContain(">HEARTBEAT20<", "Conditions");
        assertThat(over.headers().firstValue("X-Robots-Tag")).contains("noindex");
    }

    @Test
    void an_offer_whose_code_is_gone_has_ended() {
        var campaign = campaign();
        var page = page(campaign);
        herald.post("/v1/codes/HEARTBEAT20/disable", Map.of());

        assertThat(buyer.get(page).body()).contains("This offer has ended");
    }

    @Test
    void an_offer_that_has_not_begun_says_when_it_does() {
        var later = herald.runningCampaign(Map.of("blanket_code", "LATER20", "starts_at", "2999-12-24T00:00:00Z"));

        assertThat(buyer.get(page(later)).body())
                .contains("This offer starts soon", "It starts on 24 Dec 2999, 00:00.")
                .doesNotContain(">LATER20<");
    }

    @Test
    void a_campaign_without_a_code_of_its_own_has_no_page() {
        var personal = herald.runningCampaign(Map.of("strategy", "personal"));

        assertThat(buyer.get(page(personal)).statusCode()).isEqualTo(404);
        assertThat(buyer.get("/c/00000000").statusCode()).isEqualTo(404);
        assertThat(buyer.get("/c/00000000/card.png").statusCode()).isEqualTo(404);
        assertThat(buyer.get("/c/00000000", "Accept-Language", "fr").body()).contains("Cette offre est introuvable");
    }

    @Test
    void a_buyer_says_who_told_him_and_is_thanked_whatever_he_says() {
        var campaign = herald.runningCampaign(Map.of("blanket_code", "SHARED20"));
        var page = page(campaign);
        var mia = herald.enroll(campaign, "Mia Keller").at("/ambassador/id").asText();
        herald.post("/v1/redemptions", redemption("SHARED20", "ann", "order-1"));
        assertThat(buyer.get(page).body()).contains("Who told you about us?");

        var known = buyer.post(page + "/survey", Map.of("order", "order-1", "name", "Mia"));
        var unknown = buyer.post(page + "/survey", Map.of("order", "order-2", "name", "Zoe"));

        assertThat(known.statusCode()).isEqualTo(303);
        assertThat(known.headers().map().get("location"))
                .isEqualTo(unknown.headers().map().get("location"));
        assertThat(buyer.get(page + "?told=yes").body()).contains("Thank you. That helps us");
        assertThat(answered(campaign)).containsExactly(mia);
    }

    @Test
    void a_buyer_whom_nobody_told_says_so_with_one_button() throws SQLException {
        var campaign = herald.runningCampaign(Map.of("blanket_code", "NOBODY20"));
        var page = page(campaign);
        herald.post("/v1/redemptions", redemption("NOBODY20", "ann", "nobody-1"));
        assertThat(buyer.get(page).body()).contains("Nobody, I found it myself");

        var sent = buyer.post(page + "/survey", Map.of("order", "nobody-1", "name", "", "nobody", "yes"));
        var unordered = buyer.post(page + "/survey", Map.of("order", "", "nobody", "yes"));

        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(unordered.body()).contains("Type the order number").doesNotContain("Type the name");
        try (var connection = TestPostgres.connect(herald.database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select said from survey_answer where said = 'nobody'")) {
            assertThat(rows.next()).isTrue();
        }
    }

    @Test
    void an_answer_that_says_too_little_is_shown_again_and_nobody_answers_all_day() {
        var page = page(campaign());

        var empty = buyer.post(page + "/survey", Map.of("order", "order-1", "name", ""));
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("value=\"order-1\"", "Type the name or the handle");
        assertThat(buyer.post(page + "/survey", Map.of("order", "1", "name", "Mia"), "cross-site")
                        .statusCode())
                .isEqualTo(403);
        for (var time = 0; time < 5; time++) {
            assertThat(buyer.post(page + "/survey", Map.of("order", "1", "name", "Mia"))
                            .statusCode())
                    .isEqualTo(303);
        }
        assertThat(buyer.post(page + "/survey", Map.of("order", "1", "name", "Mia"))
                        .statusCode())
                .isEqualTo(429);
    }

    /** Whom the answers of a campaign name, as the database has them. */
    private List<String> answered(String campaign) {
        var job = herald.post("/v1/campaigns/" + campaign + "/attribution-estimates", Map.of());
        var path = "/v1/jobs/" + job.json().path("id").asText();
        Patience.until(() -> herald.get(path).json(), one -> one.has("finished_at"));
        var estimate = herald.get("/v1/campaigns/" + campaign + "/attribution-estimates/latest")
                .json();
        assertThat(estimate.at("/evidence/answers").asInt()).isEqualTo(1);
        return List.of(estimate.at("/data/0/ambassador/id").asText());
    }

    @Test
    void only_the_campaigns_own_page_is_for_search_engines() {
        var campaign = campaign();
        var instagram = herald.get("/v1/campaigns/" + campaign + "/links")
                .json()
                .at("/data/1/page")
                .asText();

        assertThat(buyer.get(instagram).body()).contains(">HEARTBEAT20<", "noindex");
    }

    private String campaign() {
        return herald.runningCampaign(Map.of(
                "blanket_code",
                "HEARTBEAT20",
                "limits",
                Map.of("per_customer", 1, "minimum_order", Map.of("amount", 2500, "currency", "USD"))));
    }

    private String page(String campaign) {
        return herald.get("/v1/campaigns/" + campaign + "/links")
                .json()
                .at("/data/0/page")
                .asText();
    }
}
