package dev.herald.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.access.Brand;
import dev.herald.access.Scope;
import dev.herald.web.Visitor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmbassadorsTest {

    private static TestHerald herald;

    @BeforeAll
    static void start() {
        herald = new TestHerald();
        create(
                "Zoë Müller",
                Map.of("email", "zoe@search.example", "handle", "@zo.runs", "tags", List.of("VIP", "Lyon")));
        create("Zacharias Okafor", Map.of("email", "zach@search.example", "channels", List.of("Instagram")));
        create(
                "Катя Иванова",
                Map.of("email", "Katja.Ivanova@search.example", "channels", List.of("instagram", "TikTok")));
    }

    @AfterAll
    static void stop() {
        herald.close();
    }

    @Nested
    class Searching {

        @ParameterizedTest
        @CsvSource({
            "zoe,Zoë Müller",
            "MULL,Zoë Müller",
            "'muller zoë',Zoë Müller",
            "zo.runs,Zoë Müller",
            "@zo,Zoë Müller",
            "zoe@search.example,Zoë Müller",
            "okaf,Zacharias Okafor",
            "катя,Катя Иванова",
            "ivanova,Катя Иванова"
        })
        void finds_somebody_by_how_words_begin(String typed, String name) {
            assertThat(names("q=" + encoded(typed))).containsExactly(name);
        }

        @ParameterizedTest
        @CsvSource({"oe", "'zoe okafor'", "%", "_", "'?!'", "tag:vip", "on:instagram"})
        void finds_nobody_else(String typed) {
            assertThat(names("q=" + encoded(typed))).isEmpty();
        }

        @Test
        void lists_the_newest_first_page_by_page() {
            var first = herald.get("/v1/ambassadors?q=search&limit=2").json();
            assertThat(first.get("data").findValuesAsText("name")).containsExactly("Катя Иванова", "Zacharias Okafor");
            assertThat(first.get("has_more").asBoolean()).isTrue();

            assertThat(names("q=search&limit=2&after=" + first.get("next").asText()))
                    .containsExactly("Zoë Müller");
        }

        @Test
        void finds_by_tag_and_channel_whatever_their_case() {
            assertThat(names("tag=vip&q=search")).containsExactly("Zoë Müller");
            assertThat(names("tag=vi&q=search")).isEmpty();
            assertThat(names("channel=INSTAGRAM&q=search")).containsExactly("Катя Иванова", "Zacharias Okafor");
            assertThat(names("channel=instagram&q=search&tag=lyon")).isEmpty();
        }

        @Test
        void sees_nobody_of_another_brand() {
            var other = herald.herald.access().createBrand("Other", Brand.Mode.TEST, "Otto");
            var key = herald.herald.access().createKey(other, Scope.ADMIN);

            assertThat(herald.send("GET", "/v1/ambassadors?q=search", null, key)
                            .json()
                            .get("data"))
                    .isEmpty();
        }
    }

    @Nested
    class Changing {

        @Test
        void changes_what_is_named_and_is_found_by_it() {
            var id = create("Lena Alt", Map.of("email", "lena@old.example", "tags", List.of("a")));

            var changed =
                    herald.patch("/v1/ambassadors/" + id, "{\"name\":\"Lena Neu\",\"email\":null,\"tags\":[\"b\"]}");

            assertThat(changed.json().get("name").asText()).isEqualTo("Lena Neu");
            assertThat(changed.json().has("email")).isFalse();
            assertThat(changed.json().get("audience_size").asLong()).isEqualTo(5000);
            assertThat(names("q=lena+alt")).isEmpty();
            assertThat(names("q=lena+neu&tag=b")).containsExactly("Lena Neu");
            assertThat(names("tag=a")).isEmpty();
        }

        @Test
        void refuses_what_cannot_be() {
            var id = create("Refused", Map.of());

            assertThat(herald.patch("/v1/ambassadors/" + id, "{\"name\":null}").status())
                    .isEqualTo(422);
            assertThat(herald.patch("/v1/ambassadors/" + id, "{\"email\":\"no\"}")
                            .status())
                    .isEqualTo(422);
            assertThat(herald.patch("/v1/ambassadors/" + id, "{\"mail\":\"a@b.c\"}")
                            .status())
                    .isEqualTo(422);
            assertThat(herald.patch("/v1/ambassadors/amb_0000000000001", "{}").status())
                    .isEqualTo(404);
        }

        @Test
        void a_removed_ambassador_is_on_no_list_and_his_page_is_closed_until_he_is_back() {
            var id = create("Rosa Removed", Map.of());
            var path = herald.post("/v1/ambassadors/" + id + "/links", Map.of())
                    .json()
                    .get("path")
                    .asText();

            assertThat(herald.post("/v1/ambassadors/" + id + "/remove", Map.of())
                            .json()
                            .get("status")
                            .asText())
                    .isEqualTo("removed");
            assertThat(names("q=rosa")).isEmpty();
            assertThat(open(path)).isEqualTo(404);
            assertThat(herald.get("/v1/ambassadors/" + id).json().get("status").asText())
                    .isEqualTo("removed");

            herald.post("/v1/ambassadors/" + id + "/restore", Map.of());
            assertThat(names("q=rosa")).containsExactly("Rosa Removed");
            assertThat(open(path)).isEqualTo(200);
        }
    }

    @Test
    void it_is_noted_when_a_page_was_first_opened() {
        var id = create("Otto Opens", Map.of());
        var path = herald.post("/v1/ambassadors/" + id + "/links", Map.of())
                .json()
                .get("path")
                .asText();
        assertThat(herald.get("/v1/ambassadors/" + id).json().has("first_opened_at"))
                .isFalse();

        open(path);
        var first = herald.get("/v1/ambassadors/" + id)
                .json()
                .get("first_opened_at")
                .asText();
        open(path);

        var seen = herald.get("/v1/ambassadors/" + id).json();
        assertThat(seen.get("first_opened_at").asText()).isEqualTo(first);
        assertThat(seen.get("last_opened_at").asText()).isEqualTo(first);
    }

    private static int open(String path) {
        try (var visitor = new Visitor(herald.address.getPort())) {
            return visitor.get(path).statusCode();
        }
    }

    private static List<String> names(String query) {
        return herald.get("/v1/ambassadors?" + query).json().get("data").findValuesAsText("name");
    }

    private static String create(String name, Map<String, ?> further) {
        var body = new HashMap<String, Object>(further);
        body.put("name", name);
        return herald.post("/v1/ambassadors", body).json().get("id").asText();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
