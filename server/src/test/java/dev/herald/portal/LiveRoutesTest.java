package dev.herald.portal;

import static dev.herald.app.TestHerald.redemption;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.herald.app.TestHerald;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LiveRoutesTest {

    private final TestHerald herald = new TestHerald();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        client.shutdownNow();
        herald.close();
    }

    @Test
    void an_open_page_is_told_how_often_its_code_was_used() throws Exception {
        var maya = herald.enroll(herald.runningCampaign(Map.of("strategy", "personal")), "Maya Okafor");

        try (var told = open(maya)) {
            assertThat(next(told)).contains("\"value\":\"0\"", "\"label\":\"uses\"");
            herald.post("/v1/redemptions", redemption(codeOf(maya), "ann", "order-1"));
            assertThat(next(told)).contains("\"value\":\"1\"", "\"label\":\"use\"");
        }
    }

    @Test
    void a_redemption_on_another_server_is_told_as_well() throws Exception {
        var maya = herald.enroll(herald.runningCampaign(Map.of("strategy", "personal")), "Maya Okafor");

        try (var neighbour = herald.neighbour();
                var told = open(maya)) {
            next(told);
            neighbour.post("/v1/redemptions", redemption(codeOf(maya), "ann", "order-1"));
            assertThat(next(told)).contains("\"value\":\"1\"");
        }
    }

    @Test
    void only_whose_code_was_used_is_told() throws Exception {
        var campaign = herald.runningCampaign(Map.of("strategy", "personal"));
        var maya = herald.enroll(campaign, "Maya Okafor");
        var leo = herald.enroll(campaign, "Leo Brandt");

        try (var mayas = open(maya);
                var leos = open(leo)) {
            next(mayas);
            next(leos);
            herald.post("/v1/redemptions", redemption(codeOf(maya), "ann", "order-1"));
            next(mayas);
            herald.post("/v1/redemptions", redemption(codeOf(leo), "bob", "order-2"));
            assertThat(next(leos)).contains("\"value\":\"1\"");
        }
    }

    @Test
    void a_page_that_is_none_is_told_nothing() throws Exception {
        var campaign = herald.runningCampaign(Map.of("strategy", "personal"));
        var maya = herald.enroll(campaign, "Maya Okafor");
        var leo = herald.enroll(campaign, "Leo Brandt");

        assertThat(List.of(
                        status("/a/made-up/live?of=" + maya.get("id").asText()),
                        status(page(maya) + "/live?of=" + leo.get("id").asText()),
                        status(page(maya) + "/live")))
                .containsOnly(404);
    }

    private int status(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(herald.address.resolve(path)).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private BufferedReader open(JsonNode enrollment) throws IOException, InterruptedException {
        var path = page(enrollment) + "/live?of=" + enrollment.get("id").asText();
        var stream =
                client.send(HttpRequest.newBuilder(herald.address.resolve(path)).build(), BodyHandlers.ofInputStream());
        assertThat(stream.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        return new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8));
    }

    private String page(JsonNode enrollment) {
        var ambassador = enrollment.at("/ambassador/id").asText();
        return herald.post("/v1/ambassadors/" + ambassador + "/links", Map.of())
                .json()
                .get("path")
                .asText();
    }

    private static String codeOf(JsonNode enrollment) {
        return enrollment.at("/code/display").asText();
    }

    private static String next(BufferedReader told) throws IOException {
        for (var line = told.readLine(); line != null; line = told.readLine()) {
            if (line.startsWith("data:")) {
                return line;
            }
        }
        throw new AssertionError("The stream ended");
    }
}
