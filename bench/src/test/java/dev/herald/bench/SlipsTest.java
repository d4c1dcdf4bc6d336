package dev.herald.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SlipsTest {

    @Test
    void a_slip_is_one_edit_and_never_looks_like_the_code() {
        var slips = new Slips(new SplittableRandom(1));
        for (var i = 0; i < 50_000; i++) {
            var slip = slips.one("MIA20");
            assertThat(CodePairs.edits("MIAZO", LookAlikes.plain(slip)))
                    .as(slip)
                    .isEqualTo(1);
        }
    }

    @Test
    void two_slips_are_one_edit_or_two() {
        var slips = new Slips(new SplittableRandom(1));
        for (var i = 0; i < 50_000; i++) {
            var slip = slips.two("MIA20");
            assertThat(CodePairs.edits("MIAZO", LookAlikes.plain(slip)))
                    .as(slip)
                    .isIn(1, 2);
        }
    }

    @Test
    void the_same_seed_makes_the_same_slips() {
        var one = new Slips(new SplittableRandom(7));
        var other = new Slips(new SplittableRandom(7));
        for (var i = 0; i < 1_000; i++) {
            assertThat(one.one("LEONIE20")).isEqualTo(other.one("LEONIE20"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_kind_does_what_it_says(Slips.Kind kind) {
        var slips = new Slips(new SplittableRandom(3));
        for (var i = 0; i < 1_000; i++) {
            var slip = slips.of(kind, "PQ7K");
            assertThat(slip.length())
                    .isEqualTo(
                            switch (kind) {
                                case DELETION -> 3;
                                case INSERTION -> 5;
                                default -> 4;
                            });
            if (kind == Slips.Kind.NEIGHBOUR_KEY) {
                assertThat(slip).matches("[0OL]Q7K|P[12WA]7K|PQ[68YU]K|PQ7[JLIOM]");
            }
        }
    }

    @Test
    void a_kind_that_cannot_change_the_code_is_told() {
        assertThat(new Slips(new SplittableRandom(1)).of(Slips.Kind.TRANSPOSITION, "AAAA"))
                .isEmpty();
    }
}
