package dev.herald.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.access.Brand;
import dev.herald.access.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What no code can be, and what is not one's own, on the routes of codes: refused, and never a fault of ours. */
class BadCodesTest {

    /** Percent-encoded, as they stand in a path. */
    private static final List<String> ODD_TEXTS = List.of(
            "%00",
            "%2F",
            "a%2Fb%2F..%2F..",
            "..%2F..",
            "%20",
            "%20%20%20",
            "%E2%80%8B%E2%80%8B%E2%80%8B",
            "%F0%9F%98%80%F0%9F%98%80%F0%9F%98%80",
            "%FF%FE",
            "%ED%A0%80ABC",
            "%F0%A0%AE%B7%F0%A0%AE%B7%F0%A0%AE%B7",
            "ABC%0D%0AX",
            "%EF%B7%BA%EF%B7%BA",
            "%27%3B--",
            "A".repeat(2_000),
            "%20".repeat(1_000) + "ABC",
            "%CC%81%CC%81%CC%81",
            "%25",
            "---",
            "0");

    private static TestHerald herald;
    private static String campaign = "";
    private static String enrollment = "";

    @BeforeAll
    static void start() {
        herald = new TestHerald();
        campaign = herald.runningCampaign(Map.of("strategy", "personal"));
        var ambassador = herald.post("/v1/ambassadors", Map.of("name", "Mia Wong"))
                .json()
                .get("id")
                .asText();
        enrollment = herald.post(
                        "/v1/campaigns/" + campaign + "/enrollments", Map.of("ambassador_ids", List.of(ambassador)))
                .json()
                .at("/data/0/id")
                .asText();
    }

    @AfterAll
    static void stop() {
        herald.close();
    }

    @Test
    void odd_texts_in_a_path_name_no_code() {
        for (var text : ODD_TEXTS) {
            var path = "/v1/codes/" + text;
            assertThat(herald.get(path).status()).as("GET " + path).isBetween(400, 499);
            for (var step : List.of("/rotate", "/disable")) {
                assertThat(herald.post(path + step, Map.of()).status())
                        .as(path + step)
                        .isBetween(400, 499);
            }
            assertThat(herald.patch(path, Map.of("expires_at", "2030-01-01T00:00:00Z"))
                            .status())
                    .as("PATCH " + path)
                    .isBetween(400, 499);
        }
    }

    @Test
    void odd_wishes_are_refused() {
        var wishes = new ArrayList<Object>(List.of(
                "",
                " ",
                "--",
                "A\u0000B",
                "\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00",
                "\u200B\u200B\u200B",
                "ABC\u0007",
                "A".repeat(33),
                "A".repeat(256),
                "A".repeat(257),
                "\uFDFA".repeat(3),
                20,
                true,
                List.of("A"),
                Map.of("a", 1),
                "'; drop table code; --",
                "MIA20/..",
                "\\",
                "#".repeat(8),
                "\u0301\u0301\u0301"));
        for (var wish : wishes) {
            var body = Map.of("code", wish);
            for (var path : List.of(
                    "/v1/campaigns/" + campaign + "/codes",
                    "/v1/enrollments/" + enrollment + "/code",
                    "/v1/codes/MIA20/rotate")) {
                assertThat(herald.post(path, body).status())
                        .as(path + " " + wish)
                        .isEqualTo(422);
            }
        }
        assertThat(herald.post("/v1/campaigns/" + campaign + "/codes", "{\"code\": \"AB\\ud800CD\"}")
                        .status())
                .isIn(400, 422);
    }

    @Test
    void odd_counts_patterns_and_times_are_refused() {
        var codes = "/v1/campaigns/" + campaign + "/codes";
        for (var count : List.of(
                "0", "-1", "1000000000000000000", "1e18", "9223372036854775808", "1.5", "\"7\"", "[]", "1e999999999")) {
            assertThat(herald.post(codes, "{\"count\": " + count + "}").status())
                    .as(count)
                    .isEqualTo(422);
        }
        for (var pattern : List.of(
                "",
                "#",
                "##",
                "A#",
                "ABC",
                "#".repeat(33),
                "#\u0000##",
                "#\uD83D\uDE00##",
                "AB\"####",
                "%s####",
                "$1####",
                "A".repeat(300) + "#")) {
            assertThat(herald.post(codes, Map.of("pattern", pattern)).status())
                    .as(pattern)
                    .isEqualTo(422);
        }
        for (var days : List.of("-1", "3651", "1000000000000000000", "\"1\"", "0.5")) {
            assertThat(herald.post("/v1/codes/MIA20/rotate", "{\"honoured_days\": " + days + "}")
                            .status())
                    .as(days)
                    .isEqualTo(422);
        }
        for (var time : List.of("", "now", "+999999999-01-01T00:00:00Z", "0000-01-01T00:00:00Z", "2030-01-01")) {
            assertThat(herald.patch("/v1/codes/MIA20", Map.of("expires_at", time))
                            .status())
                    .as(time)
                    .isEqualTo(422);
        }
        assertThat(herald.patch("/v1/codes/MIA20", Map.of()).status()).isEqualTo(422);
    }

    @Test
    void patterns_in_any_script_make_codes() {
        for (var pattern : List.of(
                "ß-####",
                "ŉ####",
                "か#\u3099###",
                "#\u0301###",
                "\uFF03\uFF03\uFF03\uFF03AB",
                "ÅÅ####",
                "\uD842\uDFB7####",
                "Ж_####",
                "\u0130####",
                "ﬃ####",
                "०१####")) {
            var made = herald.post("/v1/campaigns/" + campaign + "/codes", Map.of("pattern", pattern, "count", 5));
            assertThat(made.status()).as(pattern + " " + made.body()).isIn(201, 422);
        }
    }

    @Test
    void another_brand_finds_nothing() {
        var other = herald.herald.access().createBrand("Other", Brand.Mode.TEST, "Otto");
        var key = herald.herald.access().createKey(other, Scope.ADMIN);
        var job = herald.post("/v1/campaigns/" + campaign + "/codes", Map.of("count", 1_001))
                .json()
                .get("id")
                .asText();
        for (var path : List.of("/v1/codes/MIA20", "/v1/jobs/" + job, "/v1/campaigns/" + campaign + "/codes")) {
            assertThat(herald.send("GET", path, null, key).status()).as(path).isEqualTo(404);
        }
        for (var path : List.of(
                "/v1/codes/MIA20/rotate",
                "/v1/codes/MIA20/disable",
                "/v1/enrollments/" + enrollment + "/code",
                "/v1/jobs/" + job + "/cancel",
                "/v1/jobs/" + job + "/resume",
                "/v1/campaigns/" + campaign + "/codes",
                "/v1/campaigns/" + campaign + "/enrollments")) {
            assertThat(herald.send("POST", path, Map.of("code", "OTHER20", "ambassador_ids", List.of("amb_x")), key)
                            .status())
                    .as(path)
                    .isEqualTo(404);
        }
        var slip = herald.send("GET", "/v1/codes/MIA2P", null, key);
        assertThat(slip.status()).isEqualTo(404);
        assertThat(slip.json().get("suggestions")).isEmpty();
        assertThat(herald.send("PATCH", "/v1/codes/MIA20", Map.of("expires_at", "2030-01-01T00:00:00Z"), key)
                        .status())
                .isEqualTo(404);
    }
}
