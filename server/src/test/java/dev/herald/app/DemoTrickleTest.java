package dev.herald.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.access.Scope;
import dev.herald.planner.DemoTrickle;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DemoTrickleTest {

    private final TestHerald herald = new TestHerald();

    @AfterEach
    void stop() {
        herald.close();
    }

    @Test
    void buyers_come_through_the_api_until_the_key_is_revoked() {
        herald.runningCampaign(Map.of("blanket_code", "HEARTBEAT20"));
        var key = herald.herald.access().createKey(herald.brand, Scope.CHECKOUT);
        var origin = "http://127.0.0.1:" + herald.address.getPort();

        try (var trickle =
                new DemoTrickle(origin, key, List.of("HEARTBEAT20"), Duration.ofMillis(5), InstantSource.system())) {
            Patience.until(this::redemptions, made -> made >= 20);
            herald.herald.access().revokeKeys(herald.brand.id());

            assertThat(Patience.until(trickle::hasEnded, ended -> ended)).isTrue();
        }
    }

    private int redemptions() {
        var listed = herald.get("/v1/redemptions?limit=100").json().get("data");
        assertThat(listed.findValuesAsText("reference")).allMatch(reference -> reference.startsWith("demo-live-"));
        return listed.size();
    }
}
