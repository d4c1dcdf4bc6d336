package dev.herald.web;

import dev.herald.money.Money;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Amounts as people type them: 12.50, 12,50, 1,234.50, 1.234,50 or 1 234,50, with or without the currency. */
public final class TypedMoney {

    private static final String WORDS = "[\\p{Sc}\\p{L}\\p{Z}\\s]*";
    private static final Pattern TYPED =
            Pattern.compile("(?<before>" + WORDS + ")(?<amount>.*?)(?<after>" + WORDS + ")");
    private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\s]+");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final int LONGEST = 20;
    private static final int LONGEST_TEXT = 60;

    /** What the whole and the fraction may look like; the first that fits the currency's digits is meant. */
    private static final List<Pattern> AMOUNTS = List.of(
            Pattern.compile("(?<whole>[0-9]*)(?<fraction>([.,][0-9]+)?)"),
            Pattern.compile("(?<whole>[1-9][0-9]{0,2}(?<mark>[.,' ])[0-9]{3}(\\k<mark>[0-9]{3})*)"
                    + "(?<fraction>((?!\\k<mark>)[.,][0-9]+)?)"));

    private TypedMoney() {}

    /** Minor units; empty if the text is no amount of the currency, or names another currency. */
    public static OptionalLong minor(String text, Currency currency) {
        // Looking for the number takes the cube of the length in vain, and a form may be of megabytes.
        if (text.length() > LONGEST_TEXT) {
            return OptionalLong.empty();
        }
        var typed = TYPED.matcher(text);
        if (!typed.matches() || !namesOnly(currency, typed.group("before") + " " + typed.group("after"))) {
            return OptionalLong.empty();
        }
        var amount = BLANKS.matcher(typed.group("amount")).replaceAll(" ").replace('\u2019', '\'');
        if (amount.isEmpty() || amount.length() > LONGEST) {
            return OptionalLong.empty();
        }
        var digits = Math.max(0, currency.getDefaultFractionDigits());
        return AMOUNTS.stream()
                .flatMap(form -> value(form, amount, digits).stream())
                .map(value -> value.movePointRight(digits))
                .filter(minor -> minor.compareTo(BigDecimal.valueOf(Money.MOST)) <= 0)
                .mapToLong(BigDecimal::longValueExact)
                .findFirst();
    }

    private static Optional<BigDecimal> value(Pattern form, String amount, int digits) {
        var found = form.matcher(amount);
        if (!found.matches()) {
            return Optional.empty();
        }
        var fraction = digitsOf(found.group("fraction"));
        return fraction.length() > digits
                ? Optional.empty()
                : Optional.of(new BigDecimal("0" + digitsOf(found.group("whole")) + "." + fraction + "0"));
    }

    private static String digitsOf(String text) {
        return text.replaceAll("[^0-9]", "");
    }

    /** Five pounds are not five dollars: what stands around the number is the currency's own code or sign, or nothing. */
    private static boolean namesOnly(Currency currency, String words) {
        return BLANKS.splitAsStream(words)
                .filter(word -> !word.isEmpty())
                .allMatch(word -> names(currency).anyMatch(plain(word)::equals));
    }

    /** A sign is that of the currency's own countries: $ is the dollar of each country that has one. */
    private static Stream<String> names(Currency currency) {
        var countries = Locale.availableLocales()
                .filter(locale -> COUNTRIES.contains(locale.getCountry()))
                .filter(locale -> currency.equals(Currency.getInstance(locale)))
                .map(currency::getSymbol);
        return Stream.concat(Stream.of(currency.getCurrencyCode(), currency.getSymbol(Locale.ROOT)), countries)
                .map(TypedMoney::plain);
    }

    private static String plain(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    }
}
