package dev.herald.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.bench.CrashRun.Victim;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Acknowledged means kept, whatever is killed. */
class CrashTest {

    private static final int REDEMPTIONS = 5_000;

    @Test
    void nothing_acknowledged_is_lost_and_retries_complete_the_rest_when_everything_is_killed_in_turn()
            throws Exception {
        var victims = List.of(Victim.SERVER, Victim.DATABASE, Victim.BOTH);
        var plan = new CrashRun.Plan(Path.of("target", "crash", "data"), REDEMPTIONS, victims, 13);
        var result = CrashRun.run(plan, System.err::println);
        assertThat(result.faults()).as(result.toString()).isEmpty();
        assertThat(result.asked()).isEqualTo(REDEMPTIONS);
        assertThat(result.unanswered()).as("requests that the crashes cut off").isPositive();
    }
}
