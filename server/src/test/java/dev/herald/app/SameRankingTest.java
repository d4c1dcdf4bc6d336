package dev.herald.app;

import static dev.herald.app.TestHerald.redemption;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.herald.web.Formats;
import dev.herald.web.Visitor;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The API, the console, its file and the ambassador's own page tell the same of a place. */
class SameRankingTest {

    private static final int PEOPLE = 12;

    private final TestHerald herald = new TestHerald();
    private final Visitor visitor = new Visitor(herald.address.getPort());
    private String campaign = "";
    private JsonNode second = NullNode.getInstance();

    @BeforeEach
    void sell() {
        visitor.get("/enter/" + herald.herald.access().createConsoleLink(herald.brand.id()));
        campaign = herald.runningCampaign(Map.of("strategy", "personal"));
        for (var i = 0; i < PEOPLE; i++) {
            var code = herald.enroll(campaign, "Person " + (char) ('A' + i))
                    .at("/code/text")
                    .asText();
            for (var k = 0; k < 1 + (i == 3 ? 21 : i == 7 ? 24 : i % 3); k++) {
                assertThat(herald.post("/v1/redemptions", redemption(code, "c" + i + "-" + k, "o" + i + "-" + k))
                                .status())
                        .isEqualTo(201);
            }
        }
        second = herald.get("/v1/campaigns/" + campaign + "/ranking?top=3")
                .json()
                .at("/data/1");
        assertThat(second.at("/ambassador/name").asText()).isEqualTo("Person D");
        assertThat(second.path("place").asInt()).isEqualTo(2);
    }

    @AfterEach
    void stop() {
        visitor.close();
        herald.close();
    }

    @Test
    void everywhere() {
        var from = second.at("/places/0").asInt();
        var to = second.at("/places/1").asInt();
        var rate = new Formats(Locale.ENGLISH, ZoneOffset.UTC)
                .rate(second.path("rate").asDouble());
        var chance = Math.round(second.path("top_chance").asDouble() * 100) + "%";
        assertThat(from).isLessThan(to);

        var console = visitor.get("/console/campaigns/" + campaign + "?board=redemptions&top=3")
                .body();
        assertThat(console).contains(">#2</span> Person D", "#" + from + " to " + to + ", " + chance, "Top 3", rate);

        var file = visitor.get("/console/campaigns/" + campaign + "/ranking.csv?top=3")
                .body();
        assertThat(file.lines().skip(2).findFirst().orElseThrow())
                .startsWith("2," + from + "," + to + ","
                        + second.at("/ambassador/id").asText() + ",Person D,5000,")
                .contains(",3," + "%.4f".formatted(second.path("top_chance").asDouble()) + ",top");
        assertThat(file.lines()).hasSize(1 + PEOPLE);

        var link = herald.post("/v1/ambassadors/" + second.at("/ambassador/id").asText() + "/links", Map.of());
        var portal = visitor.get(link.json().path("path").asText()).body();
        assertThat(portal)
                .contains(
                        "You are #2 of 12 by redemptions.",
                        "your place is most likely between " + from + " and " + to + ".",
                        ", " + rate + " redeem your code")
                .doesNotContain("Person A", "Person H");
    }
}
