package dev.herald.wizard;

import dev.herald.planner.Recommendation;
import dev.herald.planner.Recommendation.Compared;
import dev.herald.planner.Recommendation.Span;
import dev.herald.web.Formats;
import dev.herald.web.Words;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Advice in words for somebody who has never heard of the model.
 *
 * @param reasons the three that weigh most
 * @param more the others
 * @param doubts what would change the advice, the weightiest first
 * @param learnt whether own campaigns are taken into account; "" if there are none
 */
public record AdviceView(
        String strategy,
        String sure,
        String percent,
        List<String> reasons,
        List<String> more,
        List<Row> rows,
        String crossover,
        List<String> doubts,
        List<AssumptionView> assumptions,
        String learnt) {

    private static final int MOST_DOUBTS = 6;

    /** The rule, the size of the programme and the money; how the figures come about is for whoever asks. */
    private static final List<Integer> FIRST = List.of(0, 2, 3);

    /** One strategy's expected figures. */
    public record Row(
            String strategy,
            boolean advised,
            String redemptions,
            String redemptionsSpan,
            String newCustomers,
            String profit,
            String profitSpan,
            String recall) {}

    static AdviceView of(Recommendation advice, Formats formats) {
        var reasons =
                advice.reasons().stream().map(text -> text.replace(" %", "%")).toList();
        return new AdviceView(
                Words.strategy(advice.strategy()),
                sure(advice.confidence()),
                formats.percent(advice.confidence()),
                FIRST.stream()
                        .filter(place -> place < reasons.size())
                        .map(reasons::get)
                        .toList(),
                IntStream.range(0, reasons.size())
                        .filter(place -> !FIRST.contains(place))
                        .mapToObj(reasons::get)
                        .toList(),
                advice.strategies().stream()
                        .map(one -> row(one, advice, formats))
                        .toList(),
                crossover(advice.crossover(), formats),
                advice.assumptions().stream()
                        .map(one -> AssumptionView.changes(one, advice))
                        .filter(change -> !change.isEmpty())
                        .limit(MOST_DOUBTS)
                        .toList(),
                AssumptionView.all(advice),
                learnt(advice.campaigns()));
    }

    static String sure(double confidence) {
        if (confidence >= .9) {
            return "Very sure";
        }
        if (confidence >= .75) {
            return "Fairly sure";
        }
        return confidence >= .6 ? "More likely than not" : "A close call";
    }

    private static Row row(Compared one, Recommendation advice, Formats formats) {
        var currency = advice.currency();
        var profit = one.profitSpan();
        return new Row(
                Words.strategy(one.strategy()),
                one.strategy() == advice.strategy(),
                formats.count(one.redemptions()),
                span(one.redemptionsSpan(), formats),
                formats.count(one.newCustomers()),
                whole(one.profit(), currency, formats),
                whole(profit.low(), currency, formats) + " to " + whole(profit.high(), currency, formats),
                formats.percent(one.topRecall()));
    }

    /** Without cents: an expected profit is not known to the cent. */
    private static String whole(long minor, Currency currency, Formats formats) {
        var units = Math.round(minor / Math.pow(10, Math.max(0, currency.getDefaultFractionDigits())));
        var format = NumberFormat.getCurrencyInstance(formats.locale());
        format.setCurrency(currency);
        format.setMaximumFractionDigits(0);
        return format.format(units);
    }

    private static String span(Span span, Formats formats) {
        return formats.count(span.low()) + " to " + formats.count(span.high());
    }

    private static String crossover(OptionalInt crossover, Formats formats) {
        if (crossover.isPresent() && crossover.getAsInt() == 1) {
            return "For your audience one shared code brings more orders than personal codes, however many ambassadors take part.";
        }
        return crossover.isEmpty()
                ? "For your audience personal codes bring more orders than one shared code, however many ambassadors take part."
                : "Up to about " + formats.count(crossover.getAsInt())
                        + " ambassadors personal codes bring more orders for your audience; beyond that one shared code does.";
    }

    private static String learnt(int campaigns) {
        return switch (campaigns) {
            case 0 -> "";
            case 1 -> "What your last campaign showed is taken into account.";
            default -> "What your last " + campaigns + " campaigns showed is taken into account.";
        };
    }
}
