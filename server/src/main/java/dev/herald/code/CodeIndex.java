package dev.herald.code;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The skeletons of one brand's codes, found again by whatever is within two edits of them, in microseconds among a million.
 *
 * <p>A hash table of deletion keys: a slot has eight bits of the key and the number of the code, and what it finds is
 * measured. A memorable or short code is entered under all keys of two deletions. Long random codes lie so far apart by
 * chance that one deletion is enough, as it is for any random code when the table is full; then a search for two edits
 * tries every neighbour of what it looks for.
 */
final class CodeIndex {

    /** The most slots filled with keys of two deletions: 256 MB at 70 %. */
    private static final int MOST_WIDE_KEYS = 45_000_000;

    /** Random codes of more symbols than these (28^9 = 1e13) are hardly ever within two edits of another. */
    private static final int MOST_SHORT = 9;

    private static final int FEWEST_SLOTS = 1 << 10;
    private static final int NUMBER_BITS = 24;
    private static final int NUMBER_MASK = (1 << NUMBER_BITS) - 1;
    private static final int MOST_CODES = NUMBER_MASK - 1;

    /** A code by its number in this index, from 0 in the order in which they were added. */
    record Near(int number, int edits) {}

    private final int mostWideKeys;
    private int[] slots = new int[FEWEST_SLOTS];
    private int filled;
    private char[] letters = new char[FEWEST_SLOTS];
    private int[] ends = new int[FEWEST_SLOTS];
    private byte[] reaches = new byte[FEWEST_SLOTS];
    private int codes;
    private final BitSet narrowLengths = new BitSet();
    private int longestWide;
    private final Alphabet alphabet = new Alphabet();

    CodeIndex() {
        this(MOST_WIDE_KEYS);
    }

    /** @param mostWideKeys beyond so many keys, codes that allow it are entered under fewer of them */
    CodeIndex(int mostWideKeys) {
        this.mostWideKeys = mostWideKeys;
    }

    int size() {
        return codes;
    }

    /** Whether further random codes are entered for one edit only, however short. */
    boolean isCrowded() {
        return filled >= mostWideKeys;
    }

    /**
     * Enters a skeleton and tells its number.
     *
     * @param memorable whether it must be found at two edits at once; others only if they are short and there is room
     */
    int add(String skeleton, boolean memorable) {
        if (codes == MOST_CODES) {
            throw new IllegalStateException("A brand has at most " + MOST_CODES + " codes");
        }
        var number = codes++;
        remember(number, skeleton);
        var reach = memorable || (skeleton.length() <= MOST_SHORT && !isCrowded()) ? 2 : 1;
        reaches[number] = (byte) reach;
        if (reach == 2) {
            longestWide = Math.max(longestWide, EditDistance.length(skeleton));
        } else {
            narrowLengths.set(EditDistance.length(skeleton));
        }
        enter(number);
        return number;
    }

    String skeleton(int number) {
        var start = number == 0 ? 0 : ends[number - 1];
        return new String(letters, start, ends[number] - start);
    }

    /** All codes within so many (0 to 2) edits, the nearest first. */
    List<Near> within(String skeleton, int edits) {
        var found = new Found(skeleton, edits);
        DeletionKeys.forEach(skeleton, edits, key -> collect(key, found));
        if (edits == 2 && hasNarrowNear(EditDistance.length(skeleton))) {
            alphabet.forEachNeighbour(
                    skeleton, neighbour -> DeletionKeys.forEach(neighbour, 1, key -> collect(key, found)));
        }
        return found.sorted();
    }

    /** All codes within one edit, and of those within two the memorable and the short ones that were added while there was room. */
    List<Near> atHand(String skeleton) {
        var edits = EditDistance.length(skeleton) - longestWide > 2 ? 1 : 2;
        var found = new Found(skeleton, edits);
        DeletionKeys.forEach(skeleton, edits, key -> collect(key, found));
        return found.sorted();
    }

    private boolean hasNarrowNear(int length) {
        var next = narrowLengths.nextSetBit(Math.max(0, length - 2));
        return next >= 0 && next <= length + 2;
    }

    private void remember(int number, String skeleton) {
        var start = number == 0 ? 0 : ends[number - 1];
        if (number == ends.length) {
            ends = Arrays.copyOf(ends, 2 * ends.length);
            reaches = Arrays.copyOf(reaches, 2 * reaches.length);
        }
        if (start + skeleton.length() > letters.length) {
            letters = Arrays.copyOf(letters, 2 * letters.length);
        }
        skeleton.getChars(0, skeleton.length(), letters, start);
        ends[number] = start + skeleton.length();
        alphabet.add(skeleton);
    }

    private void enter(int number) {
        var length = ends[number] - (number == 0 ? 0 : ends[number - 1]);
        var keys = reaches[number] == 2 ? 1 + length * (length + 1) / 2 : 1 + length;
        if ((filled + (long) keys) * 10 > slots.length * 7L) {
            grow(number);
        }
        DeletionKeys.forEach(skeleton(number), reaches[number], key -> put(key, number));
    }

    /** Doubles the table and enters all codes before one anew: their keys are quicker made again than kept. */
    private void grow(int before) {
        slots = new int[2 * slots.length];
        filled = 0;
        for (var number = 0; number < before; number++) {
            var entered = number;
            DeletionKeys.forEach(skeleton(number), reaches[number], key -> put(key, entered));
        }
    }

    private void put(long key, int number) {
        var slot = slot(key);
        while (slots[slot] != 0) {
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = entry(key, number);
        filled++;
    }

    private void collect(long key, Found found) {
        for (var slot = slot(key); slots[slot] != 0; slot = slot + 1 & slots.length - 1) {
            var number = (slots[slot] & NUMBER_MASK) - 1;
            if (slots[slot] == entry(key, number)) {
                found.offer(number);
            }
        }
    }

    private int slot(long key) {
        return (int) key & slots.length - 1;
    }

    /** Never 0, which marks an empty slot. */
    private static int entry(long key, int number) {
        return (int) (key >>> 56) << NUMBER_BITS | number + 1;
    }

    /** What one search has come upon. */
    private final class Found {

        private final String sought;
        private final int edits;
        private int[] offered = new int[16];
        private int offers;
        private final List<Near> near = new ArrayList<>();

        Found(String sought, int edits) {
            this.sought = sought;
            this.edits = edits;
        }

        void offer(int number) {
            for (var i = 0; i < offers; i++) {
                if (offered[i] == number) {
                    return;
                }
            }
            if (offers == offered.length) {
                offered = Arrays.copyOf(offered, 2 * offers);
            }
            offered[offers++] = number;
            var skeleton = skeleton(number);
            if (Math.abs(EditDistance.length(skeleton) - EditDistance.length(sought)) <= edits) {
                var distance = EditDistance.between(sought, skeleton);
                if (distance <= edits) {
                    near.add(new Near(number, distance));
                }
            }
        }

        List<Near> sorted() {
            near.sort((a, b) -> Integer.compare(a.edits(), b.edits()));
            return near;
        }
    }
}
