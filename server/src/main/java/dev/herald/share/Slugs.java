package dev.herald.share;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The last part of a short link: eight of 32 symbols, without those that are mistaken for one another. There are a million
 * million of them, so that trying them out finds nothing.
 */
final class Slugs {

    private static final String SYMBOLS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 8;
    private static final Pattern FORM = Pattern.compile("[" + SYMBOLS + "]{" + LENGTH + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private Slugs() {}

    static String random() {
        var slug = new StringBuilder(LENGTH);
        for (var i = 0; i < LENGTH; i++) {
            slug.append(SYMBOLS.charAt(RANDOM.nextInt(SYMBOLS.length())));
        }
        return slug.toString();
    }

    /** As it was made, of what somebody copied from a poster; "" if it cannot be one. */
    static String typed(String text) {
        var slug = text.toLowerCase(Locale.ROOT);
        return FORM.matcher(slug).matches() ? slug : "";
    }
}
