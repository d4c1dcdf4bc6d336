package dev.herald.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CodeIndexTest {

    private static final String SIX_SYMBOLS = "ACDEFG";

    /** 7,776 texts, each measured against each. */
    @Test
    void finds_exactly_what_measuring_every_pair_finds() {
        var texts = allTexts(5);
        var index = new CodeIndex();
        texts.forEach(text -> index.add(text, true));
        IntStream.range(0, texts.size()).parallel().forEach(i -> {
            var near = new int[texts.size()];
            index.within(texts.get(i), 2).forEach(one -> near[one.number()] = one.edits() + 1);
            for (var j = 0; j < texts.size(); j++) {
                var edits = EditDistance.between(texts.get(i), texts.get(j));
                if (near[j] != (edits <= 2 ? edits + 1 : 0)) {
                    throw new AssertionError(texts.get(i) + " and " + texts.get(j) + " are " + edits + " apart");
                }
            }
        });
    }

    @Test
    void takes_a_letter_beyond_the_basic_plane_for_one() {
        for (var memorable : List.of(true, false)) {
            var index = new CodeIndex(0);
            index.add("𠮷OSHINOYA", memorable);
            assertThat(index.within("𩸽OSHINOYA", 1)).hasSize(1);
            assertThat(index.within("OSHINOYA", 1)).hasSize(1);
            assertThat(index.within("O𠮷SHINOYA", 1)).hasSize(1);
            assertThat(index.within("𩸽OSHINYA", 2)).hasSize(1);
            assertThat(index.within("𩸽OSHINNA", 2)).isEmpty();
        }
    }

    @Test
    void admits_no_pair_within_two_edits_and_leaves_out_no_text_that_could_be_had() {
        var texts = allTexts(5);
        Collections.shuffle(texts, new Random(3));
        var index = new CodeIndex();
        var admitted = new ArrayList<String>();
        for (var text : texts) {
            if (index.within(text, 2).isEmpty()) {
                index.add(text, true);
                admitted.add(text);
            }
        }
        for (var text : texts) {
            var closest = admitted.stream()
                    .filter(other -> !other.equals(text))
                    .mapToInt(other -> EditDistance.between(text, other))
                    .min()
                    .orElseThrow();
            if (admitted.contains(text)) {
                assertThat(closest).as(text).isGreaterThan(2);
            } else {
                assertThat(closest).as(text).isLessThanOrEqualTo(2);
            }
        }
    }

    @Test
    void finds_texts_of_any_length_and_the_nearest_first() {
        var random = new Random(4);
        var texts = randomTexts(random, 2_000);
        var index = new CodeIndex();
        texts.forEach(text -> index.add(text, true));
        for (var sought : randomTexts(random, 300)) {
            var found = index.within(sought, 2);
            assertThat(found).extracting(CodeIndex.Near::edits).isSorted();
            assertThat(skeletons(index, found)).isEqualTo(measured(texts, sought, 2));
            assertThat(skeletons(index, index.within(sought, 1))).isEqualTo(measured(texts, sought, 1));
            assertThat(skeletons(index, index.within(sought, 0))).isEqualTo(measured(texts, sought, 0));
        }
    }

    /** The fewer keys of a crowded index find the same, only slower. */
    @Test
    void finds_the_same_when_it_is_crowded() {
        var random = new Random(5);
        var texts = randomTexts(random, 1_000);
        var index = new CodeIndex(5_000);
        for (var i = 0; i < texts.size(); i++) {
            index.add(texts.get(i), i % 10 == 0);
        }
        assertThat(index.isCrowded()).isTrue();
        for (var sought : randomTexts(random, 200)) {
            assertThat(skeletons(index, index.within(sought, 2))).isEqualTo(measured(texts, sought, 2));
            assertThat(skeletons(index, index.atHand(sought)))
                    .containsAll(measured(texts, sought, 1))
                    .containsAll(measured(memorable(texts), sought, 2))
                    .isSubsetOf(measured(texts, sought, 2));
        }
    }

    /** Long random codes have fewer keys from the start, memorable ones among them do not. */
    @Test
    void finds_the_same_among_long_texts() {
        var random = new Random(6);
        var texts = randomTexts(random, 500, 8, 13);
        var index = new CodeIndex();
        for (var i = 0; i < texts.size(); i++) {
            index.add(texts.get(i), i % 10 == 0);
        }
        for (var i = 0; i < 300; i++) {
            var sought = slipped(texts.get(random.nextInt(texts.size())), random, random.nextInt(4));
            assertThat(skeletons(index, index.within(sought, 2))).isEqualTo(measured(texts, sought, 2));
            assertThat(skeletons(index, index.atHand(sought)))
                    .containsAll(measured(texts, sought, 1))
                    .containsAll(measured(memorable(texts), sought, 2));
        }
    }

    @Test
    void tells_a_code_by_its_number() {
        var index = new CodeIndex();
        var number = index.add("MIAZO", true);
        index.add("LEOZO", true);
        assertThat(index.skeleton(number)).isEqualTo("MIAZO");
        assertThat(index.size()).isEqualTo(2);
    }

    private static List<String> memorable(List<String> texts) {
        return IntStream.range(0, texts.size())
                .filter(i -> i % 10 == 0)
                .mapToObj(texts::get)
                .toList();
    }

    private static Set<String> skeletons(CodeIndex index, List<CodeIndex.Near> found) {
        return found.stream().map(near -> index.skeleton(near.number())).collect(Collectors.toSet());
    }

    private static Set<String> measured(List<String> texts, String sought, int edits) {
        return texts.stream()
                .filter(text -> EditDistance.isWithin(sought, text, edits))
                .collect(Collectors.toSet());
    }

    private static String slipped(String text, Random random, int slips) {
        var slipped = new StringBuilder(text);
        for (var i = 0; i < slips; i++) {
            var place = random.nextInt(slipped.length());
            var symbol = SIX_SYMBOLS.charAt(random.nextInt(4));
            switch (random.nextInt(3)) {
                case 0 -> slipped.setCharAt(place, symbol);
                case 1 -> slipped.insert(place, symbol);
                default -> slipped.deleteCharAt(place);
            }
        }
        return slipped.toString();
    }

    private static List<String> randomTexts(Random random, int count) {
        return randomTexts(random, count, 3, 9);
    }

    private static List<String> randomTexts(Random random, int count, int shortest, int limit) {
        var texts = new HashSet<String>();
        while (texts.size() < count) {
            var text = new StringBuilder();
            var length = random.nextInt(shortest, limit);
            for (var i = 0; i < length; i++) {
                text.append(SIX_SYMBOLS.charAt(random.nextInt(4)));
            }
            texts.add(text.toString());
        }
        return List.copyOf(texts);
    }

    private static List<String> allTexts(int length) {
        List<String> texts = new ArrayList<>(List.of(""));
        for (var i = 0; i < length; i++) {
            var longer = new ArrayList<String>(texts.size() * SIX_SYMBOLS.length());
            for (var text : texts) {
                SIX_SYMBOLS.chars().forEach(symbol -> longer.add(text + (char) symbol));
            }
            texts = longer;
        }
        return texts;
    }
}
