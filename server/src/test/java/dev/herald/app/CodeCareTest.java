package dev.herald.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What becomes of codes in use: chosen, replaced, ended, disabled, explained. */
class CodeCareTest {

    private static TestHerald herald;

    private String campaign = "";

    @BeforeAll
    static void start() {
        herald = new TestHerald();
    }

    @AfterAll
    static void stop() {
        herald.close();
    }

    @BeforeEach
    void launch() {
        campaign = herald.runningCampaign(Map.of("strategy", "personal"));
    }

    @Nested
    class A_code_of_ones_own {

        @Test
        void is_granted_when_it_is_free_and_the_last_one_still_works_for_the_same_owner() {
            var member = enroll("Quentin Ash");
            var before = member.at("/code/text").asText();
            var chosen = choose(member, "Skatequeen 20");
            assertThat(chosen.status()).isEqualTo(200);
            assertThat(chosen.json().get("text").asText()).isEqualTo("SKATEQUEEN20");
            assertThat(chosen.json().get("separated").asBoolean()).isTrue();
            assertThat(owner("SKATEQUEEN20")).isEqualTo("Quentin Ash");
            assertThat(redeem(before, "q1").json().at("/ambassador/name").asText())
                    .isEqualTo("Quentin Ash");
            assertThat(herald.get("/v1/codes/" + before).json().get("successor").asText())
                    .isEqualTo(chosen.json().get("id").asText());
        }

        @Test
        void is_refused_with_the_rule_and_three_free_alternatives_but_never_with_whose_code_is_in_the_way() {
            enroll("Benedikta Orr");
            var member = enroll("Walter Pim");
            var refused = choose(member, "benedikto20");
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.code()).isEqualTo("code_too_close");
            assertThat(refused.body()).doesNotContain("BENEDIKTA").doesNotContain("Benedikta");
            assertThat(refused.json().get("alternatives")).hasSize(3);
            var alternative = refused.json().at("/alternatives/0").asText();
            assertThat(choose(member, alternative).status()).isEqualTo(200);
        }

        @Test
        void is_refused_when_it_sounds_like_another_or_offends() {
            enroll("Katherine Lo");
            var member = enroll("Ulla Vance");
            assertThat(choose(member, "catherin20").code()).isIn("code_sounds_alike", "code_too_close");
            assertThat(choose(member, "asshole20").code()).isEqualTo("code_offensive");
        }

        @Test
        void can_be_changed_nine_times_and_not_for_ever() {
            var member = enroll("Zebulon Crick");
            var animals = List.of(
                    "GIRAFFE", "PENGUIN", "TOUCAN", "MAMMOTH", "OCTOPUS", "FALCON", "BEAVER", "WOMBAT", "HEDGEHOG");
            assertThat(animals)
                    .allSatisfy(animal -> assertThat(
                                    choose(member, animal + "CRICK20").status())
                            .isEqualTo(200));
            assertThat(choose(member, "SALAMANDER20").code()).isEqualTo("codes_exhausted");
        }

        @Test
        void does_not_exist_where_all_share_one() {
            campaign = herald.runningCampaign(Map.of("blanket_code", "GEMEINSAM20"));
            assertThat(choose(enroll("Dora Quist"), "DORASOWN20").code()).isEqualTo("code_shared");
        }

        @Test
        void of_100_wishes_at_once_on_two_servers_for_twins_no_two_are_too_close() {
            var members = new ArrayList<JsonNode>();
            for (var i = 0; i < 100; i++) {
                members.add(enroll("Member " + (char) ('A' + i % 26) + "x" + i));
            }
            try (var second = herald.neighbour()) {
                // ZANZIBAR and what one slip makes of it.
                var wishes = IntStream.range(0, 100)
                        .mapToObj(i -> "ZANZIBAR".substring(0, i % 8) + (char) ('A' + i / 4)
                                + "ZANZIBAR".substring(i % 8 + i % 2) + "88")
                        .toList();
                var replies = Together.ask(100, i -> {
                    var path = "/v1/enrollments/" + members.get(i).get("id").asText() + "/code";
                    var body = Map.of("code", wishes.get(i));
                    return i % 2 == 0 ? herald.post(path, body) : second.post(path, body);
                });
                assertThat(replies)
                        .allSatisfy(reply -> assertThat(reply.status()).isIn(200, 409));
                var granted = replies.stream()
                        .filter(reply -> reply.status() == 200)
                        .map(reply -> reply.json().get("text").asText())
                        .toList();
                assertThat(granted).isNotEmpty();
                for (var one : granted) {
                    assertThat(granted.stream().filter(other -> edits(one, other) <= 2))
                            .as(one)
                            .containsExactly(one);
                }
            }
        }
    }

    @Nested
    class A_rotated_code {

        @Test
        void has_a_successor_of_the_same_owner_and_works_on_for_as_long_as_it_is_honoured() {
            var member = enroll("Rosalind Fern");
            var old = member.at("/code/text").asText();
            var rotated = herald.post("/v1/codes/" + old + "/rotate", Map.of("honoured_days", 7));
            assertThat(rotated.status()).isEqualTo(201);
            var successor = rotated.json().get("text").asText();
            assertThat(owner(successor)).isEqualTo("Rosalind Fern");
            assertThat(redeem(old, "r1").status()).isEqualTo(201);
            assertThat(redeem(successor, "r2").json().at("/ambassador/name").asText())
                    .isEqualTo("Rosalind Fern");
            assertThat(herald.post("/v1/codes/" + old + "/rotate", Map.of()).code())
                    .isEqualTo("code_disabled");
        }

        @Test
        void ends_at_once_when_it_is_not_honoured_at_all() {
            var old = enroll("Sunniva Berg").at("/code/text").asText();
            herald.post("/v1/codes/" + old + "/rotate", Map.of("code", "sunniva fjord 20", "honoured_days", 0));
            assertThat(redeem(old, "s1").code()).isEqualTo("code_disabled");
            assertThat(redeem("SUNNIVAFJORD20", "s2").status()).isEqualTo(201);
        }

        @Test
        void of_a_campaign_is_the_campaigns_own_from_then_on() {
            var blanket = herald.runningCampaign(Map.of("blanket_code", "OLDBLANKET20"));
            herald.post("/v1/codes/OLDBLANKET20/rotate", Map.of("code", "FRESHSHEET20"));
            assertThat(herald.get("/v1/campaigns/" + blanket)
                            .json()
                            .get("blanket_code")
                            .asText())
                    .isEqualTo("FRESHSHEET20");
        }
    }

    @Nested
    class A_disabled_code {

        @Test
        void never_works_again_and_its_text_is_never_given_to_anybody_else() {
            var code = enroll("Theodora Lund").at("/code/text").asText();
            assertThat(herald.post("/v1/codes/" + code + "/disable", Map.of())
                            .json()
                            .get("status")
                            .asText())
                    .isEqualTo("disabled");
            assertThat(redeem(code, "t1").code()).isEqualTo("code_disabled");
            assertThat(herald.post("/v1/campaigns/" + campaign + "/codes", Map.of("code", code))
                            .code())
                    .isEqualTo("code_taken");
            assertThat(enroll("Theodora").at("/code/text").asText()).isNotEqualTo(code);
            var slip = herald.post("/v1/validations", TestHerald.redemption(code + "7", "t", "o"));
            assertThat(slip.json().get("suggestions")).isEmpty();
        }

        @Test
        void cannot_be_changed_for_another_by_its_owner() {
            var member = enroll("Cornelius Abt");
            herald.post("/v1/codes/" + member.at("/code/text").asText() + "/disable", Map.of());
            assertThat(choose(member, "OVERANDDONE20").code()).isEqualTo("code_disabled");
        }

        @Test
        void is_seen_by_every_redemption_that_begins_after_the_answer_on_every_server() {
            try (var second = herald.neighbour()) {
                for (var i = 0; i < 10; i++) {
                    var code = "DISABLE" + (char) ('A' + i) + (char) ('A' + i) + (char) ('Z' - i);
                    herald.post("/v1/campaigns/" + campaign + "/codes", Map.of("code", code));
                    var warm = second.post("/v1/redemptions", TestHerald.redemption(code, "w", "warm" + i));
                    assertThat(warm.status()).as(warm.body()).isEqualTo(201);
                    herald.post("/v1/codes/" + code + "/disable", Map.of());
                    assertThat(second.post("/v1/redemptions", TestHerald.redemption(code, "w", "late" + i))
                                    .code())
                            .isEqualTo("code_disabled");
                }
            }
        }
    }

    @Nested
    class An_end {

        @Test
        void of_a_code_is_judged_by_the_time_of_the_order_and_only_becomes_earlier() {
            var code = enroll("Ottoline Grey").at("/code/text").asText();
            var changed = herald.patch("/v1/codes/" + code, Map.of("expires_at", "2021-01-01T00:00:00Z"));
            assertThat(changed.json().get("expires_at").asText()).isEqualTo("2021-01-01T00:00:00Z");
            assertThat(redeem(code, "e1").code()).isEqualTo("code_disabled");
            var placedBefore = Map.of(
                    "code", code,
                    "customer", Map.of("id", "e"),
                    "order",
                            Map.of(
                                    "reference", "e2",
                                    "amount", 2000,
                                    "currency", "USD",
                                    "placed_at", "2020-12-31T23:59:59Z"));
            assertThat(herald.post("/v1/redemptions", placedBefore).status()).isEqualTo(201);
            assertThat(herald.patch("/v1/codes/" + code, Map.of("expires_at", "2030-01-01T00:00:00Z"))
                            .json()
                            .get("expires_at")
                            .asText())
                    .isEqualTo("2021-01-01T00:00:00Z");
        }
    }

    @Nested
    class The_explanation {

        @Test
        void says_rule_by_rule_why_a_code_works() {
            campaign = herald.runningCampaign(Map.of(
                    "blanket_code",
                    "EXPLAINED20",
                    "limits",
                    Map.of("per_campaign", 1, "minimum_order", Map.of("amount", 1500, "currency", "USD"))));
            var works = herald.get("/v1/codes/explained-2O").json();
            assertThat(works.get("works").asBoolean()).isTrue();
            assertThat(works.get("spoken").asText())
                    .startsWith("E for Echo, X for X-ray")
                    .endsWith("2 two, 0 zero");
            assertThat(rule(works, "limit_per_campaign").get("detail").asText())
                    .isEqualTo("0 of 1 uses of the campaign's codes are taken.");
            assertThat(rule(works, "minimum_order").get("detail").asText())
                    .isEqualTo("Only for orders of 15.00 USD or more.");
            redeem("EXPLAINED20", "x1");
            var full = herald.get("/v1/codes/EXPLAINED20").json();
            assertThat(full.get("works").asBoolean()).isFalse();
            assertThat(rule(full, "limit_per_campaign").get("passed").asBoolean())
                    .isFalse();
        }

        @Test
        void of_a_text_that_is_no_code_is_404_with_what_was_meant() {
            enroll("Leopoldine Marx");
            var missing = herald.get("/v1/codes/LEOPOLDINW20");
            assertThat(missing.status()).isEqualTo(404);
            assertThat(missing.json().at("/suggestions/0/text").asText()).isEqualTo("LEOPOLDINE20");
        }
    }

    private static JsonNode rule(JsonNode check, String name) {
        return StreamSupport.stream(check.get("rules").spliterator(), false)
                .filter(rule -> rule.get("rule").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String owner(String code) {
        return herald.get("/v1/codes/" + code).json().at("/owner/name").asText();
    }

    private static TestHerald.Reply choose(JsonNode member, String wish) {
        return herald.post("/v1/enrollments/" + member.get("id").asText() + "/code", Map.of("code", wish));
    }

    private TestHerald.Reply redeem(String code, String order) {
        return herald.post("/v1/redemptions", TestHerald.redemption(code, "customer of " + order, order + campaign));
    }

    private JsonNode enroll(String name) {
        return herald.enroll(campaign, name);
    }

    /** Restricted to neighbours swapped in place, which is never less than the distance that codes are kept apart by. */
    static int edits(String one, String other) {
        var cost = new int[one.length() + 1][other.length() + 1];
        for (var i = 0; i <= one.length(); i++) {
            for (var j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                var same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                var least = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + same);
                var swapped = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                cost[i][j] = swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
            }
        }
        return cost[one.length()][other.length()];
    }
}
