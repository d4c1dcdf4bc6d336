package dev.herald.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmbassadorImportTest {

    private static final String MIXED = """
            Vollständiger Name;E-Mail-Adresse;Instagram;Abonnenten;Kanäle;Schlagworte
            Mia Okafor;mia@%1$s;@mia.runs;12.500;Instagram, TikTok;VIP
            ;nameless@%1$s;;;;
            Jun Park;not an address;;;;
            Ines Moreau;ines@%1$s;ines;1,2 Mio.;YouTube;
            Ines again;INES@%1$s;;;;
            Tom Hale;tom@%1$s;;many;;
            Cy=Formula;cy@%1$s;'@cy;5k;;a|b|A
            """;

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
    void a_german_file_is_understood_and_what_cannot_be_taken_comes_back() {
        var file = MIXED.formatted("german.example");

        var dry = upload("dry_run=true", file).json();
        assertThat(dry.get("created").asInt()).isEqualTo(3);
        assertThat(dry.get("refused").asInt()).isEqualTo(4);
        assertThat(dry.at("/errors/0/line").asInt()).isEqualTo(3);
        assertThat(dry.at("/errors/0/detail").asText()).isEqualTo("The name is missing.");
        assertThat(names("german.example")).isEmpty();

        var done = upload("", file).json();
        assertThat(done.get("created").asInt()).isEqualTo(3);
        assertThat(names("german.example")).containsExactlyInAnyOrder("Mia Okafor", "Ines Moreau", "Cy=Formula");
        var mia = found("mia@german.example");
        assertThat(mia.get("audience_size").asLong()).isEqualTo(12_500);
        assertThat(mia.get("channels").toString()).isEqualTo("[\"Instagram\",\"TikTok\"]");
        assertThat(mia.get("tags").toString()).isEqualTo("[\"VIP\"]");
        assertThat(found("ines@german.example").get("audience_size").asLong()).isEqualTo(1_200_000);
        var cy = found("cy@german.example");
        assertThat(cy.get("handle").asText()).isEqualTo("@cy");
        assertThat(cy.get("tags").toString()).isEqualTo("[\"a\",\"b\"]");
    }

    @Test
    void the_refused_rows_can_be_mended_and_sent_again() {
        var refused = upload("", MIXED.formatted("mend.example"), "Accept", "text/csv");

        assertThat(refused.body()).isEqualTo("""
                Vollständiger Name;E-Mail-Adresse;Instagram;Abonnenten;Kanäle;Schlagworte;error
                ;nameless@mend.example;;;;;The name is missing.
                Jun Park;not an address;;;;;“not an address” is no e-mail address.
                Ines again;INES@mend.example;;;;;The same e-mail address as in line 5.
                Tom Hale;tom@mend.example;;many;;;“many” is no number of followers.
                """.replace("\n", "\r\n"));
        var mended = refused.body().replace("many", "10 000").replace(";nameless", "Nele;nameless");
        assertThat(upload("", mended).json().get("created").asInt()).isEqualTo(2);
    }

    @Test
    void whoever_is_there_is_updated_or_skipped_and_never_doubled() {
        herald.post(
                "/v1/ambassadors",
                Map.of("name", "Old Name", "email", "Twin@Again.example", "audience_size", 7, "handle", "twin"));
        var file = "name,email,handle\nNew Name,twin@again.example,\nBy Handle,,@twin\n";

        assertThat(upload("existing=skip", file).json().get("skipped").asInt()).isEqualTo(2);
        assertThat(names("again.example")).containsExactly("Old Name");

        assertThat(upload("", "name,email\nNew Name,twin@again.example\n")
                        .json()
                        .get("updated")
                        .asInt())
                .isEqualTo(1);
        assertThat(names("again.example")).containsExactly("New Name");
        var twin = found("twin@again.example");
        assertThat(twin.get("handle").asText()).isEqualTo("twin");
        assertThat(twin.get("audience_size").asLong()).isEqualTo(7);
    }

    @Test
    void columns_can_be_named_and_left_out() {
        var file = "who;contact\nAva;ava@named.example\n";
        assertThat(upload("", file).code()).isEqualTo("invalid_csv");
        assertThat(upload("name=Who&email=nowhere", file).code()).isEqualTo("invalid_csv");

        assertThat(upload("name=Who&email=contact", file).json().get("created").asInt())
                .isEqualTo(1);
        assertThat(names("named.example")).containsExactly("Ava");
    }

    @Test
    void ten_thousand_rows_are_a_job_whose_result_is_the_same_when_sent_again() {
        var file = "name,email,followers\n"
                + IntStream.range(0, 10_000)
                        .mapToObj(i -> "Person " + i + ",p" + i + "@many.example," + i)
                        .collect(Collectors.joining("\n"));

        for (var round = 0; round < 2; round++) {
            var accepted = upload("existing=skip", file);
            assertThat(accepted.status()).isEqualTo(202);
            var job = accepted.json().get("id").asText();
            Patience.until(
                    () -> herald.get("/v1/jobs/" + job).json().get("state").asText(), "done"::equals);
        }

        assertThat(found("p9999@many.example").get("audience_size").asLong()).isEqualTo(9_999);
        assertThat(herald.get("/v1/ambassadors?q=p77&tag=&limit=1000").json().get("data"))
                .hasSize(111);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\n\n", "name", "\"name\n", "name,email\n\"x\"y,z\n", "\u0000\u0001\u0002", "a\tb\tc\n1\t2"})
    void rubbish_is_refused_or_brings_nobody(String file) {
        var answer = upload("", file);

        assertThat(answer.status()).isIn(200, 422);
        assertThat(answer.status() == 422 || answer.json().get("created").asInt() == 0)
                .isTrue();
    }

    @Test
    void random_bytes_break_nothing() {
        var random = new Random(7);
        for (var round = 0; round < 20; round++) {
            var bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            var answer = upload("dry_run=true", "name,email\n" + new String(bytes, StandardCharsets.ISO_8859_1));

            assertThat(answer.status()).isIn(200, 422);
        }
    }

    private static TestHerald.Reply upload(String query, String file, String... headers) {
        return herald.post("/v1/ambassadors/import?" + query, file, headers);
    }

    private static List<String> names(String typed) {
        return herald.get("/v1/ambassadors?q=" + typed).json().get("data").findValuesAsText("name");
    }

    private static JsonNode found(String email) {
        return herald.get("/v1/ambassadors?q=" + email).json().at("/data/0");
    }
}
