package dev.herald.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.access.Brand;
import dev.herald.app.TestHerald;
import dev.herald.web.Visitor;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoRoutesTest {

    private final TestHerald herald = new TestHerald();
    private final Brand live = herald.herald.access().createBrand("Real shop", Brand.Mode.LIVE, "Olive");
    private final Visitor visitor = new Visitor(herald.address.getPort());

    @BeforeEach
    void sign_in() {
        visitor.get("/enter/" + herald.herald.access().createConsoleLink(live.id()));
    }

    @AfterEach
    void stop() {
        visitor.close();
        herald.close();
    }

    @Test
    void the_demo_is_entered_and_left_with_one_click_each() {
        assertThat(visitor.post("/console/demo", Map.of()).statusCode()).isEqualTo(303);
        assertThat(visitor.get("/console").body()).contains("Heartbeat", "Test data", "Back to my brand");

        assertThat(visitor.post("/console/home", Map.of()).statusCode()).isEqualTo(303);
        assertThat(visitor.get("/console").body()).contains("Real shop").doesNotContain("Back to my brand");
    }

    @Test
    void it_is_the_same_demo_the_second_time_and_nobody_elses() {
        visitor.post("/console/demo", Map.of());
        visitor.post("/console/home", Map.of());
        visitor.post("/console/demo", Map.of());

        var demos = herald.herald.access().brands().stream()
                .flatMap(id -> herald.herald.access().brand(id).stream())
                .filter(brand -> brand.mode() == Brand.Mode.TEST && !brand.id().equals(herald.brand.id()))
                .count();
        assertThat(demos).isEqualTo(1);
    }

    @Test
    void who_is_at_home_already_stays_there() {
        visitor.post("/console/home", Map.of());

        assertThat(visitor.get("/console").body()).contains("Real shop");
    }

    @Test
    void signing_out_in_the_demo_signs_out_at_home_too() {
        var home = visitor.cookie();
        visitor.post("/console/demo", Map.of());

        visitor.post("/console/sign-out", Map.of());

        assertThat(herald.herald.access().session(home.replaceFirst("^[^=]*=", "")))
                .isEmpty();
    }
}
