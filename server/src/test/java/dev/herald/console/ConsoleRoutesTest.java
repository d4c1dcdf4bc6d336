package dev.herald.console;

import static dev.herald.app.TestHerald.redemption;
import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.access.Brand;
import dev.herald.app.TestHerald;
import dev.herald.web.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsoleRoutesTest {

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
    void a_brand_without_campaigns_is_shown_how_to_make_one() {
        assertThat(page("/console")).contains("No campaign yet", "/v1/campaigns", "Copy sample request");
        assertThat(page("/console/campaigns")).contains("No campaign yet").doesNotContain("<table");
    }

    @Test
    void the_sample_request_makes_a_campaign() {
        var page = page("/console/campaigns");
        var body = page.replaceAll("(?s).*<code>.*?-d '(.*?)'</code>.*", "$1")
                .replaceAll("(?s).*<code>.*?-d &#39;(.*?)&#39;</code>.*", "$1");

        assertThat(herald.post("/v1/campaigns", body).status()).isEqualTo(201);
    }

    @Test
    void a_campaigns_page_shows_its_figures_and_who_drove_them() {
        var campaign = herald.runningCampaign(Map.of(
                "name", "Autumn & <friends>", "strategy", "personal", "limits", Map.of("budget", money(100_000))));
        var code = enroll(campaign, "Maya Okafor");
        redeem(code, "ann", "order-1");
        redeem(code, "ben", "order-2");
        herald.post("/v1/validations", redemption(code, "ann", "order-3"));

        var page = page("/console/campaigns/" + campaign);

        assertThat(page)
                .contains("Autumn &amp; &lt;friends", "Running", "Personal codes", "20% off", "with an open end")
                .contains("$40.00", "nothing reversed", "100%", "2 first orders", "$8.00", "1% of $1,000.00")
                .contains("Maya Okafor", ">MO<", "<code>" + code + "</code>", "Too early to tell");
    }

    @Test
    void a_shared_code_ranks_nobody() {
        var campaign = herald.runningCampaign(Map.of());

        assertThat(page("/console/campaigns/" + campaign)).contains("Everybody shares one code here");
    }

    @Test
    void the_overview_adds_up_and_leads_to_what_is_running() {
        var campaign = herald.runningCampaign(Map.of("strategy", "personal"));
        redeem(enroll(campaign, "Maya Okafor"), "ann", "order-1");

        var page = page("/console?days=90");

        assertThat(page).contains("/console/campaigns/" + campaign, "$20.00", "Maya Okafor", "90 days before");
        assertThat(page.split("<tr><th scope=\"row\"><time")).hasSize(91);
    }

    @Test
    void a_long_list_of_campaigns_goes_on_where_it_stopped() {
        var first = herald.runningCampaign(Map.of("name", "The first"));
        var second = herald.runningCampaign(Map.of("name", "The second"));

        var newest = page("/console/campaigns?limit=1");

        assertThat(newest).contains("The second").doesNotContain("The first");
        assertThat(newest).contains("/console/campaigns?after=" + second);
        assertThat(page("/console/campaigns?after=" + second)).contains("The first", first);
    }

    @Test
    void another_brands_campaign_is_not_there() {
        var campaign = herald.runningCampaign(Map.of("name", "Secret plans"));
        var stranger = herald.herald.access().createBrand("Other", Brand.Mode.LIVE, "Other owner");
        try (var other = new Visitor(herald.address.getPort())) {
            other.get("/enter/" + herald.herald.access().createConsoleLink(stranger.id()));

            var answer = other.get("/console/campaigns/" + campaign);

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("There is nothing here").doesNotContain("Secret plans");
            assertThat(other.get("/console/campaigns").body()).doesNotContain("Secret plans");
        }
    }

    @Test
    void whatever_is_asked_for_is_answered_with_a_page() {
        for (var path : List.of("/console/nowhere", "/console/campaigns/cmp_1", "/console/campaigns/%00")) {
            var answer = visitor.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .as(path)
                    .startsWith("text/html");
        }
        assertThat(visitor.get("/console/campaigns?after=nonsense").statusCode())
                .isEqualTo(422);
        assertThat(visitor.get("/console?days=1e9").statusCode()).isEqualTo(200);
    }

    private String page(String path) {
        var answer = visitor.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        return answer.body();
    }

    private String enroll(String campaign, String name) {
        var ambassador = herald.post("/v1/ambassadors", Map.of("name", name))
                .json()
                .get("id")
                .asText();
        return herald.post("/v1/campaigns/" + campaign + "/enrollments", Map.of("ambassador_ids", List.of(ambassador)))
                .json()
                .at("/data/0/code/display")
                .asText();
    }

    private void redeem(String code, String customer, String order) {
        var reply = herald.post("/v1/redemptions", redemption(code, customer, order));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    }

    private static Map<String, Object> money(long minor) {
        return Map.of("amount", minor, "currency", "USD");
    }
}
