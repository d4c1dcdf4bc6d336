package dev.herald.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OffenceTest {

    @Nested
    class In_a_random_code {

        @ParameterizedTest
        @ValueSource(strings = {"QAN4LT7P", "XXA55FTR", "FUCKQQ9T", "2G1CQQTT", "TTF46PQR", "5H1TAAAA", "ANA1QQQQ"})
        void is_any_word_of_three_letters_wherever_it_stands(String canonical) {
            assertThat(Offence.inRandom(canonical)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"HBQKQ5W6", "QAM7RTYX", "ACDEFGHJ"})
        void is_not_found_in_letters_that_say_nothing(String canonical) {
            assertThat(Offence.inRandom(canonical)).isFalse();
        }

        @Test
        void is_rare() {
            var random = new SplittableRandom(5);
            var refused = Stream.generate(() -> RandomCodes.next(random).canonical())
                    .limit(100_000)
                    .filter(Offence::inRandom)
                    .count();
            assertThat(refused).isBetween(500L, 5_000L);
        }
    }

    @Nested
    class In_a_memorable_code {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "SHIT20",
                    "SH1T20",
                    "5H1T20",
                    "MIASHITTY20",
                    "B00B5",
                    "A55",
                    "ANA1",
                    "ASS20",
                    "SEX20",
                    "20SEX",
                    "FUCKYOU20",
                    "MYFUCKINGCODE",
                    "ARSCHLOCH10",
                    "SCHEI55E10",
                    "PUTA15",
                    "PUTAMIA15",
                    "MIAPUTA15",
                    "HURENSOHN20",
                    "СЕКС20",
                    "FUСK20", // with a Cyrillic С
                    "ХУЙ20",
                    "ЖОПА20",
                    "他妈的20",
                    "做爱20",
                    "섹스20",
                    "كس20",
                    "طيز20",
                    "ควย20"
                })
        void is_a_word_of_any_language(String spelling) {
            assertThat(Offence.inMemorable(
                            CodeText.typed(spelling).orElseThrow().canonical()))
                    .isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "CASSANDRA20",
                    "HANCOCK20",
                    "MIAHANCOCK20",
                    "DICKSON20",
                    "RICHARD20",
                    "ABIGAIL15",
                    "FRANCISCO20",
                    "PETER10",
                    "ANITA20",
                    "MOSES20",
                    "AMI20",
                    "JASPREET20",
                    "ANUSHKA20",
                    "HARSHITA20",
                    "MIABUTTERFLY20",
                    "COCKTAIL20",
                    "STREET20",
                    "DOLLAR20",
                    "SURFING20",
                    "COMPUTER20",
                    "SPICE20",
                    "HARDWARE20",
                    "GRAPE20",
                    "ANA10",
                    "ANA15",
                    "ANA120",
                    "LASS20",
                    "ESSEX20",
                    "HEARTBEAT20",
                    "SUMMER455",
                    "ИВАН20",
                    "陈伟20",
                    "김민준20"
                })
        void is_not_found_in_names_and_common_words(String spelling) {
            assertThat(Offence.inMemorable(
                            CodeText.typed(spelling).orElseThrow().canonical()))
                    .isFalse();
        }

        @Test
        void takes_none_of_the_2000_most_frequent_names_away() {
            var refused = FirstNames.ofTheUnitedStates().names().stream()
                    .limit(2_000)
                    .filter(name -> Offence.inMemorable(name + "20"))
                    .toList();
            assertThat(refused).isEmpty();
        }

        @Test
        void leaves_every_friendly_word_in_use() {
            assertThat(FriendlyWords.ALL.stream().filter(word -> Offence.inMemorable(word + "20")))
                    .isEmpty();
        }

        @Test
        void counts_beside_an_innocent_word() {
            assertThat(Offence.inMemorable("PETERSHIT20")).isTrue();
            assertThat(Offence.inMemorable("SHITPETER20")).isTrue();
        }
    }

    @Nested
    class The_finder_of_words {

        @Test
        void knows_words_that_begin_alike() {
            var finder = new WordFinder(List.of("AB", "ABCD", "ABC", "B"));
            assertThat(finder.findsIn("XABCY", (start, end) -> start == 1 && end == 4))
                    .isTrue();
            assertThat(finder.findsIn("XABCY", (start, end) -> end - start == 4))
                    .isFalse();
            assertThat(finder.findsIn("ABCD", (start, end) -> end - start == 4)).isTrue();
            assertThat(finder.findsIn("XYZ", (_, _) -> true)).isFalse();
            assertThat(finder.has("ABC")).isTrue();
            assertThat(finder.has("BC")).isFalse();
        }
    }
}
