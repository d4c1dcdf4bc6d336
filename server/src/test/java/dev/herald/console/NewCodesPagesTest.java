package dev.herald.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Generating codes in the browser. */
class NewCodesPagesTest {

    private final Desk desk = new Desk();

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void shows_samples_and_how_hard_they_are_to_guess_first() {
        var campaign = desk.herald.runningCampaign(Map.of("strategy", "unique"));
        var form = "/console/campaigns/" + campaign + "/codes/new";

        assertThat(desk.page(form)).contains("Hard to guess", "level-3").containsPattern("(<li><code>.*){20}");
        assertThat(desk.page(form + "?count=300&pattern=SPRING-%23%23%23%23%23"))
                .contains("Guessable", "Take <span class=\"mono\">SPRING-########</span> instead");
        assertThat(desk.page(form + "?count=1000000&pattern=A-%23%23")).contains("holds about", "Write more #");
        assertThat(desk.page(form + "?count=1000&pattern=SPRING")).contains("Write # for each random symbol");
        assertThat(desk.page(form + "?count=many")).contains("Type a whole number from 1 to 1,000,000");
    }

    @Test
    void sent_twice_is_done_once() {
        var campaign = desk.herald.runningCampaign(Map.of("strategy", "unique"));
        var list = "/console/campaigns/" + campaign + "/codes";
        var fields = Map.of(
                "count",
                "1.000",
                "pattern",
                "SPRING-########",
                "token",
                Desk.hidden(desk.page(list + "/new"), "token"));

        var answers = IntStream.range(0, 4)
                .parallel()
                .mapToObj(_ -> desk.sent(list, fields))
                .distinct()
                .toList();

        assertThat(answers).hasSize(1);
        assertThat(desk.herald.get("/v1/jobs").json().get("data")).hasSize(1);
    }

    @Test
    void what_cannot_be_made_is_said_beside_its_field() {
        var campaign = desk.herald.runningCampaign(Map.of("strategy", "unique"));
        var list = "/console/campaigns/" + campaign + "/codes";

        for (var fields : List.of(
                Map.of("count", "0", "pattern", "A-########"),
                Map.of("count", "1000001", "pattern", "A-########"),
                Map.of("count", "10", "pattern", ""),
                Map.of("count", "10", "pattern", "<b>####</b>"),
                Map.of("count", "100000", "pattern", "A-###"))) {
            var answer = desk.visitor.post(list, fields);
            assertThat(answer.statusCode()).as(fields.toString()).isEqualTo(422);
            assertThat(answer.body())
                    .as(fields.toString())
                    .contains("class=\"fault\"")
                    .doesNotContain("<b>####");
        }
        assertThat(desk.herald.get("/v1/jobs").json().get("data")).isEmpty();
    }
}
