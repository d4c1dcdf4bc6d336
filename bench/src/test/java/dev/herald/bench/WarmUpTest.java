package dev.herald.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class WarmUpTest {

    @Test
    void a_load_is_warm_when_three_seconds_in_a_row_were_no_faster() {
        assertThat(WarmUp.isOver(List.of(100.0))).isFalse();
        assertThat(WarmUp.isOver(List.of(100.0, 100.0, 100.0, 100.0))).isFalse();
        assertThat(WarmUp.isOver(List.of(90.0, 100.0, 102.0, 99.0, 100.0))).isTrue();
        assertThat(WarmUp.isOver(List.of(90.0, 100.0, 110.0, 99.0, 100.0))).isFalse();
        assertThat(WarmUp.isOver(List.of(90.0, 100.0, 110.0, 99.0, 100.0, 110.0)))
                .isTrue();
    }

    @Test
    void what_grows_for_ever_is_measured_after_forty_seconds() {
        var growing =
                DoubleStream.iterate(1, rate -> 2 * rate).limit(40).boxed().toList();
        assertThat(WarmUp.isOver(growing.subList(0, 39))).isFalse();
        assertThat(WarmUp.isOver(growing)).isTrue();
        assertThat(WarmUp.isOver(Collections.nCopies(5, 0.0))).isTrue();
    }
}
