package dev.herald.access;

import java.net.URI;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/**
 * How a brand shows itself.
 *
 * @param locale the language of its pages, and how numbers and dates are written there
 * @param currency what new campaigns are in, unless they say otherwise
 * @param colour as {@code #rrggbb}, in lower case
 * @param shop the address of its shop, where links lead; "" until it is known
 * @param parameter the name of the query parameter under which the shop takes a code from a link
 */
public record BrandLook(Locale locale, Currency currency, String colour, String shop, String parameter) {

    /** How a brand looks that has not said. */
    public static final BrandLook PLAIN =
            new BrandLook(Locale.ENGLISH, Currency.getInstance("EUR"), "#a61e4d", "", "code");

    private static final int LONGEST_ADDRESS = 500;

    /** An address as it was typed, if a browser can follow it: whole, of the web and without a password; "" stays "". */
    public static Optional<String> shopAddress(String typed) {
        if (typed.isEmpty()) {
            return Optional.of("");
        }
        if (typed.length() > LONGEST_ADDRESS || !typed.matches("(?i)https?://.+")) {
            return Optional.empty();
        }
        try {
            var address = URI.create(typed);
            var whole = address.getHost() != null && address.getRawUserInfo() == null;
            return Optional.of(address.toASCIIString()).filter(text -> whole && text.length() <= LONGEST_ADDRESS);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
