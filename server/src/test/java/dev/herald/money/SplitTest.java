package dev.herald.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SplitTest {

    @Test
    void the_largest_remainders_get_the_units_left_over() {
        assertThat(Split.byLargestRemainder(100, List.of(1L, 1L, 1L))).containsExactly(34L, 33L, 33L);
        assertThat(Split.byLargestRemainder(10, List.of(15L, 25L, 60L))).containsExactly(2L, 2L, 6L);
        assertThat(Split.byLargestRemainder(10, List.of(14L, 25L, 61L))).containsExactly(1L, 3L, 6L);
        assertThat(Split.byLargestRemainder(0, List.of(5L, 5L))).containsExactly(0L, 0L);
        assertThat(Split.byLargestRemainder(7, List.of(0L, 0L))).containsExactly(7L, 0L);
    }

    @Test
    void parts_add_up_and_each_is_its_share_rounded_down_or_up() {
        for (long seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            var weights = LongStream.generate(() -> random.nextLong(0, Money.MOST))
                    .limit(random.nextInt(1, 20))
                    .boxed()
                    .toList();
            var total = random.nextLong(0, Money.MOST);
            var parts = Split.byLargestRemainder(total, weights);
            assertThat(parts.stream().mapToLong(part -> part).sum())
                    .as("seed " + seed)
                    .isEqualTo(total);
            var sum = weights.stream().mapToDouble(weight -> weight).sum();
            for (int i = 0; i < parts.size(); i++) {
                assertThat(parts.get(i) - total * (weights.get(i) / sum))
                        .as("seed " + seed)
                        .isBetween(-1.01, 1.01);
            }
        }
    }

    @Test
    void a_share_rounds_half_up() {
        assertThat(new BasisPoints(1_250).of(4)).isEqualTo(1);
        assertThat(new BasisPoints(1_250).of(3)).isEqualTo(0);
        assertThat(new BasisPoints(10_000).of(Money.MOST)).isEqualTo(Money.MOST);
        assertThat(new BasisPoints(1_250).percent()).hasToString("12.5");
        assertThat(new BasisPoints(2_000).percent()).hasToString("20");
    }
}
