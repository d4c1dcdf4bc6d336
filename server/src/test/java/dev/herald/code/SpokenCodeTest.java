package dev.herald.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpokenCodeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HB7   | H for Hotel, B for Bravo, 7 seven
            AZ09  | A for Alfa, Z for Zulu, 0 zero, 9 nine
            ИВ2   | И, В, 2 two
            𠀀A   | 𠀀, A for Alfa
            """)
    void names_every_symbol(String canonical, String spoken) {
        assertThat(SpokenCode.of(canonical)).isEqualTo(spoken);
    }

    @Test
    void gives_each_letter_the_word_that_begins_with_it() {
        for (var letter = 'A'; letter <= 'Z'; letter++) {
            assertThat(SpokenCode.of(Character.toString(letter))).startsWith(letter + " for " + letter);
        }
    }

    @Test
    void is_needed_for_no_more_than_four_symbols_in_one_breath() {
        var random = new SplittableRandom(4);
        for (var length = CodeText.SHORTEST; length <= CodeText.LONGEST; length++) {
            assertThat(RandomCodes.next(random, length).display().split("-"))
                    .allSatisfy(group -> assertThat(group).hasSizeBetween(2, 4));
        }
    }
}
