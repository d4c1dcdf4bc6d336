package dev.herald.code;

import java.util.Arrays;
import java.util.Collection;

/**
 * Finds the words of a list in a text.
 *
 * <p>The sorted list serves as its own tree: from each letter on, binary search narrows the range of words that agree
 * so far. A random code costs a microsecond and the list costs no memory beside itself.
 */
final class WordFinder {

    /** Judges one find. */
    @FunctionalInterface
    interface Find {

        boolean matters(int start, int end);
    }

    private final String[] sorted;

    WordFinder(Collection<String> words) {
        this.sorted = words.stream()
                .filter(word -> !word.isEmpty())
                .distinct()
                .sorted()
                .toArray(String[]::new);
    }

    boolean has(String text) {
        return Arrays.binarySearch(sorted, text) >= 0;
    }

    /** Whether a listed word stands in the text at a place that matters. */
    boolean findsIn(String text, Find find) {
        for (var start = 0; start < text.length(); start++) {
            if (findsAt(text, start, find)) {
                return true;
            }
        }
        return false;
    }

    private boolean findsAt(String text, int start, Find find) {
        var from = 0;
        var to = sorted.length;
        for (var end = start; end < text.length(); end++) {
            var letter = text.charAt(end);
            from = firstNotBelow(letter, end - start, from, to);
            to = firstNotBelow(letter + 1, end - start, from, to);
            if (from == to) {
                return false;
            }
            // Of all words that begin alike the shortest comes first.
            if (sorted[from].length() == end - start + 1 && find.matters(start, end + 1)) {
                return true;
            }
        }
        return false;
    }

    private int firstNotBelow(int letter, int depth, int from, int to) {
        var low = from;
        var high = to;
        while (low < high) {
            var middle = (low + high) >>> 1;
            var word = sorted[middle];
            if (depth < word.length() && word.charAt(depth) >= letter) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
