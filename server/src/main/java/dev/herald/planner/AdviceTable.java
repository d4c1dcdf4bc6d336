package dev.herald.planner;

import dev.herald.platform.Input;
import java.util.Locale;

/** Advice as plain text, for the command line. */
public final class AdviceTable {

    private static final String ROW = "  %-16s %12s %22s %16s %26s %10s%n";
    private static final int LINE = 100;

    private AdviceTable() {}

    /**
     * Advises and writes down what and why.
     *
     * @param json a plan as {@code POST /v1/recommendations} takes it; faults are refused
     */
    public static String of(byte[] json) {
        var plan = PlanInput.read(Input.of(json));
        var advice = Advisor.advise(plan);
        var text = new StringBuilder();
        text.append("Herald advises ")
                .append(Words.name(advice.strategy()))
                .append(". All assumptions varied together within what is realistic, it stays best for your goal in ")
                .append(Math.round(advice.confidence() * 100))
                .append(" of 100 cases.\n\nWhy\n");
        advice.reasons().forEach(reason -> text.append(wrapped(reason)));
        text.append(String.format(
                Locale.ROOT,
                "%nCompared%n" + ROW,
                "",
                "redemptions",
                "likely range",
                "profit " + plan.currency(),
                "likely range",
                "best found"));
        advice.alternatives().forEach(one -> text.append(row(one)));
        text.append(
                "Likely ranges hold the result in 8 of 10 cases. Best found: how many of the best tenth the orders show.\n");
        text.append("\nWhat would change it\n");
        var changing = advice.sensitivity().stream()
                .filter(one -> one.strategyLow() != advice.strategy() || one.strategyHigh() != advice.strategy())
                .map(one -> change(one, plan, advice))
                .toList();
        changing.forEach(change -> text.append(wrapped(change)));
        if (changing.isEmpty()) {
            text.append(wrapped(alone(advice)));
        }
        return text.toString();
    }

    private static String alone(Advice advice) {
        return "No assumption alone, within what is realistic; several together do in about "
                + Math.round((1 - advice.confidence()) * 100) + " of 100 cases.";
    }

    private static String row(Advice.Alternative one) {
        var outlook = one.outlook();
        return String.format(
                Locale.ROOT,
                ROW,
                Words.capital(Words.name(outlook.strategy())),
                Words.count(outlook.redemptions()),
                span(one.redemptions()),
                Words.count(outlook.profit()),
                span(one.profit()),
                Words.percent(outlook.topRecall()));
    }

    private static String span(Advice.Range range) {
        return Words.count(range.low()) + " to " + Words.count(range.high());
    }

    private static String change(Advice.Sensitivity one, Plan plan, Advice advice) {
        var words = new AssumptionWords(one.assumption(), plan.currency());
        var low = one.strategyLow() != advice.strategy();
        var value = words.value(low ? one.range().low() : one.range().high());
        var other = Words.name(low ? one.strategyLow() : one.strategyHigh());
        return "If " + words.name() + " came to " + value + " instead of "
                + words.value(plan.assumptions().get(one.assumption())) + ", " + other
                + " would serve better. To set it: --assume " + one.assumption().key() + "=NUMBER. Source: "
                + AdviceView.source(one.assumption(), plan) + ".";
    }

    private static String wrapped(String sentence) {
        var text = new StringBuilder("  -");
        var length = 3;
        for (var word : sentence.split(" ", -1)) {
            if (length + word.length() + 1 > LINE) {
                text.append("\n   ");
                length = 3;
            }
            text.append(' ').append(word);
            length += word.length() + 1;
        }
        return text.append('\n').toString();
    }
}
