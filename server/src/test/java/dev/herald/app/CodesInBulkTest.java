package dev.herald.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Codes and enrollments by the thousand, made by jobs. */
class CodesInBulkTest {

    private static TestHerald herald;

    @BeforeAll
    static void start() {
        herald = new TestHerald();
    }

    @AfterAll
    static void stop() {
        herald.close();
    }

    @Test
    void thousands_of_codes_are_made_by_a_job_and_all_differ() {
        var campaign = herald.runningCampaign(Map.of("strategy", "unique", "blanket_code", "BULKONE20"));
        var accepted = herald.post("/v1/campaigns/" + campaign + "/codes", Map.of("count", 25_000));
        assertThat(accepted.status()).isEqualTo(202);
        var job = accepted.raw().headers().firstValue("Location").orElseThrow();
        assertThat(ended(job).get("state").asText()).isEqualTo("done");
        assertThat(herald.get(job).json().get("done").asLong()).isEqualTo(25_000);
        var texts = textsOf(campaign);
        assertThat(texts).hasSize(25_001);
        assertThat(new HashSet<>(texts)).hasSize(25_001);
        // The more there are, the longer they must be not to be guessed.
        assertThat(texts.getFirst()).matches("[2-9ACDEFGHJKMNPQRTUVWXY]{10}");
    }

    @Test
    void a_cancelled_job_leaves_whole_codes_and_goes_on_to_exactly_as_many_as_were_asked_for() {
        var campaign = herald.runningCampaign(Map.of("strategy", "unique", "blanket_code", "BULKTWO20"));
        var job = herald.post("/v1/campaigns/" + campaign + "/codes", Map.of("count", 60_000))
                .raw()
                .headers()
                .firstValue("Location")
                .orElseThrow();
        Patience.until(() -> herald.get(job).json(), seen -> seen.get("done").asLong() > 0);
        herald.post(job + "/cancel", Map.of());
        var cancelled = ended(job);
        if (cancelled.get("state").asText().equals("cancelled")) {
            assertThat(textsOf(campaign)).hasSize((int) cancelled.get("done").asLong() + 1);
            herald.post(job + "/resume", Map.of());
        }
        assertThat(ended(job).get("state").asText()).isEqualTo("done");
        assertThat(new HashSet<>(textsOf(campaign))).hasSize(60_001);
    }

    @Test
    void codes_follow_a_pattern_that_can_hold_them() {
        var campaign = herald.runningCampaign(Map.of("strategy", "unique", "blanket_code", "BULKTHREE20"));
        var path = "/v1/campaigns/" + campaign + "/codes";
        var made = herald.post(path, Map.of("count", 200, "pattern", "Spring-####"));
        assertThat(made.json().findValuesAsText("display"))
                .hasSize(200)
                .allSatisfy(display -> assertThat(display).matches("SPRING-[2-9ACDEFGHJKMNPQRTUVWXY]{4}"));
        var tooMany = herald.post(path, Map.of("count", 1_000, "pattern", "SPRING-##"));
        assertThat(tooMany.status()).isEqualTo(422);
        assertThat(tooMany.body()).contains("Write more #");
        assertThat(herald.post(path, Map.of("count", 5, "pattern", "SPRING")).body())
                .contains("/pattern");
    }

    @Test
    void a_pattern_that_is_used_up_fails_the_job_with_the_reason_and_keeps_what_was_made() {
        var campaign = herald.runningCampaign(Map.of("strategy", "unique", "blanket_code", "BULKFOUR20"));
        var path = "/v1/campaigns/" + campaign + "/codes";
        assertThat(ended(job(herald.post(path, Map.of("count", 9_000, "pattern", "FULL-####"))))
                        .get("state")
                        .asText())
                .isEqualTo("done");
        var failed = ended(job(herald.post(path, Map.of("count", 11_000, "pattern", "FULL-####"))));
        assertThat(failed.get("state").asText()).isEqualTo("failed");
        assertThat(failed.toString()).contains("codes_exhausted");
        assertThat(textsOf(campaign)).hasSize(9_001 + (int) failed.get("done").asLong());
    }

    @Test
    void more_than_a_thousand_ambassadors_are_enrolled_by_a_job_each_with_a_code() {
        var campaign = herald.runningCampaign(Map.of("strategy", "personal"));
        var ids = IntStream.range(0, 1_100)
                .parallel()
                .mapToObj(i -> herald.post("/v1/ambassadors", Map.of("name", "Nadia " + (char) ('A' + i % 26) + i))
                        .json()
                        .get("id")
                        .asText())
                .toList();
        var job = job(herald.post("/v1/campaigns/" + campaign + "/enrollments", Map.of("ambassador_ids", ids)));
        assertThat(ended(job).get("state").asText()).isEqualTo("done");
        assertThat(new HashSet<>(textsOf(campaign))).hasSize(1_100);
    }

    private static String job(TestHerald.Reply accepted) {
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        return accepted.raw().headers().firstValue("Location").orElseThrow();
    }

    private static JsonNode ended(String job) {
        return Patience.until(
                () -> herald.get(job).json(),
                seen -> !List.of("waiting", "running")
                        .contains(seen.get("state").asText()));
    }

    private static List<String> textsOf(String campaign) {
        var texts = new ArrayList<String>();
        var after = "";
        while (true) {
            var page = herald.get("/v1/campaigns/" + campaign + "/codes?limit=1000" + after)
                    .json();
            texts.addAll(page.get("data").findValuesAsText("text"));
            if (!page.get("has_more").asBoolean()) {
                return texts;
            }
            after = "&after=" + page.get("next").asText();
        }
    }
}
