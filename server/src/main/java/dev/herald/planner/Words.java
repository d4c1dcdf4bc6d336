package dev.herald.planner;

import dev.herald.campaign.Strategy;
import java.util.Currency;
import java.util.Locale;

/** How the planner writes figures and strategies in a sentence. */
final class Words {

    private Words() {}

    static String name(Strategy strategy) {
        return switch (strategy) {
            case BLANKET -> "a blanket code";
            case UNIQUE -> "unique codes";
            case PERSONAL -> "personal codes";
            case TIERED -> "tiered codes";
        };
    }

    static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    static String count(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    static String few(double number) {
        return number < 10 ? String.format(Locale.ROOT, "%.1f", number) : count(number);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }

    static String change(double factor) {
        return String.format(Locale.ROOT, "%+.0f %%", (factor - 1) * 100);
    }

    /** From a hundred units on without cents: no expectation is known to the cent. */
    static String money(double units, Currency currency) {
        var digits = Math.abs(units) < 100 ? Math.max(0, currency.getDefaultFractionDigits()) : 0;
        return String.format(Locale.ROOT, "%,." + digits + "f ", units) + currency.getCurrencyCode();
    }
}
