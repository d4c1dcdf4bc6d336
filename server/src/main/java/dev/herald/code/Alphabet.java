package dev.herald.code;

import java.util.BitSet;
import java.util.function.Consumer;

/** The letters that codes are made of, and what one edit can make of a text with them. */
final class Alphabet {

    private final BitSet letters = new BitSet();

    void add(String text) {
        text.codePoints().forEach(letters::set);
    }

    /** Whatever is one edit away from a text, some of it more than once. */
    void forEachNeighbour(String text, Consumer<String> neighbours) {
        for (var i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            var before = text.substring(0, i);
            var rest = text.substring(i + Character.charCount(text.codePointAt(i)));
            forEachLonger(before, text.substring(i), neighbours);
            forEachLonger(before, rest, neighbours);
            neighbours.accept(before + rest);
            if (!rest.isEmpty()) {
                var next = Character.toString(rest.codePointAt(0));
                neighbours.accept(
                        before + next + Character.toString(text.codePointAt(i)) + rest.substring(next.length()));
            }
        }
        forEachLonger(text, "", neighbours);
    }

    private void forEachLonger(String before, String after, Consumer<String> neighbours) {
        letters.stream().forEach(letter -> neighbours.accept(before + Character.toString(letter) + after));
    }
}
