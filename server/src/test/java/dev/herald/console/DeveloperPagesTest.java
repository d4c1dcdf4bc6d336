package dev.herald.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.access.RequestLog;
import dev.herald.app.TestHerald;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeveloperPagesTest {

    private final Desk desk = new Desk();

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void a_new_key_is_shown_once_and_may_do_what_was_asked_for() {
        var made = desk.visitor.post("/console/developers/keys", Map.of("scope", "checkout"));

        assertThat(made.statusCode()).isEqualTo(201);
        var key = made.body().replaceAll("(?s).*data-copy=\"(sk_test_[0-9A-Z]+)\".*", "$1");
        assertThat(desk.herald.send("GET", "/v1/campaigns", null, key).code()).isEqualTo("scope_missing");
        assertThat(desk.herald
                        .send("POST", "/v1/validations", TestHerald.redemption("NOSUCH", "ann", "o"), key)
                        .status())
                .isEqualTo(200);
        assertThat(desk.page("/console/developers"))
                .contains(key.substring(0, 12))
                .doesNotContain(key);

        var admin = desk.visitor
                .post("/console/developers/keys", Map.of("scope", "admin"))
                .body()
                .replaceAll("(?s).*data-copy=\"(sk_test_[0-9A-Z]+)\".*", "$1");
        assertThat(desk.herald.send("GET", "/v1/campaigns", null, admin).status())
                .isEqualTo(200);
    }

    @Test
    void a_revoked_key_is_refused_at_once_and_the_others_are_not() {
        var key = desk.visitor
                .post("/console/developers/keys", Map.of("scope", "admin"))
                .body()
                .replaceAll("(?s).*data-copy=\"(sk_test_[0-9A-Z]+)\".*", "$1");
        assertThat(desk.herald.send("GET", "/v1/campaigns", null, key).status()).isEqualTo(200);
        var newest = desk.page("/console/developers").replaceAll("(?s).*?href=\"([^\"]*/revoke)\".*", "$1");

        assertThat(desk.page(newest)).contains("It was last used on");
        desk.isHidden(List.of(newest), List.of(newest));
        assertThat(desk.sent(newest, Map.of())).isEqualTo("/console/developers?told=revoked");

        assertThat(desk.herald.send("GET", "/v1/campaigns", null, key).code()).isEqualTo("key_invalid");
        assertThat(desk.herald.get("/v1/campaigns").status()).isEqualTo(200);
        assertThat(desk.sent(newest, Map.of())).isEqualTo("/console/developers?told=revoked");
        assertThat(desk.visitor.get(newest).statusCode()).isEqualTo(404);
    }

    @Test
    void the_samples_work_as_they_stand() {
        desk.herald.runningCampaign(Map.of("blanket_code", "HEARTBEAT20", "currency", "EUR"));
        var page = desk.page("/console/developers");
        assertThat(page).contains("curl " + desk.herald.address + "/v1/validations");
        var body = page.replaceAll("(?s).*?-d (?:'|&#39;)(.*?)(?:'|&#39;)<.*", "$1")
                .replace("&#34;", "\"");

        var answer = desk.herald.post("/v1/validations", body);

        assertThat(answer.json().get("valid").asBoolean()).as(answer.body()).isTrue();
    }

    @Test
    void the_log_tells_what_was_asked_and_answered_since_the_start() {
        assertThat(desk.page("/console/developers/requests")).contains("No request yet", "since it was started");

        desk.herald.runningCampaign(Map.of("blanket_code", "HEARTBEAT20"));
        desk.herald.post(
                "/v1/redemptions",
                TestHerald.redemption("NOSUCH", "ann", "o-1"),
                "Idempotency-Key",
                "secret key of ann");
        desk.herald.send("GET", "/v1/campaigns", null, desk.herald.checkout);
        desk.herald.get("/v1/campaigns/%3Cscript%3E");
        var page = desk.page("/console/developers/requests");

        assertThat(page)
                .contains("/v1/redemptions", "code_unknown", "scope_missing", "Checkout", ">409<", ">403<", ">201<")
                .containsPattern("<code>[0-9a-f]{1,8}</code>")
                .doesNotContain("secret key of ann", "<script>%", desk.herald.admin);
        assertThat(desk.stranger.get("/console/developers/requests").body()).contains("No request yet");
    }

    @Test
    void the_log_keeps_the_last_thousand() {
        IntStream.range(0, RequestLog.MOST + 20).forEach(i -> desk.herald.get("/v1/campaigns/" + i));

        var page = desk.page("/console/developers/requests");

        assertThat(page.split("<tr role=\"row\">")).hasSize(RequestLog.MOST + 2);
        assertThat(page).contains(">/v1/campaigns/1019<").doesNotContain(">/v1/campaigns/19<");
    }

    @Test
    void the_reference_has_every_operation_of_the_document_with_a_sample() {
        var page = desk.page("/console/developers/reference");

        var paths = desk.herald
                .send("GET", "/openapi.json", null, desk.herald.admin)
                .json()
                .get("paths");
        for (var path : paths.properties()) {
            assertThat(page).contains("<code>" + path.getKey() + "</code>");
            for (var operation : path.getValue().properties()) {
                assertThat(page)
                        .contains("id=\""
                                + operation.getValue().get("operationId").asText() + "\"");
            }
        }
        assertThat(page).contains("curl -X POST " + desk.herald.address + "/v1/redemptions", "id=\"type-Campaign\"");
        var links = java.util.regex.Pattern.compile("href=\"#([^\"]+)\"")
                .matcher(page)
                .results();
        assertThat(links.map(link -> link.group(1)).distinct())
                .allSatisfy(id -> assertThat(page).contains("id=\"" + id + "\""));
    }
}
