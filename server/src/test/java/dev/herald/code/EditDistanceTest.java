package dev.herald.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EditDistanceTest {

    @ParameterizedTest
    @CsvSource({
        "MIAZO, MIAZO, 0",
        "MIAZO, MIAO, 1",
        "MIAZO, MIAZZO, 1",
        "MIAZO, MIAXO, 1",
        "MIAZO, MAIZO, 1",
        "CA, ABC, 2",
        "STAR, JOY, 4",
        "'', ABC, 3",
        "ABCD, BADC, 2",
        // Letters beyond the basic plane, which are two units of UTF-16 each.
        "𠮷A, 𩸽A, 1",
        "𠮷A, A, 1",
        "𠮷𩸽A, 𩸽𠮷A, 1",
        "𠮷A, 𩸽B, 2"
    })
    void counts_slips(String one, String other, int edits) {
        assertThat(EditDistance.between(one, other)).isEqualTo(edits);
        assertThat(EditDistance.between(other, one)).isEqualTo(edits);
        assertThat(EditDistance.isWithin(one, other, edits)).isTrue();
        assertThat(EditDistance.isWithin(one, other, edits - 1)).isFalse();
    }

    /** Making all edits one after another is slow but cannot be wrong. */
    @Test
    void is_the_least_number_of_single_edits_that_lead_from_one_text_to_the_other() {
        var random = new Random(1);
        for (var i = 0; i < 300; i++) {
            var start = text(random, random.nextInt(6));
            Set<String> reached = Set.of(start);
            Set<String> seen = new HashSet<>(reached);
            for (var edits = 1; edits <= 2; edits++) {
                var next = new HashSet<String>();
                for (var text : reached) {
                    for (var neighbour : neighbours(text)) {
                        if (seen.add(neighbour)) {
                            next.add(neighbour);
                        }
                    }
                }
                for (var text : next) {
                    assertThat(EditDistance.between(start, text))
                            .as(start + " " + text)
                            .isEqualTo(edits);
                }
                reached = next;
            }
            var other = text(random, random.nextInt(6));
            if (!seen.contains(other)) {
                assertThat(EditDistance.between(start, other)).isGreaterThan(2);
            }
        }
    }

    @Test
    void is_a_metric() {
        var random = new Random(2);
        for (var i = 0; i < 20_000; i++) {
            var one = text(random, random.nextInt(7));
            var other = text(random, random.nextInt(7));
            var third = text(random, random.nextInt(7));
            var direct = EditDistance.between(one, other);
            assertThat(EditDistance.between(one, third) + EditDistance.between(third, other))
                    .isGreaterThanOrEqualTo(direct);
            assertThat(direct == 0).isEqualTo(one.equals(other));
        }
    }

    private static Set<String> neighbours(String text) {
        var alphabet = new Alphabet();
        alphabet.add("ABC");
        var neighbours = new HashSet<String>();
        alphabet.forEachNeighbour(text, neighbours::add);
        return neighbours;
    }

    private static String text(Random random, int length) {
        var text = new StringBuilder();
        for (var i = 0; i < length; i++) {
            text.append((char) ('A' + random.nextInt(3)));
        }
        return text.toString();
    }
}
