package dev.herald.money;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/**
 * An amount of money, exact.
 *
 * @param minor minor units of the currency (cents for USD, yen for JPY), 0 or more
 */
public record Money(@JsonProperty("amount") long minor, Currency currency) {

    /** The largest amount accepted from outside: sums of a million of them still fit a long. */
    public static final long MOST = 1_000_000_000_000L;

    public Money {
        if (minor < 0) {
            throw new IllegalArgumentException("Negative amount: " + minor);
        }
    }

    /** For people who read no particular language: 12.50 EUR. */
    public String plain() {
        return digits() + " " + currency.getCurrencyCode();
    }

    /** For machines that know the currency: 12.50. */
    public String digits() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()).toPlainString();
    }

    /** An ISO 4217 currency that has minor units; empty for XXX, XAU and whatever is none. */
    public static Optional<Currency> currency(String code) {
        if (!code.matches("[A-Z]{3}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Currency.getInstance(code)).filter(c -> c.getDefaultFractionDigits() >= 0);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
