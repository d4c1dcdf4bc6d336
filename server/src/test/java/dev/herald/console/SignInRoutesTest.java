package dev.herald.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.access.Access;
import dev.herald.access.Brand;
import dev.herald.platform.Answer;
import dev.herald.platform.Database;
import dev.herald.platform.HttpServer;
import dev.herald.platform.Ids;
import dev.herald.platform.TestPostgres;
import dev.herald.web.Assets;
import dev.herald.web.Pages;
import dev.herald.web.Visitor;
import io.helidon.webserver.http.HttpService;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignInRoutesTest {

    private final Database db = Database.open(TestPostgres.migratedDatabase(), 2);
    private final Access access =
            new Access(db, new Ids(1), InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z")));
    private final Pages pages = new Pages(Assets.fromClassPath());
    private final HttpServer server =
            HttpServer.start("127.0.0.1", 0, List.of(new SignInRoutes(access, pages), brandsName()));
    private final Visitor visitor = new Visitor(server.port());

    /** Stands for the console's pages. */
    private HttpService brandsName() {
        var door = new Door(access, pages);
        return rules -> rules.get(
                "/console", door.page((who, _) -> Answer.html(200, who.brand().name())));
    }

    @AfterEach
    void stop() {
        visitor.close();
        server.close();
        db.close();
    }

    @Test
    void a_link_lets_in_once_and_the_second_time_says_what_to_do() {
        var link = "/enter/" + consoleLink();

        var first = visitor.get(link);

        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(first.headers().firstValue("Location")).contains("/console");
        assertThat(first.headers().firstValue("Set-Cookie").orElse(""))
                .contains("; HttpOnly")
                .contains("; SameSite=Lax");
        assertThat(visitor.get("/console").body()).isEqualTo("Heartbeat");
        try (var another = new Visitor(server.port())) {
            var second = another.get(link);
            assertThat(second.statusCode()).isEqualTo(410);
            assertThat(second.body()).contains("no longer works").contains("for a new one");
            assertThat(another.cookie()).isEmpty();
        }
    }

    @Test
    void a_browser_that_looks_ahead_does_not_use_the_link_up() {
        var link = "/enter/" + consoleLink();

        visitor.get(link, "Sec-Purpose", "prefetch;prerender");

        assertThat(visitor.cookie()).isEmpty();
        assertThat(visitor.get(link).statusCode()).isEqualTo(303);
    }

    @Test
    void nobody_gets_in_without_a_session() {
        var refused = visitor.get("/console");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Sign in first").doesNotContain("Heartbeat");
        assertThat(visitor.get("/console", "Cookie", "herald_session=made-up").statusCode())
                .isEqualTo(403);
    }

    @Test
    void after_signing_out_the_session_is_worth_nothing() {
        visitor.get("/enter/" + consoleLink());
        var session = visitor.cookie();

        var farewell = visitor.post("/console/sign-out", Map.of());

        assertThat(farewell.body()).contains("You are signed out");
        assertThat(visitor.cookie()).isEmpty();
        assertThat(visitor.get("/console", "Cookie", session).statusCode()).isEqualTo(403);
    }

    @Test
    void another_site_cannot_sign_anybody_out() {
        visitor.get("/enter/" + consoleLink());

        var refused = visitor.post("/console/sign-out", Map.of(), "cross-site");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(visitor.get("/console").statusCode()).isEqualTo(200);
    }

    @Test
    void a_set_up_link_makes_the_first_brand_and_shows_its_key_once() {
        var link = "/setup/" + access.createSetupLink();
        assertThat(visitor.get(link).body()).contains("Set up your brand");

        var welcome = visitor.post(link, Map.of("brand", "Åland & Söner", "owner", "Åsa"));

        assertThat(welcome.statusCode()).isEqualTo(200);
        var key = welcome.body().replaceAll("(?s).*(sk_live_[A-Za-z0-9_-]+).*", "$1");
        assertThat(access.caller(key).orElseThrow().brand().name()).isEqualTo("Åland & Söner");
        assertThat(visitor.get("/console").body()).isEqualTo("Åland & Söner");
        assertThat(visitor.get(link).statusCode()).isEqualTo(410);
        assertThat(visitor.post(link, Map.of("brand", "Twice", "owner", "Me")).statusCode())
                .isEqualTo(410);
    }

    @Test
    void a_brand_without_a_name_is_asked_for_again_and_the_link_stays_good() {
        var link = "/setup/" + access.createSetupLink();

        var again = visitor.post(link, Map.of("brand", "  ", "owner", "Åsa"));

        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("Both names are needed.").contains("value=\"Åsa\"");
        assertThat(visitor.post(link, Map.of("brand", "x".repeat(101), "owner", "Åsa"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(visitor.post(link, Map.of("brand", "Heartbeat", "owner", "Åsa"))
                        .statusCode())
                .isEqualTo(200);
    }

    private String consoleLink() {
        return access.createConsoleLink(
                access.createBrand("Heartbeat", Brand.Mode.TEST, "Owner").id());
    }
}
