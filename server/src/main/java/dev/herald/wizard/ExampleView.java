package dev.herald.wizard;

import dev.herald.web.Formats;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * What an offer means for one order, in figures and in a sentence.
 *
 * @param warning what to think of before going on; "" if nothing
 */
public record ExampleView(String sentence, List<Line> lines, String warning) {

    /** @param total whether it is what the lines before come to */
    public record Line(String name, String value, boolean total) {}

    public ExampleView {
        lines = List.copyOf(lines);
    }

    static ExampleView of(MarginRules.Example example, BigDecimal margin, Currency currency, Formats formats) {
        var lines = new ArrayList<Line>();
        lines.add(new Line("Order", formats.money(example.order(), currency), false));
        lines.add(new Line("Discount", minus(example.discount(), currency, formats), false));
        lines.add(new Line("The customer pays", formats.money(example.pays(), currency), true));
        lines.add(new Line("Your margin without a campaign", formats.money(example.without(), currency), false));
        lines.add(new Line("Discount", minus(example.discount(), currency, formats), false));
        if (example.reward() > 0) {
            lines.add(new Line("Reward of the ambassador", minus(example.reward(), currency, formats), false));
        }
        lines.add(new Line("You keep", formats.money(example.keeps(), currency), true));
        var sentence = "An order of %s at a margin of %s%%: the customer pays %s, you keep %s instead of %s."
                .formatted(
                        formats.money(example.order(), currency),
                        margin.stripTrailingZeros().toPlainString(),
                        formats.money(example.pays(), currency),
                        formats.money(example.keeps(), currency),
                        formats.money(example.without(), currency));
        return new ExampleView(sentence, lines, warning(example));
    }

    private static String warning(MarginRules.Example example) {
        if (example.discount() == 0) {
            return "This order is below the minimum, so it gets no discount.";
        }
        if (example.keeps() < 0) {
            return "Every such order loses money. Lower the discount or the reward, or ask for a larger order.";
        }
        return example.keeps() * 4 < example.without()
                ? "Less than a quarter of your margin is left. That can be worth it for new customers; decide it knowingly."
                : "";
    }

    private static String minus(long amount, Currency currency, Formats formats) {
        return amount == 0 ? formats.money(0, currency) : "\u2212" + formats.money(amount, currency);
    }
}
