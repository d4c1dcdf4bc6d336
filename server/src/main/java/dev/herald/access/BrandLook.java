package dev.herald.access;

import java.util.Currency;
import java.util.Locale;

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
}
