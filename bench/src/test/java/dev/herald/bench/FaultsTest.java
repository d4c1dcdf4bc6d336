package dev.herald.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.bench.faults.FaultRun;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Acknowledged means kept, whatever is killed, halted, cut or slowed. The long form is {@code ./dev faults}. */
class FaultsTest {

    private static final int CYCLES = 20;
    private static final long FIRST_SEED = 243;

    @Test
    void every_promise_is_kept_through_twenty_faults() throws Exception {
        var plan = new FaultRun.Plan(
                Path.of("target", "faults-short"), CYCLES, OptionalLong.of(FIRST_SEED), 2, true, 32, 1, false, false);
        var outcome = FaultRun.run(plan, Books::check, System.err::println);
        assertThat(outcome.broken()).isEmpty();
        assertThat(outcome.cycles()).isEqualTo(CYCLES);
        assertThat(outcome.acknowledged()).isPositive();
        assertThat(outcome.unknown()).as("requests that a fault cut off").isPositive();
    }
}
