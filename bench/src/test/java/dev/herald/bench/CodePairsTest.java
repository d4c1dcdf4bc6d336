package dev.herald.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The checker finds what is planted, so that its silence means something. */
final class CodePairsTest {

    private static final String SYMBOLS = "23456789ACDEFGHJKMNPQRTUVWXY";

    /** So many random codes of twelve symbols are never close by chance. */
    private static final List<String> FAR_APART = random(20_000, 12);

    @Test
    void codes_that_are_far_apart_are_no_pairs() {
        assertThat(CodePairs.in(FAR_APART)).isEqualTo(new CodePairs.Found(0, 0, 0, 0, List.of()));
    }

    @ParameterizedTest
    @EnumSource
    void a_planted_slip_of_each_kind_is_found_wherever_it_is(Slips.Kind kind) {
        var slips = new Slips(new SplittableRandom(kind.percent));
        var planted = new ArrayList<>(FAR_APART);
        var number = 300;
        for (var i = 0; i < number; i++) {
            planted.add(slips.of(kind, FAR_APART.get(i)));
        }
        var found = CodePairs.in(planted);
        assertThat(found.oneEdit()).isEqualTo(number);
        assertThat(found.same() + found.twoEdits()).isZero();
        assertThat(found.close()).isEqualTo(2 * number);
        assertThat(found.examples()).hasSize(5);
    }

    @Test
    void two_planted_slips_are_found() {
        var slips = new Slips(new SplittableRandom(9));
        var planted = new ArrayList<>(FAR_APART);
        var number = 2_000;
        for (var i = 0; i < number; i++) {
            planted.add(slips.two(FAR_APART.get(i)));
        }
        var found = CodePairs.in(planted);
        assertThat(found.oneEdit() + found.twoEdits()).isEqualTo(number);
        assertThat(found.twoEdits()).isGreaterThan(number * 9 / 10);
    }

    @Test
    void a_duplicate_is_found_however_it_is_written() {
        assertThat(CodePairs.in(List.of("MIA20", "mia-2O", "LEO50")).same()).isEqualTo(1);
        assertThat(CodePairs.in(List.of("BILLS5", "8I1L_55", "LEO50")).same()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "AB, BXA, 2",
        "AB, BA, 1",
        "ABC, CA, 2",
        "ABCD, BADC, 2",
        "ABCD, CDAB, 3",
        "A, B, 1",
        "AB, XY, 2",
        "AB, AB, 0"
    })
    void edits_are_counted_without_restriction(String one, String other, int edits) {
        assertThat(CodePairs.edits(one, other)).isEqualTo(edits);
        assertThat(CodePairs.edits(other, one)).isEqualTo(edits);
    }

    /** All texts of two to five letters from A, C and D, against the edits themselves, carried out one after the other. */
    @Test
    void finds_exactly_what_carrying_out_edits_finds() {
        var texts = new ArrayList<String>();
        for (var length = 2; length <= 5; length++) {
            texts.addAll(all(length));
        }
        long one = 0;
        long two = 0;
        for (var text : texts) {
            var near = edited(text);
            var far = new HashSet<String>();
            near.forEach(other -> far.addAll(edited(other)));
            for (var other : texts) {
                if (text.compareTo(other) < 0) {
                    one += near.contains(other) ? 1 : 0;
                    two += far.contains(other) && !near.contains(other) ? 1 : 0;
                }
            }
        }
        var found = CodePairs.in(texts);
        assertThat(List.of(found.same(), found.oneEdit(), found.twoEdits())).isEqualTo(List.of(0L, one, two));
    }

    private static Set<String> edited(String text) {
        var edited = new HashSet<String>();
        for (var place = 0; place <= text.length(); place++) {
            for (var letter : List.of("A", "C", "D")) {
                edited.add(new StringBuilder(text).insert(place, letter).toString());
                if (place < text.length()) {
                    edited.add(new StringBuilder(text)
                            .replace(place, place + 1, letter)
                            .toString());
                }
            }
            if (place < text.length()) {
                edited.add(new StringBuilder(text).deleteCharAt(place).toString());
            }
            if (place + 1 < text.length()) {
                var swapped = new StringBuilder(text).deleteCharAt(place);
                edited.add(swapped.insert(place + 1, text.charAt(place)).toString());
            }
        }
        edited.remove(text);
        return edited;
    }

    private static List<String> all(int length) {
        if (length == 0) {
            return List.of("");
        }
        return all(length - 1).stream()
                .flatMap(start -> List.of("A", "C", "D").stream().map(start::concat))
                .toList();
    }

    private static List<String> random(int count, int length) {
        var random = new SplittableRandom(5);
        var codes = new ArrayList<String>(count);
        for (var i = 0; i < count; i++) {
            var code = new StringBuilder();
            for (var place = 0; place < length; place++) {
                code.append(SYMBOLS.charAt(random.nextInt(SYMBOLS.length())));
            }
            codes.add(code.toString());
        }
        return codes;
    }
}
