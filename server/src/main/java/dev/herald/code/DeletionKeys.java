package dev.herald.code;

import java.util.function.LongConsumer;

/**
 * What is left of a text when letters are left out, as 64-bit hashes. Two texts within d edits always share a key with at
 * most d deletions each (symmetric deletes), so that equality finds what is close. They are stored: the hash never changes.
 */
final class DeletionKeys {

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private DeletionKeys() {}

    /** The keys with at most so many (0 to 2) deletions; some may come more than once. */
    static void forEach(CharSequence text, int deletions, LongConsumer keys) {
        keys.accept(without(text, -1, -1));
        if (deletions == 0) {
            return;
        }
        for (var i = 0; i < text.length(); i++) {
            if (repeats(text, i) || Character.isLowSurrogate(text.charAt(i))) {
                continue;
            }
            keys.accept(without(text, i, -1));
            for (var j = i + 1; deletions == 2 && j < text.length(); j++) {
                if ((j == i + 1 || !repeats(text, j)) && !Character.isLowSurrogate(text.charAt(j))) {
                    keys.accept(without(text, i, j));
                }
            }
        }
    }

    /** Whether a place has the letter of the place before it, so that without it the text is the same. */
    private static boolean repeats(CharSequence text, int place) {
        return place > 0 && text.charAt(place) == text.charAt(place - 1);
    }

    private static long without(CharSequence text, int first, int second) {
        var hash = OFFSET;
        for (var i = 0; i < text.length(); i++) {
            if (i != first && i != second) {
                hash = (hash ^ text.charAt(i)) * PRIME;
            } else if (Character.isHighSurrogate(text.charAt(i))) {
                // The letter has a second half.
                i++;
            }
        }
        return mixed(hash);
    }

    /** Spreads what differs over all bits (the finalizer of SplitMix64). */
    private static long mixed(long hash) {
        var spread = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        spread = (spread ^ (spread >>> 27)) * 0x94d049bb133111ebL;
        return spread ^ (spread >>> 31);
    }
}
