package dev.herald.share;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.herald.access.Brand;
import dev.herald.access.BrandLook;
import dev.herald.access.Scope;
import dev.herald.app.TestHerald;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CaptionRoutesTest {

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
    void a_campaign_has_captions_before_anybody_wrote_one() {
        var captions = herald.get(captionsOf(campaign())).json();

        assertThat(captions.get("own").asBoolean()).isFalse();
        assertThat(texts(captions)).hasSize(9).allMatch(text -> text.contains("{code}"));
        assertThat(captions.at("/tags/0").asText()).isEqualTo("#ad");
        captions.get("captions")
                .forEach(one -> assertThat(one.get("longest").asInt())
                        .isLessThanOrEqualTo(one.get("limit").asInt()));
    }

    @Test
    void what_the_brand_writes_is_kept_and_none_brings_the_first_ones_back() {
        var path = captionsOf(campaign());

        var saved = put(path, Map.of("captions", List.of(one("x", "{code}: <b>{offer}</b>"), one("tiktok", "{code}"))));

        assertThat(saved.status()).isEqualTo(200);
        assertThat(texts(herald.get(path).json())).containsExactly("{code}", "{code}: <b>{offer}</b>");
        assertThat(herald.get(path).json().get("own").asBoolean()).isTrue();
        assertThat(put(path, Map.of()).json().get("own").asBoolean()).isFalse();
    }

    @Test
    void a_second_disclosure_is_kept_and_can_be_left_out() {
        var path = captionsOf(campaign());

        assertThat(put(path, Map.of("tag", "#Werbung")).json().get("tags").toString())
                .isEqualTo("[\"#ad\",\"#Werbung\"]");
        assertThat(put(path, Collections.singletonMap("tag", null))
                        .json()
                        .get("tags")
                        .toString())
                .isEqualTo("[\"#ad\"]");
        assertThat(put(path, Map.of("tag", "<script>")).status()).isEqualTo(422);
    }

    @Test
    void every_fault_is_named_where_it_is() {
        var path = captionsOf(campaign());

        var refused = put(
                path,
                Map.of(
                        "captions",
                        List.of(
                                one("x", "{code}" + "long".repeat(70)),
                                one("myspace", "{code}"),
                                one("tiktok", "{code} {shop}"),
                                one("x", "no code"),
                                Map.of("platform", "x", "text", "{code}", "more", 1))));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(pointers(refused.json()))
                .containsExactly(
                        "/captions/0/text",
                        "/captions/1/platform",
                        "/captions/2/text",
                        "/captions/3/text",
                        "/captions/4/more");
        assertThat(put(path, Map.of("captions", Collections.nCopies(11, one("x", "{code}"))))
                        .json()
                        .at("/errors/0/pointer")
                        .asText())
                .isEqualTo("/captions/10/platform");
        assertThat(herald.get(path).json().get("own").asBoolean()).isFalse();
    }

    @Test
    void a_brand_elsewhere_gets_captions_in_its_language_with_its_own_disclosure() {
        var look = new BrandLook(Locale.GERMANY, BrandLook.PLAIN.currency(), "#a61e4d", "", "code");
        var other = herald.herald.access().createBrand("Herzschlag", Brand.Mode.TEST, "Olga");
        var german = herald.herald.access().dress(other.id(), "Herzschlag", other.zone(), look);
        var key = herald.herald.access().createKey(german, Scope.ADMIN);
        var id = herald.send("POST", "/v1/campaigns", draft(), key)
                .json()
                .get("id")
                .asText();

        var captions = herald.send("GET", captionsOf(id), null, key).json();

        assertThat(texts(captions)).anyMatch(text -> text.startsWith("Mit {code} gibt es"));
        assertThat(captions.get("tags").toString()).contains("#Werbung");
    }

    @Test
    void another_brands_captions_are_not_there() {
        var path = captionsOf(campaign());
        var stranger = herald.herald.access().createBrand("Other", Brand.Mode.TEST, "Other owner");
        var key = herald.herald.access().createKey(stranger, Scope.ADMIN);

        assertThat(herald.send("GET", path, null, key).status()).isEqualTo(404);
        assertThat(herald.send("PUT", path, Map.of(), key).status()).isEqualTo(404);
        assertThat(herald.send("PUT", path, Map.of(), herald.checkout).status()).isEqualTo(403);
    }

    private static String campaign() {
        return herald.post("/v1/campaigns", draft()).json().get("id").asText();
    }

    private static Map<String, Object> draft() {
        return Map.of(
                "name", "Spring",
                "objective", "loyalty",
                "currency", "EUR",
                "offer", Map.of("type", "percent", "value", 20),
                "starts_at", "2026-01-01T00:00:00Z");
    }

    private static String captionsOf(String campaign) {
        return "/v1/campaigns/" + campaign + "/captions";
    }

    private static Map<String, String> one(String platform, String text) {
        return Map.of("platform", platform, "text", text);
    }

    private static TestHerald.Reply put(String path, Object body) {
        return herald.send("PUT", path, body, herald.admin);
    }

    private static List<String> texts(JsonNode captions) {
        return captions.get("captions").findValuesAsText("text");
    }

    private static List<String> pointers(JsonNode problem) {
        return Arrays.asList(problem.get("errors").findValuesAsText("pointer").toArray(new String[0]));
    }
}
