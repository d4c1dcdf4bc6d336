package dev.herald.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A checker that finds nothing proves something only if it finds every defect that was planted. */
class PlantedDefectsTest {

    private static final int SEEDS_OF_A_RIGHT_SHOP = 1_000;
    private static final int SEEDS_TO_FIND_A_DEFECT = 50;

    @Test
    void a_right_shop_is_without_fault_whatever_crashes_when() {
        for (long seed = 1; seed <= SEEDS_OF_A_RIGHT_SHOP; seed++) {
            assertThat(ModelRun.faults(seed, Defect.NONE)).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void the_same_seed_does_the_same_again() {
        assertThat(ModelRun.faults(7, Defect.CHECKS_THEN_ACTS)).isEqualTo(ModelRun.faults(7, Defect.CHECKS_THEN_ACTS));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void finds(Defect defect) {
        assertThat(LongStream.rangeClosed(1, SEEDS_TO_FIND_A_DEFECT)
                        .mapToObj(seed -> ModelRun.faults(seed, defect))
                        .filter(faults -> faults.stream().anyMatch(fault -> fault.contains(defect.symptom())))
                        .findFirst())
                .as("the first of %d seeds that finds it", SEEDS_TO_FIND_A_DEFECT)
                .isPresent();
    }
}
