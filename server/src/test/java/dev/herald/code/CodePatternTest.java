package dev.herald.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CodePatternTest {

    private static final String SYMBOL = "[" + RandomCodes.SYMBOLS + "]";

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            SPRING-####,    SPRING-@@@@
            spring-####,    SPRING-@@@@
            ####-####,      @@@@-@@@@
            VIP ##,         VIP @@
            " vip  ## ",    VIP @@
            A#B#,           A@B@
            ＶＩＰ＃＃,      VIP@@
            Été_##,         ÉTÉ_@@
            ИВАН###,        ИВАН@@@
            ###,            @@@
            -###-,          -@@@-
            """)
    void makes_codes_that_look_like_it(String text, String display) {
        var codes = pattern(text);
        var random = new SplittableRandom(1);
        for (var i = 0; i < 50; i++) {
            var code = codes.next(random);
            assertThat(code.display()).matches(display.replace("@", SYMBOL));
            assertThat(CodeText.typed(code.display())).contains(code);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            SPRING            | Write # for each random symbol, as in SPRING-####.
            ''                | Write # for each random symbol, as in SPRING-####.
            ##                | A code has at least 3 letters, digits and #; hyphens and blanks do not count.
            --#--             | A code has at least 3 letters, digits and #; hyphens and blanks do not count.
            SPRING%##         | A pattern has only letters, digits, hyphens, blanks and #, not “%”.
            SPRING.##         | A pattern has only letters, digits, hyphens, blanks and #, not “.”.
            SALE🎉##          | A pattern has only letters, digits, hyphens, blanks and #, not “🎉”.
            """)
    void says_what_is_wrong_with_a_bad_one(String text, String reason) {
        assertThat(CodePattern.parse(text)).isEqualTo(new CodePattern.Parsed.Refused(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SPRING\u0000##", "SPRING\uD83C##", "A\u3099##B"})
    void refuses_what_cannot_be_shown_without_showing_it(String text) {
        assertThat(CodePattern.parse(text))
                .isInstanceOfSatisfying(
                        CodePattern.Parsed.Refused.class,
                        refused -> assertThat(refused.reason())
                                .startsWith("A pattern has only letters, digits, hyphens, blanks and #"));
    }

    @Test
    void spans_3_to_32_letters_and_digits() {
        assertThat(pattern("#".repeat(32)).next(new SplittableRandom(1)).canonical())
                .hasSize(32);
        var tooLong = new CodePattern.Parsed.Refused("A code has at most 32 letters, digits and #.");
        assertThat(CodePattern.parse("#".repeat(33))).isEqualTo(tooLong);
        assertThat(CodePattern.parse("A".repeat(30) + "-###")).isEqualTo(tooLong);
        assertThat(CodePattern.parse("ß".repeat(16) + "#")).isEqualTo(tooLong);
        assertThat(CodePattern.parse("#".repeat(5_000))).isEqualTo(tooLong);
        assertThat(CodePattern.parse("##A" + "-".repeat(252))).isInstanceOf(CodePattern.Parsed.Usable.class);
    }

    @Test
    void knows_how_many_codes_it_has() {
        assertThat(pattern("SPRING-####").size()).isEqualTo(BigInteger.valueOf(614_656));
        assertThat(pattern("A#B").size()).isEqualTo(BigInteger.valueOf(28));
        assertThat(pattern("#".repeat(32)).size())
                .isEqualTo(BigInteger.valueOf(28).pow(32));
        assertThat(pattern("#".repeat(32)).capacity()).isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @CsvSource({"AB#, 1", "AB##, 28", "AB###, 701", "AB####, 17584"})
    void knows_how_many_stay_a_slip_apart(String text, long capacity) {
        assertThat(pattern(text).capacity()).isEqualTo(capacity);
        assertThat(pattern(text).easyCapacity()).isEqualTo(capacity * 2 / 3);
        assertThat((double) randomFill(pattern(text).free())).isBetween(.95 * capacity, 1.05 * capacity);
    }

    /** Takes all codes in random order and keeps those that no swap or change of one symbol turns into a kept one. */
    private static int randomFill(int places) {
        var random = new SplittableRandom(places);
        var symbols = RandomCodes.SYMBOLS.length();
        var weights = IntStream.range(0, places)
                .map(place -> Math.powExact(symbols, place))
                .toArray();
        var kept = new BitSet();
        var keptButOne = new BitSet();
        var size = Math.powExact(symbols, places);
        for (var code : shuffled(size, random)) {
            var changes = IntStream.range(0, places)
                    .map(place -> size * place + code - code / weights[place] % symbols * weights[place])
                    .toArray();
            var swaps = IntStream.range(1, places).map(place -> {
                var difference = code / weights[place] % symbols - code / weights[place - 1] % symbols;
                return code + difference * (weights[place - 1] - weights[place]);
            });
            if (IntStream.of(changes).noneMatch(keptButOne::get) && swaps.noneMatch(kept::get)) {
                kept.set(code);
                IntStream.of(changes).forEach(keptButOne::set);
            }
        }
        return kept.cardinality();
    }

    private static int[] shuffled(int size, SplittableRandom random) {
        var order = IntStream.range(0, size).toArray();
        for (var i = size - 1; i > 0; i--) {
            var other = random.nextInt(i + 1);
            var swapped = order[i];
            order[i] = order[other];
            order[other] = swapped;
        }
        return order;
    }

    private static CodePattern pattern(String text) {
        return ((CodePattern.Parsed.Usable) CodePattern.parse(text)).pattern();
    }
}
