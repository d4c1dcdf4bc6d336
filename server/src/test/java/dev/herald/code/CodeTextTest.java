package dev.herald.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CodeTextTest {

    @Nested
    class The_canonical_form {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "MIA20",
                    "mia20",
                    " Mia 20 ",
                    "MIA-20",
                    "mia_20",
                    "M I A\t2\n0",
                    "ＭＩＡ２０",
                    "M\u200BI\u200DA20\uFEFF",
                    "MIA\u00AD20",
                    "\u202EMIA20\u202C",
                    "MIA2\uFE0F0\uFE0F",
                    "MIA2\uFE0F\u20E30\uFE0F\u20E3",
                    "M\u0131A20",
                    "Mía20",
                    "Mi\u0301a20",
                    "MIA\u201020",
                    "MIA—20",
                    "MIA−20",
                    "MIA\u00A020",
                    "MIA\u300020",
                    "MIA\u116020",
                    "MIA\u316420",
                    "MIA\u280020",
                    "MIA٢٠",
                    "ⓂⒾⒶ⑳",
                    "𝕄𝕀𝔸𝟚𝟘"
                })
        void is_the_same_however_a_code_is_spelt(String spelling) {
            assertThat(CodeText.typed(spelling)).map(CodeText::canonical).contains("MIA20");
        }

        @ParameterizedTest
        @CsvSource({
            "José20, JOSE20",
            "ZOË20, ZOE20",
            "łukasz20, LUKASZ20",
            "Nguyễn20, NGUYEN20",
            "straße20, STRASSE20",
            "STRAẞE20, STRASSE20",
            "Øyvind, OYVIND",
            "Æther, AETHER",
            "cœur, COEUR",
            "İnanç, INANC",
            "ﬁne20, FINE20",
            "陈伟20, 陈伟20",
            "иван20, ИВАН20",
            "محمد٢٠, محمد20",
            "ガ１０, ガ10",
            "ｶﾞ10, ガ10",
            "가나다, 가나다",
            "άνθη20, ΑΝΘΗ20"
        })
        void keeps_letters_of_every_script_without_their_diacritics(String spelling, String canonical) {
            assertThat(CodeText.typed(spelling)).map(CodeText::canonical).contains(canonical);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "  ",
                    "-_-",
                    "A1",
                    "A-1",
                    "SALE\u000020",
                    "SALE\u000720",
                    "SALE🎉20",
                    "SALE%",
                    "SALE.20",
                    "½OFF",
                    "A'B'C",
                    "\uD83C20AB",
                    "SALE\uE00020",
                    "<b>20",
                    "😀😀😀"
                })
        void refuses_what_is_no_code(String input) {
            assertThat(CodeText.typed(input)).isEmpty();
        }

        @Test
        void has_3_to_32_letters_or_digits() {
            assertThat(CodeText.typed("AB")).isEmpty();
            assertThat(CodeText.typed("ABC")).isPresent();
            assertThat(CodeText.typed("A".repeat(32))).isPresent();
            assertThat(CodeText.typed("A".repeat(33))).isEmpty();
            assertThat(CodeText.typed("𠀀".repeat(32))).isPresent();
            assertThat(CodeText.typed("𠀀".repeat(33))).isEmpty();
            assertThat(CodeText.typed("ß".repeat(17))).isEmpty();
        }

        @Test
        void is_not_looked_for_in_a_text_as_long_as_a_page() {
            assertThat(CodeText.typed("MIA20" + " ".repeat(251))).isPresent();
            assertThat(CodeText.typed("MIA20" + " ".repeat(252))).isEmpty();
            assertThat(CodeText.typed("A".repeat(5_000))).isEmpty();
        }

        @Test
        void is_its_own_canonical_form_for_every_character_there_is() {
            for (var point = 0; point <= Character.MAX_CODE_POINT; point++) {
                var spelling = "AB3" + Character.toString(point) + "C";
                CodeText.typed(spelling)
                        .ifPresent(code -> assertThat(CodeText.typed(code.canonical()))
                                .as(spelling)
                                .map(CodeText::canonical)
                                .contains(code.canonical()));
            }
        }
    }

    @Nested
    class The_display_form {

        @ParameterizedTest
        @CsvSource({"MIA20, MIA20", "' Mia  20 ', Mia 20", "HBQK-Q5W6, HBQK-Q5W6", "ＭＩＡ２０, MIA20", "José20, José20"})
        void is_the_text_as_given_but_cleaned(String given, String display) {
            assertThat(CodeText.typed(given)).map(CodeText::display).contains(display);
        }

        @Test
        void hides_nothing() {
            assertThat(CodeText.typed("\u202EM\u200BI\u00ADA\u316420\uFE0F"))
                    .map(CodeText::display)
                    .contains("MIA20");
        }

        @Test
        void is_the_canonical_form_when_it_is_mostly_padding() {
            assertThat(CodeText.typed("MIA" + "-".repeat(60) + "20"))
                    .map(CodeText::display)
                    .contains("MIA20");
        }
    }

    @Nested
    class The_skeleton {

        @ParameterizedTest
        @CsvSource({"O, 0", "I, 1", "I, L", "1, l", "S, 5", "Z, 2", "B, 8"})
        void makes_look_alikes_equal(String one, String other) {
            assertThat(code("QX" + one + "7").skeleton())
                    .isEqualTo(code("QX" + other + "7").skeleton());
        }

        @Test
        void keeps_everything_else_apart() {
            var letters = "ACDEFGHJKMNPQRTUVWXY34679OISZB"; // 36 without 0 1 L 5 2 8
            assertThat(Spelling.skeleton(letters).chars().distinct()).hasSize(letters.length());
        }

        @Test
        void cannot_be_given_by_hand() {
            assertThatThrownBy(() -> new CodeText("MIA20", "MIA20", "MIA20"))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new CodeText("A1", "A1", "AI")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class Random_codes {

        @Test
        void have_eight_symbols_in_two_groups() {
            var code = RandomCodes.next(new SplittableRandom(7));
            assertThat(code.display()).matches("[2-9ACDEFGHJKMNPQRTUVWXY]{4}-[2-9ACDEFGHJKMNPQRTUVWXY]{4}");
            assertThat(code.canonical()).isEqualTo(code.display().replace("-", ""));
        }

        @Test
        void use_28_symbols_of_which_no_two_look_alike() {
            assertThat(RandomCodes.SYMBOLS).hasSize(28);
            assertThat(Spelling.skeleton(RandomCodes.SYMBOLS).chars().distinct())
                    .hasSize(28);
        }

        @Test
        void use_every_symbol_equally_often() {
            var random = new SplittableRandom(11);
            var counts = new int[128];
            for (var i = 0; i < 7_000; i++) {
                RandomCodes.next(random).canonical().chars().forEach(symbol -> counts[symbol]++);
            }
            // 2,000 of each are expected; five standard deviations are 220.
            RandomCodes.SYMBOLS
                    .chars()
                    .forEach(symbol -> assertThat(counts[symbol]).isBetween(1_780, 2_220));
        }

        @ParameterizedTest
        @CsvSource({
            "HBQ, HBQ",
            "HBQK, HBQK",
            "HBQKQ, HB-QKQ",
            "HBQKQ5, HBQ-KQ5",
            "HBQKQ5W6, HBQK-Q5W6",
            "HBQKQ5W6HBQK, HBQK-Q5W6-HBQK"
        })
        void are_shown_in_groups_of_at_most_four(String text, String display) {
            assertThat(RandomCodes.grouped(text)).isEqualTo(display);
        }

        @Test
        void read_back_as_themselves() {
            var code = RandomCodes.next(new SplittableRandom(3), 12);
            assertThat(CodeText.typed(code.display())).contains(code);
            assertThat(CodeText.typed(code.display().toLowerCase(Locale.ROOT)))
                    .map(CodeText::skeleton)
                    .contains(code.skeleton());
        }
    }

    private static CodeText code(String text) {
        return CodeText.typed(text).orElseThrow();
    }
}
