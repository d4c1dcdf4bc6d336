package dev.herald.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PayoutPagesTest {

    private final Desk desk = new Desk();

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void a_form_that_did_not_arrive_whole_says_what_to_do_and_makes_nothing() {
        var answer = desk.visitor.post("/console/payouts", Map.of("currency", "USD", "minimum", "5"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Nothing was made", "send it again", "value=\"5\"");
        assertThat(Desk.hidden(answer.body(), "token")).isNotEmpty();
        assertThat(desk.herald.get("/v1/payouts").json().get("data")).isEmpty();
    }
}
