package dev.herald.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.platform.Problem;
import io.helidon.common.uri.UriQuery;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormTest {

    @Test
    void what_was_typed_is_kept_without_blanks_around_it() {
        var form = Form.of(UriQuery.create("name=%20Spring%20&name=second&empty="));

        assertThat(form.value("name")).isEqualTo("Spring");
        assertThat(form.has("empty")).isFalse();
        assertThat(form.value("absent")).isEmpty();
    }

    @Test
    void a_fault_of_a_request_is_shown_at_its_field() {
        var problem = new Problem(
                422,
                "invalid_request",
                "Two faults.",
                List.of(
                        new Problem.Violation("/offer/value", "must be a number."),
                        new Problem.Violation("/limits/budget/currency", "must be EUR.")));

        var form = Form.EMPTY.refused(problem);

        assertThat(form.fault("offer.value")).isEqualTo("Must be a number.");
        assertThat(form.fault("limits.budget")).isEqualTo("Must be EUR.");
        assertThat(form.fault("")).isEmpty();
    }

    @Test
    void a_refusal_of_the_whole_stands_above_the_form() {
        var form = Form.EMPTY.refused(new Problem(409, "code_taken", "This code is taken."));

        assertThat(form.fault("")).isEqualTo("This code is taken.");
    }
}
