package dev.herald.web;

import dev.herald.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Amounts as people type them: 12.50, 12,50, 1,234.50, 1.234,50 or 1 234,50, with or without the currency. */
public final class TypedMoney {

    private static final Pattern AROUND = Pattern.compile("^[\\p{Sc}\\p{L}\\p{Z}\\s]+|[\\p{Sc}\\p{L}\\p{Z}\\s]+$");
    private static final Pattern BETWEEN = Pattern.compile("(?<=[0-9])[\\p{Z}'\u2019](?=[0-9]{3})");

    /** Thousands and fractions are set apart by different marks. */
    private static final Pattern AMOUNT = Pattern.compile(
            "[0-9]{1,3}(,[0-9]{3})*(\\.[0-9]+)?" + "|[0-9]{1,3}(\\.[0-9]{3})*(,[0-9]+)?|[0-9]*[.,][0-9]+|[0-9]+");

    private TypedMoney() {}

    /** Minor units; empty if the text is no amount of the currency. */
    public static OptionalLong minor(String text, Currency currency) {
        var digits = Math.max(0, currency.getDefaultFractionDigits());
        var bare = BETWEEN.matcher(AROUND.matcher(text).replaceAll("")).replaceAll("");
        if (bare.length() > 20 || !AMOUNT.matcher(bare).matches()) {
            return OptionalLong.empty();
        }
        var last = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','));
        var behind = last < 0 ? 0 : bare.length() - last - 1;
        // A last group of three after a mark is a thousand, unless the currency itself has three digits.
        var isFraction = last >= 0 && behind <= digits && !(behind == 3 && digits != 3);
        if (last >= 0 && !isFraction && behind != 3) {
            return OptionalLong.empty();
        }
        var whole = (isFraction ? bare.substring(0, last) : bare).replaceAll("[.,]", "");
        var fraction = isFraction ? bare.substring(last + 1) : "";
        var value = new BigDecimal((whole.isEmpty() ? "0" : whole) + "." + (fraction.isEmpty() ? "0" : fraction));
        var minor = value.movePointRight(digits);
        return minor.compareTo(BigDecimal.valueOf(Money.MOST)) > 0
                ? OptionalLong.empty()
                : OptionalLong.of(minor.longValueExact());
    }
}
