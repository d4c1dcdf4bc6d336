package dev.herald.code;

import java.util.random.RandomGenerator;

/** Random codes from 28 symbols of which no two look alike: 8 of them make 28^8 = 3.8e11 codes. */
public final class RandomCodes {

    /** Without 0 O, 1 I L, S, Z, B: no two of these symbols have the same skeleton. */
    static final String SYMBOLS = "23456789ACDEFGHJKMNPQRTUVWXY";

    static final int USUAL_LENGTH = 8;
    private static final int GROUP = 4;

    private RandomCodes() {}

    /** A code of the usual length. The generator must be unpredictable, or codes can be guessed. */
    public static CodeText next(RandomGenerator random) {
        return next(random, USUAL_LENGTH);
    }

    /** A code of 3 to 32 symbols. */
    public static CodeText next(RandomGenerator random, int length) {
        var text = new StringBuilder(length);
        for (var i = 0; i < length; i++) {
            text.append(symbol(random));
        }
        var canonical = text.toString();
        return new CodeText(grouped(canonical), canonical, Spelling.skeleton(canonical));
    }

    static char symbol(RandomGenerator random) {
        return SYMBOLS.charAt(random.nextInt(SYMBOLS.length()));
    }

    /** Hyphens between groups of at most four, as even as can be, because people copy in gulps: HBQK-Q5W6. */
    static String grouped(String text) {
        var groups = Math.ceilDiv(text.length(), GROUP);
        var display = new StringBuilder(text);
        for (var group = groups - 1; group > 0; group--) {
            display.insert(text.length() * group / groups, '-');
        }
        return display.toString();
    }
}
