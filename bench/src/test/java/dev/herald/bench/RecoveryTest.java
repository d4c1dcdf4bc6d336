package dev.herald.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecoveryTest {

    @Test
    void has_happened_when_all_that_follows_is_as_usual() {
        assertThat(OverloadBench.recoverySlice(List.of(slice(0, 100), slice(0, 150)), 100))
                .hasValue(0);
        assertThat(OverloadBench.recoverySlice(List.of(slice(0, 100), slice(0, 400), slice(0, 90)), 100))
                .hasValue(2);
        assertThat(OverloadBench.recoverySlice(List.of(slice(1, 100), slice(0, 90)), 100))
                .hasValue(1);
    }

    @Test
    void may_fail_to_come() {
        assertThat(OverloadBench.recoverySlice(List.of(slice(0, 100), slice(0, 400)), 100))
                .isEmpty();
    }

    private static OpenLoop.Slice slice(long refused, long... micros) {
        var redeemed = Load.histogram();
        Arrays.stream(micros).forEach(redeemed::recordValue);
        return new OpenLoop.Slice(redeemed, new long[] {refused});
    }
}
