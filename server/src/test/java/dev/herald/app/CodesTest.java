package dev.herald.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Codes and enrollments over HTTP. */
class CodesTest {

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
    void of_20_wishes_at_once_for_one_text_in_20_spellings_one_is_granted() {
        var campaign = herald.runningCampaign(Map.of());
        var replies = Together.ask(
                20,
                i -> herald.post(
                        "/v1/campaigns/" + campaign + "/codes",
                        Map.of("code", "wish" + "-".repeat(i + 1) + (i % 2 == 0 ? "2O" : "20"))));
        assertThat(Together.made(replies)).isEqualTo(1);
        assertThat(replies.stream().filter(reply -> reply.status() == 409)).hasSize(19);
    }

    @Test
    void one_ambassador_enrolled_20_times_at_once_has_one_code() {
        var campaign = herald.runningCampaign(Map.of("strategy", "unique"));
        var mia = ambassador("Mia");
        var replies = Together.ask(20, _ -> enroll(campaign, List.of(mia)));
        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(201));
        assertThat(replies.stream()
                        .map(reply -> reply.json().at("/data/0/code/text").asText())
                        .distinct())
                .hasSize(1)
                .allSatisfy(text -> assertThat(text).matches("[2-9ACDEFGHJKMNPQRTUVWXY]{8,9}"));
    }

    @Test
    void forty_people_of_one_name_get_forty_memorable_codes_with_one_number() {
        var campaign = herald.runningCampaign(Map.of("strategy", "personal"));
        var people =
                IntStream.range(0, 40).mapToObj(_ -> ambassador("Anna Berg")).toList();
        var texts = new HashSet<String>();
        enroll(campaign, people)
                .json()
                .get("data")
                .forEach(one -> texts.add(one.at("/code/text").asText()));
        assertThat(texts)
                .hasSize(40)
                .contains("ANNA20")
                .allSatisfy(text -> assertThat(text).matches("[A-Z]+20"));
    }

    @Test
    void everybody_in_a_blanket_campaign_shares_its_code_which_the_launch_has_made() {
        var campaign = herald.runningCampaign(Map.of("strategy", "blanket", "name", "Winter glow"));
        var code = herald.get("/v1/campaigns/" + campaign)
                .json()
                .get("blanket_code")
                .asText();
        assertThat(code).matches("[A-Z]{4,14}20");
        var enrolled =
                enroll(campaign, List.of(ambassador("A"), ambassador("B"))).json();
        assertThat(enrolled.findValuesAsText("text")).containsExactly(code, code);
    }

    @Test
    void a_thousand_unique_codes_are_made_at_once_and_listed_page_by_page() {
        var campaign = herald.runningCampaign(Map.of("strategy", "unique", "blanket_code", "THOUSAND20"));
        var made = herald.post("/v1/campaigns/" + campaign + "/codes", Map.of("count", 1000));
        assertThat(new HashSet<>(made.json().findValuesAsText("text"))).hasSize(1000);
        var page = herald.get("/v1/campaigns/" + campaign + "/codes?limit=1000").json();
        assertThat(page.get("data")).hasSize(1000);
        assertThat(page.get("has_more").asBoolean()).isTrue();
    }

    @Test
    void a_repeated_key_makes_nothing_twice_and_a_refusal_is_not_kept() {
        var campaign = herald.runningCampaign(Map.of("strategy", "unique"));
        var path = "/v1/campaigns/" + campaign + "/codes";
        var first = herald.post(path, Map.of("count", 2), "Idempotency-Key", "two");
        assertThat(herald.post(path, Map.of("count", 2), "Idempotency-Key", "two")
                        .body())
                .isEqualTo(first.body());
        assertThat(herald.post(path, Map.of("count", 3), "Idempotency-Key", "two")
                        .code())
                .isEqualTo("idempotency_key_reused");
        assertThat(herald.post(path, Map.of("count", 0), "Idempotency-Key", "none")
                        .status())
                .isEqualTo(422);
        assertThat(herald.post(path, Map.of("count", 1), "Idempotency-Key", "none")
                        .status())
                .isEqualTo(201);
    }

    private static TestHerald.Reply enroll(String campaign, List<String> ambassadors) {
        return herald.post("/v1/campaigns/" + campaign + "/enrollments", Map.of("ambassador_ids", ambassadors));
    }

    private static String ambassador(String name) {
        return herald.post("/v1/ambassadors", Map.of("name", name))
                .json()
                .get("id")
                .asText();
    }
}
