package dev.herald.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.herald.access.Brand;
import dev.herald.app.TestHerald;
import dev.herald.platform.Json;
import dev.herald.web.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobPagesRoutesTest {

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
    void nothing_under_way_is_said_in_a_sentence() {
        assertThat(visitor.get("/console/jobs").body()).contains("Nothing under way", "/console/codes");
    }

    @Test
    void an_open_page_is_told_of_every_change_until_the_end() {
        var job = makeCodes(20_000);

        var told = events(job);

        assertThat(told.getLast().get("state").asText()).isEqualTo("done");
        assertThat(told.getLast().get("percent").asInt()).isEqualTo(100);
        assertThat(told.getLast().get("told").asText()).startsWith("20,000 done in ");
        assertThat(told)
                .isSortedAccordingTo((one, other) -> Integer.compare(
                        one.get("percent").asInt(), other.get("percent").asInt()));
        assertThat(visitor.get("/console/jobs/" + job).body())
                .contains("Generated 20,000 codes", "aria-valuenow=\"100\"", "codes.csv?job=" + job)
                .doesNotContain("/cancel\"");
        assertThat(visitor.get("/console/jobs").body()).contains("Generated 20,000 codes", "/console/jobs/" + job);
    }

    @Test
    void a_cancelled_job_keeps_what_it_did_and_goes_on_when_resumed() {
        var job = makeCodes(60_000);

        var cancelled = visitor.post("/console/jobs/" + job + "/cancel", Map.of("back", "/console/jobs"));

        assertThat(cancelled.statusCode()).isEqualTo(303);
        assertThat(cancelled.headers().firstValue("Location")).contains("/console/jobs");
        var page = visitor.get("/console/jobs/" + job).body();
        assertThat(page).contains("Cancelled", "what was done stays", "/resume\"");
        assertThat(visitor.post("/console/jobs/" + job + "/cancel", Map.of()).statusCode())
                .isEqualTo(303);

        visitor.post("/console/jobs/" + job + "/resume", Map.of());
        assertThat(events(job).getLast().get("told").asText()).startsWith("60,000 done");
        assertThat(visitor.post("/console/jobs/" + job + "/resume", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(visitor.post("/console/jobs/" + job + "/cancel", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(visitor.get("/console/jobs/" + job).body()).contains("Done");
    }

    @Test
    void a_form_leads_nowhere_but_to_the_console() {
        var job = makeCodes(2_000);

        for (var back : List.of("https://evil.example/", "//evil.example", "/a/token", "/console/../a", "x")) {
            var answer = visitor.post("/console/jobs/" + job + "/cancel", Map.of("back", back));
            assertThat(answer.headers().firstValue("Location")).as(back).contains("/console/jobs/" + job);
        }
    }

    @Test
    void another_sites_form_cancels_nothing() {
        var job = makeCodes(2_000);

        assertThat(visitor.post("/console/jobs/" + job + "/cancel", Map.of(), "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(events(job).getLast().get("state").asText()).isEqualTo("done");
    }

    @Test
    void another_brands_work_is_not_there_and_nobodys_without_signing_in() {
        var job = makeCodes(2_000);
        var stranger = herald.herald.access().createBrand("Other", Brand.Mode.LIVE, "Other owner");
        try (var other = new Visitor(herald.address.getPort());
                var nobody = new Visitor(herald.address.getPort())) {
            other.get("/enter/" + herald.herald.access().createConsoleLink(stranger.id()));

            assertThat(other.get("/console/jobs").body()).doesNotContain(job);
            for (var path : List.of("", "/events")) {
                assertThat(other.get("/console/jobs/" + job + path).statusCode())
                        .isEqualTo(404);
                assertThat(nobody.get("/console/jobs/" + job + path).statusCode())
                        .isEqualTo(403);
            }
            for (var step : List.of("cancel", "resume")) {
                assertThat(other.post("/console/jobs/" + job + "/" + step, Map.of())
                                .statusCode())
                        .isEqualTo(404);
                assertThat(nobody.post("/console/jobs/" + job + "/" + step, Map.of())
                                .statusCode())
                        .isEqualTo(403);
            }
        }
        assertThat(visitor.get("/console/jobs/job_1").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/console/jobs?after=nonsense").statusCode()).isEqualTo(422);
    }

    private String makeCodes(int count) {
        var campaign = herald.runningCampaign(Map.of("strategy", "unique"));
        return herald.post("/v1/campaigns/" + campaign + "/codes", Map.of("count", count))
                .json()
                .get("id")
                .asText();
    }

    /** All that an open page is told: the stream ends with the job. */
    private List<JsonNode> events(String job) {
        return visitor.get("/console/jobs/" + job + "/events")
                .body()
                .lines()
                .filter(line -> line.startsWith("data:"))
                .map(line -> Json.parse(line.substring(5).strip().getBytes(StandardCharsets.UTF_8))
                        .orElseThrow())
                .toList();
    }
}
