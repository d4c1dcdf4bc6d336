package dev.herald.bench;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/**
 * Finds all pairs of codes that two edits or fewer lead from one to the other, among millions. It shares nothing with what
 * makes codes: an edit takes at most one letter of each code away from what both have, so two codes so near have a part in
 * common that is left when up to two letters of each are left out. Such parts are sorted, and where two codes meet, edits
 * are tried.
 */
final class CodePairs {

    private static final int EXAMPLES = 5;
    private static final int NUMBER_BITS = 24;
    private static final long NUMBER_MASK = (1L << NUMBER_BITS) - 1;

    /** Parts are sorted so many at a time, each kind in its turn, to stay within a quarter of a gigabyte. */
    private static final int PARTS_AT_A_TIME = 24_000_000;

    /**
     * How many pairs there are.
     *
     * @param same of codes that look the same
     * @param close the codes that are in a pair of one edit or none
     * @param examples some of the pairs, the nearest first
     */
    record Found(long same, long oneEdit, long twoEdits, int close, List<String> examples) {

        Found {
            examples = List.copyOf(examples);
        }
    }

    private record Pair(int one, int other, int edits) {}

    private final String[] codes;
    private final HashSet<Pair> pairs = new HashSet<>();
    private final HashSet<Long> refused = new HashSet<>();
    private long[] parts = new long[1 << 16];
    private int filled;

    private CodePairs(List<String> codes) {
        if (codes.size() > NUMBER_MASK) {
            throw new IllegalArgumentException("More codes than can be numbered");
        }
        this.codes = codes.stream().map(LookAlikes::plain).toArray(String[]::new);
    }

    static Found in(List<String> codes) {
        var search = new CodePairs(codes);
        search.run();
        return search.found(codes);
    }

    private void run() {
        var all = Arrays.stream(codes)
                .mapToLong(code -> 1 + code.length() + (long) code.length() * code.length() / 2)
                .sum();
        var turns = (int) (all / PARTS_AT_A_TIME) + 1;
        for (var turn = 0; turn < turns; turn++) {
            filled = 0;
            for (var number = 0; number < codes.length; number++) {
                cut(codes[number], 0, 2, number, turn, turns);
            }
            Arrays.parallelSort(parts, 0, filled);
            meet();
        }
    }

    /** Notes what is left of a text, and of it without one letter or more from a place on. */
    private void cut(String text, int from, int most, int number, int turn, int turns) {
        note(text, number, turn, turns);
        for (var place = from; most > 0 && place < text.length(); place++) {
            cut(text.substring(0, place) + text.substring(place + 1), place, most - 1, number, turn, turns);
        }
    }

    private void note(String part, int number, int turn, int turns) {
        var hash = hash(part);
        if (Long.remainderUnsigned(hash, turns) == turn) {
            if (filled == parts.length) {
                parts = Arrays.copyOf(parts, 2 * parts.length);
            }
            parts[filled++] = (hash & ~NUMBER_MASK) | number;
        }
    }

    private static long hash(String part) {
        var hash = 0xCBF29CE484222325L;
        for (var i = 0; i < part.length(); i++) {
            hash = (hash ^ part.charAt(i)) * 0x100000001B3L;
        }
        hash = (hash ^ hash >>> 32) * 0xD6E8FEB86659FD93L;
        return hash ^ hash >>> 32;
    }

    private void meet() {
        for (var start = 0; start < filled; ) {
            var end = start + 1;
            while (end < filled && (parts[end] & ~NUMBER_MASK) == (parts[start] & ~NUMBER_MASK)) {
                end++;
            }
            for (var i = start; i < end; i++) {
                for (var j = i + 1; j < end; j++) {
                    compare((int) (parts[i] & NUMBER_MASK), (int) (parts[j] & NUMBER_MASK));
                }
            }
            start = end;
        }
    }

    private void compare(int one, int other) {
        var both = (long) one << NUMBER_BITS | other;
        if (one == other || refused.contains(both)) {
            return;
        }
        var edits = edits(codes[one], codes[other]);
        if (edits <= 2) {
            pairs.add(new Pair(one, other, edits));
        } else {
            refused.add(both);
        }
    }

    /** How many edits lead from one text to the other: 0, 1, 2, or 3 for more. */
    static int edits(String one, String other) {
        if (one.equals(other)) {
            return 0;
        }
        if (isOneEdit(one, other)) {
            return 1;
        }
        return Math.abs(one.length() - other.length()) <= 2 && hasCommonNeighbour(one, other) ? 2 : 3;
    }

    /** Whether something is one edit from both. A letter that the other has not would only have to go again. */
    private static boolean hasCommonNeighbour(String one, String other) {
        for (var place = 0; place <= one.length(); place++) {
            var before = one.substring(0, place);
            var after = one.substring(place);
            for (var i = 0; i < other.length(); i++) {
                var longer = before + other.charAt(i);
                if (isOneEdit(longer + after, other)
                        || (!after.isEmpty() && isOneEdit(longer + after.substring(1), other))) {
                    return true;
                }
            }
            if (!after.isEmpty() && isOneEdit(before + after.substring(1), other)) {
                return true;
            }
            if (after.length() > 1
                    && isOneEdit(before + after.charAt(1) + after.charAt(0) + after.substring(2), other)) {
                return true;
            }
        }
        return false;
    }

    /** One letter put in, left out, replaced, or swapped with the next one. */
    private static boolean isOneEdit(String one, String other) {
        if (one.length() < other.length()) {
            return isOneEdit(other, one);
        }
        var place = 0;
        while (place < other.length() && one.charAt(place) == other.charAt(place)) {
            place++;
        }
        if (one.length() == other.length() + 1) {
            return one.substring(place + 1).equals(other.substring(place));
        }
        if (one.length() != other.length() || place == one.length()) {
            return false;
        }
        var replaced = one.substring(place + 1).equals(other.substring(place + 1));
        var swapped = place + 1 < one.length()
                && one.charAt(place) == other.charAt(place + 1)
                && one.charAt(place + 1) == other.charAt(place)
                && one.substring(place + 2).equals(other.substring(place + 2));
        return replaced || swapped;
    }

    private Found found(List<String> written) {
        var counts = new long[3];
        var close = new HashSet<Integer>();
        for (var pair : pairs) {
            counts[pair.edits()]++;
            if (pair.edits() <= 1) {
                close.add(pair.one());
                close.add(pair.other());
            }
        }
        var examples = pairs.stream()
                .sorted((a, b) -> Integer.compare(a.edits(), b.edits()))
                .limit(EXAMPLES)
                .map(pair -> written.get(pair.one()) + " " + written.get(pair.other()))
                .toList();
        return new Found(counts[0], counts[1], counts[2], close.size(), examples);
    }
}
