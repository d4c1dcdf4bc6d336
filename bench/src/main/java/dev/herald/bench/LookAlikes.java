package dev.herald.bench;

import java.util.Locale;

/**
 * The plain form of ASCII codes as the papers define it, written anew: what checks Herald must not share its code. Upper
 * case, without blanks, hyphens and underscores, and look-alikes made equal.
 */
final class LookAlikes {

    private LookAlikes() {}

    static String plain(String code) {
        var plain = new StringBuilder(code.length());
        var upper = code.toUpperCase(Locale.ROOT);
        for (var i = 0; i < upper.length(); i++) {
            var letter = upper.charAt(i);
            if (letter != ' ' && letter != '-' && letter != '_') {
                plain.append(folded(letter));
            }
        }
        return plain.toString();
    }

    private static char folded(char letter) {
        var place = "01L528".indexOf(letter);
        return place < 0 ? letter : "OIISZB".charAt(place);
    }
}
