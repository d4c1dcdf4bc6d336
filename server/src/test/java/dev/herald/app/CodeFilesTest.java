package dev.herald.app;

import static dev.herald.app.Problems.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.herald.access.Brand;
import dev.herald.access.Scope;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes as CSV over HTTP, out and in. */
class CodeFilesTest {

    private static TestHerald herald;

    private static String bad;

    @BeforeAll
    static void start() {
        herald = new TestHerald();
        bad = campaign("IMPORTBAD");
    }

    @AfterAll
    static void stop() {
        herald.close();
    }

    @Nested
    class Exports {

        @Test
        void have_a_row_for_each_code_with_its_owner_and_successor() {
            var campaign = campaign("EXPORTROWS");
            var owner = ambassador("Zoë, \"Z\"", "zoe@example.com");
            give(campaign, Map.of("code", "zoe row", "ambassador_id", owner));
            herald.post("/v1/codes/ZOEROW/rotate", Map.of("code", "Quintessence"));
            var reply = herald.get("/v1/campaigns/" + campaign + "/codes.csv");
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.raw().headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
            assertThat(reply.raw().headers().firstValue("Content-Disposition"))
                    .contains("attachment; filename=\"heartbeat-spring-codes.csv\"");
            var lines = reply.body().split("\r\n");
            assertThat(lines).hasSize(4);
            assertThat(lines[0])
                    .isEqualTo("code,text,kind,status,separated,ambassador_id,ambassador,created_at,expires_at,"
                            + "successor");
            assertThat(lines[1]).matches("EXPORTROWS,EXPORTROWS,blanket,live,true,,,[^,]+Z,,");
            assertThat(lines[2])
                    .matches("zoe row,ZOEROW,personal,live,true," + owner
                            + ",\"Zoë, \"\"Z\"\"\",[^,]+Z,[^,]+Z,Quintessence");
        }

        @Test
        void run_nothing_in_a_spreadsheet() {
            var campaign = campaign("EXPORTGUARD");
            var owner = ambassador("=HYPERLINK(\"http://x\")", "h@example.com");
            give(campaign, Map.of("code", "-formula-", "ambassador_id", owner));
            assertThat(herald.get("/v1/campaigns/" + campaign + "/codes.csv").body())
                    .contains("'-formula-,FORMULA,")
                    .contains("\"'=HYPERLINK(");
        }

        @Test
        void can_be_limited_to_codes_that_stand_too_close_and_to_a_job() {
            var campaign = campaign("EXPORTCLOSE");
            give(campaign, Map.of("code", "EXPORTCLOSER"));
            var path = "/v1/campaigns/" + campaign + "/codes.csv";
            assertThat(herald.get(path + "?separated=false").body().lines()).hasSize(2);
            assertThat(herald.get(path + "?separated=true").body().lines()).hasSize(2);
            assertThat(herald.get(path + "?job=job_0000000000001").body().lines())
                    .hasSize(1);
            isProblem(herald.get(path + "?separated=maybe"), 422, "invalid_request");
            isProblem(herald.get(path + "?job=7"), 404, "not_found");
        }

        @Test
        void are_for_the_campaigns_own_brand_and_its_admins_only() {
            var path = "/v1/campaigns/" + campaign("EXPORTBRAND") + "/codes.csv";
            var other = herald.herald.access().createBrand("Other", Brand.Mode.TEST, "Otto");
            var stranger = herald.herald.access().createKey(other, Scope.ADMIN);
            isProblem(herald.send("GET", path, null, stranger), 404, "not_found");
            isProblem(herald.send("GET", path, null, herald.checkout), 403, "scope_missing");
        }

        @Test
        void can_be_imported_again() {
            var campaign = campaign("EXPORTAGAIN");
            give(campaign, Map.of("code", "-roundtrip-"));
            var exported =
                    herald.get("/v1/campaigns/" + campaign + "/codes.csv").body();
            var again = take(campaign, "?dry_run=true", exported);
            assertThat(again.get("refused").asInt()).isEqualTo(2);
            assertThat(again.get("errors"))
                    .allSatisfy(
                            error -> assertThat(error.get("detail").asText()).contains("taken"));
            assertThat(again.get("columns").toString())
                    .isEqualTo("{\"code\":\"code\",\"ambassador\":\"ambassador_id\",\"expires\":\"expires_at\"}");
        }
    }

    @Nested
    class Imports {

        @Test
        void take_over_codes_with_their_ambassadors_and_ends() {
            var campaign = campaign("IMPORTBASE");
            var mia = ambassador("Mia", "Mia.Berg@example.com");
            var summary = take(campaign, "", """
                    Gutscheincode;Botschafter;Gültig bis
                    Holunder-15;mia.berg@EXAMPLE.com;31.12.2099
                    Zitronat 15;@handle of mia.berg@example.com;
                    Walnuss15;%s;2020-01-01
                    ALLE15;;
                    """.formatted(mia));
            assertThat(summary.get("imported").asInt()).as(summary.toString()).isEqualTo(4);
            assertThat(summary.get("separated").asInt()).isEqualTo(4);
            var holunder = herald.get("/v1/codes/holunder15").json();
            assertThat(holunder.get("display").asText()).isEqualTo("Holunder-15");
            assertThat(holunder.at("/owner/id").asText()).isEqualTo(mia);
            assertThat(holunder.get("expires_at").asText()).isEqualTo("2100-01-01T00:00:00Z");
            assertThat(holunder.get("works").asBoolean()).isTrue();
            assertThat(herald.get("/v1/codes/walnuss15").json().get("works").asBoolean())
                    .isFalse();
            assertThat(herald.get("/v1/codes/zitronat15").json().at("/owner/id").asText())
                    .isEqualTo(mia);
            assertThat(herald.get("/v1/codes/alle15").json().has("owner")).isFalse();
        }

        @Test
        void refuse_rows_one_by_one_with_line_and_reason() {
            var campaign = campaign("IMPORTREFUSE");
            var summary = take(campaign, "", """
                    code,owner,expires
                    PINEAPPLE9,,
                    pine-apple9,,
                    !?,,
                    IMPORTREFUSE,,
                    KUMQUAT77,nobody@example.com,
                    RAMBUTAN5,,someday
                    ELDERBERRY,,2030-01-01,x
                    """);
            assertThat(summary.get("imported").asInt()).isEqualTo(1);
            assertThat(summary.get("refused").asInt()).isEqualTo(6);
            assertThat(summary.get("errors").findValuesAsText("line")).containsExactly("3", "4", "5", "6", "7", "8");
            assertThat(summary.get("errors").findValuesAsText("code"))
                    .containsExactly("pine-apple9", "!?", "IMPORTREFUSE", "KUMQUAT77", "RAMBUTAN5", "ELDERBERRY");
            assertThat(summary.at("/errors/0/detail").asText()).contains("line 2");
        }

        @Test
        void come_back_with_the_refused_rows_as_csv_if_csv_is_asked_for() {
            var campaign = campaign("IMPORTCSV");
            var reply = herald.send(
                    "POST",
                    importPath(campaign),
                    "Code;Note\nIMPORTCSV;=1+1\nTAPIOCA55;fine\n;\"a;b\"\n",
                    herald.admin,
                    "Accept",
                    "text/csv");
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.raw().headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
            assertThat(reply.body().split("\r\n"))
                    .hasSize(3)
                    .startsWith("Code;Note;error")
                    .satisfies(lines -> assertThat(lines[1]).startsWith("IMPORTCSV;'=1+1;This code"))
                    .satisfies(lines -> assertThat(lines[2]).startsWith(";\"a;b\";\"Not a code"));
            assertThat(herald.get("/v1/codes/TAPIOCA55").status()).isEqualTo(200);
        }

        @Test
        void tell_in_a_dry_run_what_the_real_run_tells_and_change_nothing() {
            var campaign = campaign("IMPORTDRY");
            var file = "code\nMARZIPAN20\nMARZIPAN21\nMARZIPAN20\nIMPORTDRY\nX\n";
            var dry = take(campaign, "?dry_run=true", file);
            assertThat(herald.get("/v1/codes/MARZIPAN20").status()).isEqualTo(404);
            var real = take(campaign, "?dry_run=false", file);
            assertThat(dry.get("dry_run").asBoolean()).isTrue();
            assertThat(real.get("dry_run").asBoolean()).isFalse();
            assertThat(dry.toString().replace("\"dry_run\":true", "\"dry_run\":false"))
                    .isEqualTo(real.toString());
            assertThat(real.get("separated").asInt()).isEqualTo(1);
            assertThat(real.get("not_separated").asInt()).isEqualTo(1);
            assertThat(real.get("refused").asInt()).isEqualTo(3);
        }

        @Test
        void mend_slips_of_codes_that_stand_apart_and_of_no_others() {
            var campaign = campaign("IMPORTSLIPS");
            take(campaign, "", "code\nWATERMELON30\nTAMARIND41\nTAMARIND42\n");
            assertThat(herald.get("/v1/codes/WATERMELN30")
                            .json()
                            .at("/suggestions/0/text")
                            .asText())
                    .isEqualTo("WATERMELON30");
            assertThat(herald.get("/v1/codes/TAMARIND4").json().get("suggestions"))
                    .isEmpty();
        }

        @Test
        void keep_offensive_codes_and_those_gone_for_years_however_close() {
            var campaign = campaign("IMPORTRUDE");
            var summary = take(campaign, "", """
                    code,expires
                    SH1T2077,
                    SH1T2078,
                    PERSIMMON1,2001-01-01
                    PERSIMMON3,2001-01-01
                    PERSIMMON4,
                    """);
            assertThat(summary.get("imported").asInt()).as(summary.toString()).isEqualTo(5);
            assertThat(summary.get("not_separated").asInt()).isEqualTo(1);
            assertThat(give(campaign, Map.of("code", "SH1T2079")).status()).isEqualTo(201);
        }

        @Test
        void are_done_once_for_a_repeated_key() {
            var campaign = campaign("IMPORTKEY");
            var path = importPath(campaign);
            var first = herald.post(path, "code\nNECTARINE8\n", "Idempotency-Key", "import-1");
            var second = herald.post(path, "code\nNECTARINE8\n", "Idempotency-Key", "import-1");
            assertThat(second.body()).isEqualTo(first.body());
            assertThat(second.json().get("imported").asInt()).isEqualTo(1);
            assertThat(herald.post(path, "code\nMANDARINE9\n", "Idempotency-Key", "import-1")
                            .code())
                    .isEqualTo("idempotency_key_reused");
            assertThat(herald.post(path + "?dry_run=true", "code\nNECTARINE8\n", "Idempotency-Key", "import-1")
                            .code())
                    .isEqualTo("idempotency_key_reused");
        }

        @Test
        void read_the_columns_that_the_sender_names() {
            var campaign = campaign("IMPORTNAMED");
            var summary = take(
                    campaign,
                    "?code=" + URLEncoder.encode("Mein Text", StandardCharsets.UTF_8) + "&ambassador=&expires=",
                    "code,Mein Text,owner\nwrong!,PAPAYA8844,nobody\n");
            assertThat(summary.get("imported").asInt()).isEqualTo(1);
            assertThat(summary.get("columns").toString()).isEqualTo("{\"code\":\"Mein Text\"}");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "\n\n",
                    "name,price\nx,1\n",
                    "code\n\"open\n",
                    "code\n\"a\"b\n",
                    "{\"code\": \"MIA20\"}",
                    "MIA20",
                    "\u0000",
                    "\"",
                    "ÿþ"
                })
        void of_what_is_no_such_file_are_refused(String body) {
            isProblem(herald.post(importPath(bad), body), 422, "invalid_csv");
        }

        @Test
        void of_a_file_that_is_too_large_are_refused() {
            var path = importPath(campaign("IMPORTLARGE"));
            var header = "code," + "x".repeat(999_996) + "\n";
            isProblem(herald.post(path, header.repeat(10)), 413, "body_too_large");
            isProblem(herald.post(path, "code\n" + "A\n".repeat(100_001)), 422, "invalid_csv");
        }

        @Test
        void of_anything_at_all_never_break() {
            var random = new Random(11);
            var path = importPath(campaign("IMPORTFUZZ"));
            var pieces = List.of(
                    "code",
                    "owner",
                    "expires",
                    ",",
                    ";",
                    "\n",
                    "\r\n",
                    "\"",
                    "'",
                    "=",
                    "2030-01-01",
                    "a@b",
                    "ABC",
                    "\u0000",
                    "\u200B",
                    "Ω",
                    "漢字",
                    "\uD83D\uDE00",
                    "999999999999",
                    "amb_0000000000000",
                    "-",
                    "'-ABC1",
                    " ",
                    "\t",
                    "x".repeat(300),
                    "Ä".repeat(40),
                    "İ",
                    "ﬃ".repeat(32));
            for (var i = 0; i < 150; i++) {
                var body = "code,owner,expires\n"
                        + random.ints(random.nextInt(60), 0, pieces.size())
                                .mapToObj(pieces::get)
                                .collect(Collectors.joining());
                var reply = herald.post(path, body);
                assertThat(reply.status()).as(body).isIn(200, 422);
            }
        }

        @Test
        void of_twelve_thousand_rows_come_out_again() {
            var campaign = campaign("IMPORTMANY");
            var random = new Random(3);
            var codes = IntStream.range(0, 12_000)
                    .mapToObj(_ -> random.ints(10, 'A', 'Z' + 1)
                            .mapToObj(Character::toString)
                            .collect(Collectors.joining()))
                    .distinct()
                    .toList();
            var summary = take(campaign, "", "code\n" + String.join("\n", codes));
            var imported = summary.get("imported").asInt();
            assertThat(imported).isGreaterThan(11_990);
            assertThat(herald.get("/v1/campaigns/" + campaign + "/codes.csv")
                            .body()
                            .lines()
                            .skip(2)
                            .map(line -> line.substring(0, line.indexOf(','))))
                    .hasSize(imported)
                    .isSubsetOf(codes);
        }
    }

    private static String campaign(String code) {
        return herald.runningCampaign(Map.of("blanket_code", code));
    }

    private static String importPath(String campaign) {
        return "/v1/campaigns/" + campaign + "/codes/import";
    }

    private static JsonNode take(String campaign, String query, String file) {
        var reply = herald.post(importPath(campaign) + query, file, "Content-Type", "text/csv");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json();
    }

    private static TestHerald.Reply give(String campaign, Map<String, String> code) {
        return herald.post("/v1/campaigns/" + campaign + "/codes", code);
    }

    private static String ambassador(String name, String email) {
        return herald.post("/v1/ambassadors", Map.of("name", name, "email", email, "handle", "Handle of " + email))
                .json()
                .get("id")
                .asText();
    }
}
