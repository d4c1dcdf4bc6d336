package dev.herald.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.app.TestHerald;
import dev.herald.web.Visitor;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettingsRoutesTest {

    private static final Pattern LINK = Pattern.compile("/enter/([A-Za-z0-9_-]+)");
    private static final Pattern PERSON = Pattern.compile("/people/(per_[0-9A-Z]{13})/remove");

    private final TestHerald herald = new TestHerald();
    private final Visitor visitor = new Visitor(herald.address.getPort());

    @BeforeEach
    void sign_in() {
        visitor.get("/enter/" + herald.herald.access().createConsoleLink(herald.brand.id()));
    }

    @AfterEach
    void stop() {
        visitor.close();
        herald.close();
    }

    private static Map<String, String> settings(Map<String, String> changed) {
        var all = new HashMap<>(Map.of(
                "name", "Heartbeat",
                "zone", "Europe/Berlin",
                "language", "de",
                "currency", "EUR",
                "colour", "#FFEE00",
                "shop", "https://shop.example.com/start",
                "parameter", "discount"));
        all.putAll(changed);
        return all;
    }

    @Test
    void what_was_saved_is_used_at_once() {
        var saved = visitor.post("/console/settings", settings(Map.of()));

        assertThat(saved.statusCode()).isEqualTo(303);
        var brand = herald.herald.access().brand(herald.brand.id()).orElseThrow();
        assertThat(brand.look().colour()).isEqualTo("#ffee00");
        assertThat(brand.look().parameter()).isEqualTo("discount");
        assertThat(brand.zone().getId()).isEqualTo("Europe/Berlin");
        assertThat(visitor.get("/console/settings?saved").body()).contains("Saved.", "https://shop.example.com/start");
    }

    @Test
    void faults_stand_at_their_fields_and_what_was_typed_stays() {
        var refused = visitor.post(
                "/console/settings",
                settings(Map.of(
                        "name",
                        "",
                        "zone",
                        "Mars/Base",
                        "colour",
                        "red",
                        "shop",
                        "javascript:alert(1)",
                        "parameter",
                        "a b")));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Type a name", "zone-fault", "Choose a colour", "Type the whole address", "value=\"a b\"")
                .contains("value=\"javascript:alert(1)\"");
        assertThat(herald.herald
                        .access()
                        .brand(herald.brand.id())
                        .orElseThrow()
                        .look()
                        .shop())
                .isEmpty();
    }

    @Test
    void somebody_added_gets_in_by_a_link_and_is_shut_out_when_removed() {
        var added = visitor.post("/console/settings/people", Map.of("person", "Ines <Moreau>"));
        assertThat(added.body()).contains("Ines &lt;Moreau");
        var link = LINK.matcher(added.body());
        assertThat(link.find()).isTrue();
        try (var newcomer = new Visitor(herald.address.getPort())) {
            newcomer.get(link.group());
            assertThat(newcomer.get("/console").statusCode()).isEqualTo(200);

            var person = PERSON.matcher(visitor.get("/console/settings").body());
            assertThat(person.find()).isTrue();
            visitor.post(person.group().replaceFirst("^", "/console/settings"), Map.of());

            assertThat(newcomer.get("/console").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void nobody_removes_himself_and_so_somebody_always_stays() {
        visitor.post("/console/settings/people", Map.of("person", "Ines"));
        var self = herald.herald
                .access()
                .session(visitor.cookie().replaceFirst("^[^=]*=", ""))
                .orElseThrow()
                .person();

        var refused = visitor.post("/console/settings/people/" + self + "/remove", Map.of());

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(visitor.get("/console").statusCode()).isEqualTo(200);
    }

    @Test
    void another_brands_people_are_unknown() {
        var other = herald.herald.access().createBrand("Other", dev.herald.access.Brand.Mode.LIVE, "Owner");
        try (var theirs = new Visitor(herald.address.getPort())) {
            theirs.get("/enter/" + herald.herald.access().createConsoleLink(other.id()));
            var person = herald.herald
                    .access()
                    .session(theirs.cookie().replaceFirst("^[^=]*=", ""))
                    .orElseThrow()
                    .person();

            assertThat(visitor.post("/console/settings/people/" + person + "/link", Map.of())
                            .statusCode())
                    .isEqualTo(404);
            assertThat(visitor.post("/console/settings/people/" + person + "/remove", Map.of())
                            .statusCode())
                    .isEqualTo(404);
            assertThat(theirs.get("/console").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void another_site_changes_nothing() {
        var refused = visitor.post("/console/settings", settings(Map.of()), "cross-site");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(herald.herald
                        .access()
                        .brand(herald.brand.id())
                        .orElseThrow()
                        .look()
                        .shop())
                .isEmpty();
    }
}
