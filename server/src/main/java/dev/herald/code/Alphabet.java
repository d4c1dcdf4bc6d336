package dev.herald.code;

import java.util.BitSet;
import java.util.function.Consumer;

/** The letters that codes are made of, and what one edit can make of a text with them. */
final class Alphabet {

    private final BitSet letters = new BitSet();

    void add(String text) {
        text.chars().forEach(letters::set);
    }

    /** Whatever is one edit away from a text, some of it more than once. */
    void forEachNeighbour(String text, Consumer<String> neighbours) {
        for (var i = 0; i <= text.length(); i++) {
            var before = text.substring(0, i);
            var after = text.substring(i);
            letters.stream().forEach(letter -> neighbours.accept(before + (char) letter + after));
            if (after.isEmpty()) {
                continue;
            }
            var rest = after.substring(1);
            neighbours.accept(before + rest);
            letters.stream().forEach(letter -> neighbours.accept(before + (char) letter + rest));
            if (!rest.isEmpty()) {
                neighbours.accept(before + rest.charAt(0) + after.charAt(0) + rest.substring(1));
            }
        }
    }
}
