package dev.herald.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void options_have_values_or_none() {
        var options = Options.of(List.of("--only", "hot,lone", "--http-only", "--windows", "2", "--seconds", "0.5"));
        assertThat(options.list("--only")).containsExactly("hot", "lone");
        assertThat(options.flag("--http-only")).isTrue();
        assertThat(options.flag("--engine-only")).isFalse();
        assertThat(options.number("--windows", 3)).isEqualTo(2);
        assertThat(options.number("--callers", 256)).isEqualTo(256);
        assertThat(options.fraction("--seconds", 4)).isEqualTo(0.5);
        options.refuseOthers();
    }

    @Test
    void what_nobody_asked_for_is_refused() {
        assertThatThrownBy(() -> Options.of(List.of("hot"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Options.of(List.of("--windows", "many")).number("--windows", 3))
                .isInstanceOf(IllegalArgumentException.class);
        var options = Options.of(List.of("--window", "3"));
        assertThat(options.number("--windows", 2)).isEqualTo(2);
        assertThatThrownBy(options::refuseOthers).hasMessageContaining("--window here");
    }
}
