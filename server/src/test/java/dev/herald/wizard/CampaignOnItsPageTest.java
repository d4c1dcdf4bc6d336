package dev.herald.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.app.TestHerald;
import dev.herald.web.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is done with a campaign after it was planned. */
class CampaignOnItsPageTest {

    private final TestHerald herald = new TestHerald();
    private final Visitor visitor = new Visitor(herald.address.getPort());

    @BeforeEach
    void sign_in() {
        visitor.get("/enter/" + herald.herald.access().createConsoleLink(herald.brand.id()));
        for (var name : List.of("Maya Okafor", "Leo Brandt", "Sofia Reyes")) {
            herald.post("/v1/ambassadors", Map.of("name", name));
        }
    }

    @AfterEach
    void stop() {
        visitor.close();
        herald.close();
    }

    @Test
    void a_draft_is_edited_launched_paused_resumed_and_ended_on_its_page() {
        var campaign = herald.post(
                        "/v1/campaigns",
                        Map.of(
                                "name", "Spring in the city",
                                "objective", "loyalty",
                                "strategy", "personal",
                                "offer", Map.of("type", "percent", "value", 20),
                                "currency", "EUR",
                                "starts_at", "2026-01-01T09:00:00Z",
                                "ends_at", "2099-12-24T23:59:00Z",
                                "limits", Map.of("budget", Map.of("amount", 100_000, "currency", "EUR"))))
                .json()
                .get("id")
                .asText();
        var page = "/console/campaigns/" + campaign;
        assertThat(visitor.get(page).body()).contains("Draft", "0 members", "Add all 3");

        var wrong = visitor.post(page + "/edit", Map.of("name", "", "offer.type", "percent", "offer.value", "x"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Give the campaign a name", "value=\"x\"");
        visitor.post(
                page + "/edit",
                Map.of(
                        "name", "Summer",
                        "offer.type", "amount",
                        "offer.value", "7.50",
                        "starts_at", "2026-01-01T00:00",
                        "limits.per_code", "5",
                        "attribution.policy", "first_touch",
                        "attribution.link_window_days", "7",
                        "attribution.self_use", "decline"));
        var changed = herald.get("/v1/campaigns/" + campaign).json();
        assertThat(changed.get("name").asText()).isEqualTo("Summer");
        assertThat(changed.at("/offer/value").asInt()).isEqualTo(7_50);
        assertThat(changed.has("ends_at")).isFalse();
        assertThat(changed.get("limits").has("budget")).isFalse();
        assertThat(changed.at("/limits/per_code").asInt()).isEqualTo(5);
        assertThat(changed.get("attribution").toString())
                .isEqualTo("{\"policy\":\"first_touch\",\"link_window_days\":7,"
                        + "\"returning_customers\":\"credit\",\"self_use\":\"decline\"}");
        assertThat(visitor.get(page + "/edit").body())
                .contains("<option value=\"first_touch\" selected>", "<option value=\"decline\" selected>");
        var copy = visitor.post(page + "/template", Map.of())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(visitor.get(copy.replaceFirst("[^/]+$", "reward")).body())
                .contains("<option value=\"first_touch\" selected>", "value=\"7\"");

        visitor.post(page + "/launch", Map.of());
        visitor.post(page + "/members", Map.of());
        assertThat(visitor.get(page).body()).contains("Running", "3 members").doesNotContain("Add the other");
        assertThat(visitor.get(page + "/codes.csv").body()).contains("Maya Okafor");
        visitor.post(page + "/pause", Map.of());
        assertThat(visitor.get(page).body()).contains("Paused", "Resume");
        visitor.post(page + "/resume", Map.of());
        assertThat(visitor.get(page + "/end").body()).contains("End this campaign?", "cannot be resumed");
        visitor.post(page + "/end", Map.of());
        assertThat(visitor.get(page).body()).contains("Ended").doesNotContain("/pause\"", "/edit\"");
        assertThat(visitor.post(page + "/launch", Map.of()).statusCode()).isEqualTo(409);
    }

    @Test
    void a_campaign_serves_as_a_template_and_its_captions_can_be_written_later() {
        var campaign = herald.runningCampaign(Map.of("strategy", "personal", "name", "Heartbeat autumn"));
        var page = "/console/campaigns/" + campaign;

        var plan = visitor.post(page + "/template", Map.of())
                .headers()
                .firstValue("Location")
                .orElse("");
        assertThat(visitor.get(plan).body()).contains("value=\"Heartbeat autumn again\"");
        assertThat(visitor.get(plan.replace("/goal", "/offer")).body()).contains("value=\"20\"");

        var refused = visitor.post(
                page + "/captions",
                Map.of("captions.0.platform", "tiktok", "captions.0.text", "No code", "go", "save"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("names no code", ">No code<");
        visitor.post(
                page + "/captions",
                Map.of("captions.0.platform", "tiktok", "captions.0.text", "{code} it is", "go", "save"));
        assertThat(herald.get("/v1/campaigns/" + campaign + "/captions").body()).contains("{code} it is");
        assertThat(visitor.get(page + "/captions").body()).contains("{code} it is", "it is #ad");
    }
}
