package dev.herald.code;

import java.util.Optional;

/**
 * The text of a promo code in three forms: as people see it, as we compare it, and with look-alikes made equal.
 *
 * <p>The canonical form has 3 to 32 letters or digits: upper case, without diacritics, blanks, hyphens, underscores and
 * invisible characters. Two texts are the same code when their skeletons are equal (docs/SCIENCE.md, Codes).
 */
public record CodeText(String display, String canonical, String skeleton) {

    static final int SHORTEST = 3;
    static final int LONGEST = 32;
    private static final int LONGEST_DISPLAY = 64;

    /** Anything longer is no code, however many blanks are in it; it is refused before any work is done on it. */
    private static final int LONGEST_INPUT = 256;

    public CodeText {
        var length = canonical.codePointCount(0, canonical.length());
        if (length < SHORTEST || length > LONGEST) {
            throw new IllegalArgumentException("A code has 3 to 32 letters or digits: " + canonical);
        }
        if (!skeleton.equals(Spelling.skeleton(canonical))) {
            throw new IllegalArgumentException(skeleton + " is not the skeleton of " + canonical);
        }
    }

    /** Reads a code as a shopper types it or a brand writes it; empty if the text cannot be a code. */
    public static Optional<CodeText> typed(String input) {
        if (input.length() > LONGEST_INPUT) {
            return Optional.empty();
        }
        return Spelling.canonical(input)
                .filter(CodeText::hasCodeLength)
                .map(canonical -> new CodeText(display(input, canonical), canonical, Spelling.skeleton(canonical)));
    }

    private static boolean hasCodeLength(String canonical) {
        var length = canonical.codePointCount(0, canonical.length());
        return length >= SHORTEST && length <= LONGEST;
    }

    private static String display(String input, String canonical) {
        var cleaned = Spelling.cleaned(input);
        return cleaned.length() <= LONGEST_DISPLAY ? cleaned : canonical;
    }
}
