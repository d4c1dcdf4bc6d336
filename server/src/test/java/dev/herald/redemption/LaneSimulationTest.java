package dev.herald.redemption;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The decisions of the lanes against a naive model, under random schedules with crashes, repeats and races. */
class LaneSimulationTest {

    /** {@code ./dev simulate} runs as many as it is asked for. */
    private static final long SEEDS = Long.getLong("herald.simulation.seeds", 4_000);

    private static final long FIRST = Long.getLong("herald.simulation.first", 1);

    @Test
    void every_answer_is_the_naive_models_and_every_counter_the_sum_of_its_rows() {
        var tried = 0L;
        for (var seed = FIRST; seed < FIRST + SEEDS; seed++) {
            tried += new Simulation(seed).run();
        }
        assertThat(tried).isGreaterThan(SEEDS);
    }
}
