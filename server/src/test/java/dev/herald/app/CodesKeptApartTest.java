package dev.herald.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.herald.platform.TestPostgres;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Tries to have one slip of a code credited to another's owner, over HTTP and with automatic correction on. */
class CodesKeptApartTest {

    private static TestHerald herald;

    private String campaign = "";

    @BeforeAll
    static void start() {
        herald = new TestHerald();
        herald.patch("/v1/brand", Map.of("automatic_correction", true));
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
    class A_code_given_by_the_brand {

        @Test
        void that_is_rude_is_still_unseparated_if_it_is_too_close() {
            assertThat(give("SHITTY20").get("separated").asBoolean()).isTrue();
            assertThat(give("SHITTY30").get("separated").asBoolean()).isFalse();
            assertThat(give("SHITZY33").get("separated").asBoolean()).isFalse();
        }
    }

    @Nested
    class Codes_made_at_once_on_two_servers {

        @Test
        void are_apart_though_requests_are_repeated_and_undone() throws SQLException {
            var names = List.of("Marina", "Marino", "Martina", "Karina", "Marian", "Maria", "Mario", "Darina");
            var ambassadors = IntStream.range(0, 64)
                    .mapToObj(i -> herald.post("/v1/ambassadors", Map.of("name", names.get(i % 8)))
                            .json()
                            .get("id")
                            .asText())
                    .toList();
            try (var second = herald.neighbour()) {
                var replies = Together.ask(128, i -> {
                    // Each key comes twice: a repeated member is answered again, a repeated wish is another and undone.
                    var path = "/v1/campaigns/" + campaign + (i % 4 == 3 ? "/codes" : "/enrollments");
                    var wish = (char) ('A' + i % 26) + "ARINA20";
                    var body = i % 4 == 3
                            ? Map.of("code", wish)
                            : Map.of("ambassador_ids", List.of(ambassadors.get(i % 64)));
                    var key = "twice-" + i % 64;
                    return i / 2 % 2 == 0
                            ? herald.post(path, body, "Idempotency-Key", key)
                            : second.post(path, body, "Idempotency-Key", key);
                });
                assertThat(replies)
                        .allSatisfy(reply ->
                                assertThat(reply.status()).as(reply.body()).isIn(201, 409, 422, 503));
            }
            var separated = separatedSkeletons();
            assertThat(separated).hasSizeGreaterThan(8);
            for (var one : separated) {
                assertThat(separated.stream().filter(other -> other.compareTo(one) > 0))
                        .as(one)
                        .noneMatch(other -> CodeCareTest.edits(one, other) <= 2);
            }
        }
    }

    @Nested
    class A_slip_of_a_code_that_is_gone {

        @Test
        void is_not_another_random_code() {
            // Two random codes of one pattern are two edits apart where the pattern is short.
            var texts = make("TANGO-##", 15);
            for (var one : texts) {
                for (var other : texts) {
                    if (one.charAt(5) != other.charAt(5) && one.charAt(6) != other.charAt(6)) {
                        herald.post("/v1/codes/" + one + "/disable", Map.of());
                        var slip = one.substring(0, 6) + other.charAt(6);
                        var redeemed = redeem(slip, "gone");
                        assertThat(redeemed.code())
                                .as(one + " " + slip + " " + other)
                                .isEqualTo("code_unknown");
                        return;
                    }
                }
            }
        }

        @Test
        void is_not_another_code_though_its_end_was_put_into_the_past() {
            give("MELODIE20");
            herald.patch("/v1/codes/MELODIE20", Map.of("expires_at", "2021-01-01T00:00:00Z"));
            assertThat(give("MELODIA20").get("separated").asBoolean()).isFalse();
        }
    }

    @Nested
    class Letters_beyond_the_basic_plane {

        @Test
        void are_letters_like_any_other() {
            give("\uD842\uDFB7 YOSHINOYA 20");
            assertThat(give("\uD867\uDE3D YOSHINOYA 30").get("separated").asBoolean())
                    .isFalse();
            var slip = redeem("\uD867\uDE3D YOSHINOYA 20", "beyond");
            assertThat(slip.json().at("/code/display").asText()).doesNotEndWith("30");
        }
    }

    @Nested
    class A_member_who_joins_after_the_campaigns_code_was_replaced {

        @Test
        void shares_the_new_one() {
            campaign = herald.runningCampaign(Map.of("blanket_code", "JUBILEUM20"));
            herald.post("/v1/codes/JUBILEUM20/rotate", Map.of("code", "FRUEHSTUECK20"));
            assertThat(enroll("Late Comer").at("/code/text").asText()).isEqualTo("FRUEHSTUECK20");
        }
    }

    private static List<String> separatedSkeletons() throws SQLException {
        try (var connection = TestPostgres.connect(herald.database);
                var rows = connection.createStatement().executeQuery("""
                        select skeleton
                          from code
                         where separated
                           and kind <> 'unique'
                           and ended_at is null
                        """)) {
            var skeletons = new ArrayList<String>();
            while (rows.next()) {
                skeletons.add(rows.getString(1));
            }
            return skeletons;
        }
    }

    private JsonNode give(String code) {
        var reply = herald.post("/v1/campaigns/" + campaign + "/codes", Map.of("code", code));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply.json().at("/data/0");
    }

    private List<String> make(String pattern, int count) {
        var reply = herald.post("/v1/campaigns/" + campaign + "/codes", Map.of("pattern", pattern, "count", count));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply.json().get("data").findValuesAsText("text");
    }

    private TestHerald.Reply redeem(String code, String order) {
        return herald.post("/v1/redemptions", TestHerald.redemption(code, "customer of " + order, order + campaign));
    }

    private JsonNode enroll(String name) {
        return herald.enroll(campaign, name);
    }
}
