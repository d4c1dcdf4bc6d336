package dev.herald.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GuessabilityTest {

    @Test
    void is_a_hundredth_of_a_hit_a_day_for_300_codes_of_eight_symbols() {
        var codes = new Guessability(8, 300, Guessability.STRONG_ATTACK);
        assertThat(codes.hitsADay()).isCloseTo(.0114, within(.0001));
        assertThat(codes.hitsAYear()).isCloseTo(4.17, within(.01));
        assertThat(codes.verdict()).isEqualTo(Guessability.Verdict.HARD_TO_GUESS);
    }

    @ParameterizedTest
    @CsvSource({"0, 8", "1, 8", "300, 8", "524, 8", "525, 9", "1000, 9", "14692, 9", "14693, 10", "1000000, 11"})
    void asks_for_longer_codes_where_there_are_more(long live, int length) {
        assertThat(Guessability.requiredLength(live)).isEqualTo(length);
        // The closed form: log28(live x tries / accepted).
        var exact = Math.log(Math.max(1, live) * (double) Guessability.STRONG_ATTACK / .02) / Math.log(28);
        assertThat(length).isEqualTo((int) Math.max(8, Math.ceil(exact)));
    }

    @ParameterizedTest
    @CsvSource({
        "8, 524, HARD_TO_GUESS",
        "8, 525, GUESSABLE",
        "4, 1, GUESSABLE",
        "9, 525, HARD_TO_GUESS",
        "0, 1, GUESSABLE_BY_DESIGN"
    })
    void is_told_in_plain_words(int free, long live, Guessability.Verdict verdict) {
        var codes = new Guessability(free, live, 0);
        assertThat(codes.verdict()).isEqualTo(verdict);
        assertThat(verdict.words()).endsWith(".").hasSizeLessThan(120);
    }

    @Test
    void never_expects_more_hits_than_codes() {
        assertThat(new Guessability(0, 5, 100).hitsADay()).isEqualTo(5);
        assertThat(new Guessability(3, 5, 10_000_000).hitsADay()).isEqualTo(5);
        assertThat(new Guessability(3, 5, 0).hitsAYear()).isZero();
        assertThat(new Guessability(3, 0, 1_000).hitsAYear()).isZero();
        assertThat(new Guessability(20, 5, Long.MAX_VALUE).hitsAYear()).isPositive();
    }

    @Test
    void knows_no_less_than_none() {
        assertThatThrownBy(() -> new Guessability(-1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Guessability(1, -1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Guessability(1, 1, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
