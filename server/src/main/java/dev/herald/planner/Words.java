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
        return number < 10 ? String.format(Locale.ROOT, "%.1f", number).replaceFirst("\\.0$", "") : count(number);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }

    /** Whether a factor is more than nothing when it is written in whole percent. */
    static boolean isChange(double factor) {
        return Math.round((factor - 1) * 100) != 0;
    }

    static String change(double factor) {
        return isChange(factor) ? String.format(Locale.ROOT, "%+.0f %%", (factor - 1) * 100) : "about the same";
    }

    /** Rounded as roughly as it is known. */
    static int about(int number) {
        var unit = Math.max(1, (int) Math.pow(10, Math.floor(Math.log10(number)) - 1));
        return (int) Math.round((double) number / unit) * unit;
    }

    /** With cents only below a hundred units, and from one on only what is so to the cent: no expectation is known so well. */
    static String money(double units, Currency currency) {
        var most = Math.max(0, currency.getDefaultFractionDigits());
        var minor = units * Math.pow(10, most);
        var isExact = Math.abs(minor - Math.rint(minor)) < 1e-6;
        var isWhole = Math.abs(units - Math.rint(units)) < 1e-6;
        var size = Math.abs(units);
        var digits = size >= 100 || isWhole || (size >= 1 && !isExact) ? 0 : most;
        return String.format(Locale.ROOT, "%,." + digits + "f ", units) + currency.getCurrencyCode();
    }
}
