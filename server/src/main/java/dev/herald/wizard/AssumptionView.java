package dev.herald.wizard;

import dev.herald.planner.Assumed;
import dev.herald.planner.Recommendation;
import dev.herald.web.Words;
import java.util.List;
import java.util.Locale;

/**
 * An assumption of the advice, to be looked at and changed.
 *
 * @param field of the form in which another value is written
 * @param value that counts, as people read it
 * @param unit in which it is written
 * @param range between which ends it probably lies
 * @param source where it comes from
 * @param changes what would be advised instead at an end of the range; "" if the advice stays the same
 * @param bar from where to where the advised strategy is ahead of the others over that range, in percent of the width
 */
public record AssumptionView(
        String field, String name, String value, String unit, String range, String source, String changes, Bar bar) {

    /**
     * A line drawn in percent of the width.
     *
     * @param even where the advised strategy and the best other one are equal; outside 0 to 100 if never
     */
    public record Bar(long from, long width, long even) {}

    static List<AssumptionView> all(Recommendation advice) {
        var least = advice.assumptions().stream()
                .mapToDouble(one -> Math.min(one.leadLow(), one.leadHigh()))
                .min()
                .orElse(0);
        var most = advice.assumptions().stream()
                .mapToDouble(one -> Math.max(one.leadLow(), one.leadHigh()))
                .max()
                .orElse(1);
        var scale = 100 / Math.max(1e-9, most - Math.min(0, least));
        var start = Math.min(0, least);
        return advice.assumptions().stream()
                .map(one -> of(one, advice, start, scale))
                .toList();
    }

    private static AssumptionView of(Assumed one, Recommendation advice, double start, double scale) {
        var from = Math.min(one.leadLow(), one.leadHigh());
        var to = Math.max(one.leadLow(), one.leadHigh());
        return new AssumptionView(
                "assumptions." + one.key(),
                one.name().replaceFirst("^the ", ""),
                one.value(),
                switch (one.unit()) {
                    case NUMBER -> "";
                    case MONEY -> advice.currency().getCurrencyCode();
                    case PERCENT -> "%";
                },
                one.low().equals(one.high()) ? "" : one.low() + " to " + one.high(),
                capital(one.source().replace(" %", "%")),
                changes(one, advice),
                new Bar(
                        Math.round((from - start) * scale),
                        Math.max(1, Math.round((to - from) * scale)),
                        Math.round(-start * scale)));
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** In a sentence; "" if neither end changes the advice. */
    static String changes(Assumed one, Recommendation advice) {
        var low = one.atLow() != advice.strategy();
        var high = one.atHigh() != advice.strategy();
        if (!low && !high) {
            return "";
        }
        var ends = low && high ? one.low() + " or " + one.high() : low ? one.low() : one.high();
        var other = Words.strategy(low ? one.atLow() : one.atHigh()).toLowerCase(Locale.ROOT);
        return "If " + one.name() + " came to " + ends + " instead of " + one.value() + ", " + other
                + " would serve better.";
    }
}
