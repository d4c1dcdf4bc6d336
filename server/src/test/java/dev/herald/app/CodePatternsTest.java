package dev.herald.app;

import static dev.herald.app.Problems.isProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.herald.code.BulkCodes;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over HTTP: what codes will look like, how hard they are to guess, and what could take the place of bad ones. */
class CodePatternsTest {

    private static TestHerald herald;

    @BeforeAll
    static void start() {
        herald = new TestHerald();
    }

    @AfterAll
    static void stop() {
        herald.close();
    }

    @Nested
    class Patterns {

        @Test
        void show_samples_their_room_and_how_hard_they_are_to_guess() {
            var shown = ask(Map.of("pattern", "spring-####", "count", 500)).json();
            assertThat(shown.get("pattern").asText()).isEqualTo("SPRING-####");
            var samples = new HashSet<String>();
            shown.get("samples").forEach(sample -> samples.add(sample.asText()));
            assertThat(samples)
                    .hasSize(20)
                    .allSatisfy(sample -> assertThat(sample).matches("SPRING-[2-9A-Y]{4}"));
            assertThat(shown.get("space").asLong()).isEqualTo(614_656);
            assertThat(shown.get("capacity").asLong()).isBetween(17_000L, 18_000L);
            assertThat(shown.get("free_symbols").asInt()).isEqualTo(4);
            assertThat(shown.get("expected_hits_per_day").asDouble()).isEqualTo(500);
            assertThat(shown.get("verdict").asText()).isEqualTo("guessable");
            assertThat(shown.get("longer_pattern").asText()).isEqualTo("SPRING-########");
        }

        @Test
        void of_eight_symbols_are_hard_to_guess() {
            var shown = ask(Map.of("pattern", "####-####", "count", 300)).json();
            assertThat(shown.get("verdict").asText()).isEqualTo("hard_to_guess");
            assertThat(shown.get("expected_hits_per_day").asDouble()).isCloseTo(.0114, within(.0001));
            assertThat(shown.get("expected_hits_per_year").asDouble()).isCloseTo(4.17, within(.01));
            assertThat(shown.has("longer_pattern")).isFalse();
        }

        @Test
        void show_no_code_that_is_taken() {
            var campaign = herald.runningCampaign(Map.of("blanket_code", "PATTERNS1"));
            "23456789ACDEFGHJKMNPQRTUVW"
                    .chars()
                    .forEach(symbol -> herald.post(
                            "/v1/campaigns/" + campaign + "/codes", Map.of("code", "PINK" + (char) symbol)));
            var shown = ask(Map.of("pattern", "PINK-#")).json();
            assertThat(shown.get("samples"))
                    .hasSize(2)
                    .allSatisfy(sample -> assertThat(sample.asText()).isIn("PINK-X", "PINK-Y"));
        }

        @Test
        void of_thirty_two_symbols_have_room_for_everything() {
            var shown = ask(Map.of("pattern", "#".repeat(32), "count", BulkCodes.MOST))
                    .json();
            assertThat(shown.get("space").bigIntegerValue().toString()).hasSize(47);
            assertThat(shown.get("samples")).hasSize(20);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", "SPRING", "#", "##!", "SPRING-€###", "#################################", "\u0000##"})
        void that_are_none_are_refused(String pattern) {
            isProblem(ask(Map.of("pattern", pattern)), 422, "invalid_request");
        }

        @Test
        void that_cannot_hold_so_many_are_refused_with_one_that_can() {
            var reply = ask(Map.of("pattern", "VIP-###", "count", 1_000_000));
            isProblem(reply, 422, "invalid_request");
            assertThat(reply.json().get("detail").asText()).contains("VIP-######");
            isProblem(ask(Map.of("pattern", "VIP-###", "count", 0)), 422, "invalid_request");
        }

        private static TestHerald.Reply ask(Map<String, Object> body) {
            return herald.post("/v1/code-patterns", body);
        }
    }

    @Nested
    class Guessing {

        @Test
        void is_measured_for_each_form_of_a_campaigns_live_codes() {
            var campaign = herald.runningCampaign(Map.of("blanket_code", "GUESSWHAT20", "strategy", "unique"));
            var made = herald.post("/v1/campaigns/" + campaign + "/codes", Map.of("count", 300))
                    .json()
                    .get("data");
            herald.post("/v1/codes/" + made.get(0).get("text").asText() + "/disable", Map.of());
            herald.post("/v1/campaigns/" + campaign + "/codes", Map.of("code", "TOTALLYELSE"));
            var forms = herald.get("/v1/campaigns/" + campaign + "/guessability")
                    .json()
                    .get("data");
            assertThat(forms).hasSize(2);
            assertThat(forms.get(0).get("kind").asText()).isEqualTo("memorable");
            assertThat(forms.get(0).get("live_codes").asInt()).isEqualTo(2);
            assertThat(forms.get(0).get("verdict").asText()).isEqualTo("guessable_by_design");
            assertThat(forms.get(1).get("kind").asText()).isEqualTo("random");
            assertThat(forms.get(1).get("length").asInt()).isEqualTo(8);
            assertThat(forms.get(1).get("live_codes").asInt()).isEqualTo(299);
            assertThat(forms.get(1).get("tries_per_day").asLong()).isEqualTo(14_400_000);
            assertThat(forms.get(1).get("verdict").asText()).isEqualTo("hard_to_guess");
        }

        @Test
        void of_a_campaign_without_codes_is_nothing() {
            var campaign = herald.post(
                            "/v1/campaigns",
                            Map.of(
                                    "name",
                                    "Empty",
                                    "objective",
                                    "loyalty",
                                    "strategy",
                                    "unique",
                                    "offer",
                                    Map.of("type", "percent", "value", 20),
                                    "currency",
                                    "USD",
                                    "starts_at",
                                    "2020-01-01T00:00:00Z"))
                    .json()
                    .get("id")
                    .asText();
            assertThat(herald.get("/v1/campaigns/" + campaign + "/guessability")
                            .json()
                            .get("data"))
                    .isEmpty();
            isProblem(herald.get("/v1/campaigns/cmp_7/guessability"), 404, "not_found");
        }
    }

    @Nested
    class Replacements {

        @Test
        void are_told_for_codes_that_stand_too_close_and_can_be_carried_out() {
            var campaign = herald.runningCampaign(Map.of("blanket_code", "REPLACEME20"));
            var path = "/v1/campaigns/" + campaign;
            var owner = herald.post("/v1/ambassadors", Map.of("name", "Ottilie Quast"))
                    .json()
                    .get("id")
                    .asText();
            for (var close : List.of("REPLACEME21", "REPLACEME22")) {
                herald.post(path + "/codes", Map.of("code", close));
            }
            herald.post(path + "/codes", Map.of("code", "REPLACEME23", "ambassador_id", owner));
            var first = herald.get(path + "/code-replacements?limit=2").json();
            assertThat(first.get("has_more").asBoolean()).isTrue();
            assertThat(first.at("/data/0/code/text").asText()).isEqualTo("REPLACEME23");
            assertThat(first.at("/data/0/instead").asText()).isEqualTo("OTTILIE20");
            var rest = herald.get(path + "/code-replacements?after="
                            + first.get("next").asText())
                    .json();
            assertThat(rest.get("data")).hasSize(1);
            // What is offered is free at that moment: each is carried out before the next is asked for.
            for (var i = 0; i < 3; i++) {
                var next = herald.get(path + "/code-replacements").json().at("/data/0");
                var rotated = herald.post(
                        "/v1/codes/" + next.at("/code/text").asText() + "/rotate",
                        Map.of("code", next.get("instead").asText()));
                assertThat(rotated.status()).as(rotated.body()).isEqualTo(201);
                assertThat(rotated.json().get("separated").asBoolean()).isTrue();
            }
            assertThat(herald.get(path + "/code-replacements").json().get("data"))
                    .isEmpty();
        }
    }
}
