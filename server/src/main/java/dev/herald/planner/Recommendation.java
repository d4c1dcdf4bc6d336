package dev.herald.planner;

import dev.herald.campaign.Strategy;
import dev.herald.planner.Advice.Range;
import dev.herald.platform.Input;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.OptionalInt;

/**
 * Advice for people: how to give codes, why, how surely, and what would change it. Amounts are in minor units.
 *
 * @param confidence share of the plausible assumptions under which the advice stays the same, 0 to 1
 * @param reasons the weightiest first
 * @param strategies those compared, the advised one first
 * @param crossover ambassadors from which on a blanket code brings more; empty if personal codes always do
 * @param doubts assumptions that would change the advice within the range in which they are likely to be
 */
public record Recommendation(
        Strategy strategy,
        double confidence,
        List<String> reasons,
        List<Compared> strategies,
        OptionalInt crossover,
        List<Doubt> doubts,
        Currency currency) {

    /** Two ends between which a figure lies with a probability of 80 %. */
    public record Span(long low, long high) {}

    /**
     * What is expected of one strategy.
     *
     * @param tier share of the ambassadors who get codes of their own: 0 for a blanket code, 1 for own codes
     * @param newCustomers how many of the redemptions are by people who never bought from the brand before
     * @param topRecall share of the true top tenth of ambassadors that the redemptions will show
     */
    public record Compared(
            Strategy strategy,
            double tier,
            long redemptions,
            Span redemptionsSpan,
            long newCustomers,
            long profit,
            Span profitSpan,
            double topRecall) {}

    /**
     * An assumption on which the advice depends.
     *
     * @param words what it is, within a sentence
     */
    public record Doubt(String words, String value, String low, String high, Strategy atLow, Strategy atHigh) {}

    public Recommendation {
        reasons = List.copyOf(reasons);
        strategies = List.copyOf(strategies);
        doubts = List.copyOf(doubts);
    }

    /**
     * The advice for a plan in JSON, as the API takes it; faults are refused with 422.
     *
     * @param currency of the plan
     */
    public static Recommendation of(Input in, Currency currency) {
        var plan = PlanInput.read(in, currency);
        var advice = Advisor.advise(plan);
        return new Recommendation(
                advice.strategy(),
                advice.confidence(),
                advice.reasons(),
                advice.alternatives().stream().map(one -> compared(one, plan)).toList(),
                advice.crossover(),
                advice.sensitivity().stream()
                        .filter(one ->
                                one.strategyLow() != advice.strategy() || one.strategyHigh() != advice.strategy())
                        .map(one -> doubt(one, plan))
                        .toList(),
                plan.currency());
    }

    /** The share that serves best if the codes are tiered: 0.1 for every tenth ambassador. */
    public BigDecimal tier() {
        return strategies.stream()
                .filter(one -> one.strategy() == Strategy.TIERED)
                .map(one -> BigDecimal.valueOf(one.tier()).setScale(4, RoundingMode.HALF_UP))
                .findFirst()
                .orElseThrow();
    }

    private static Compared compared(Advice.Alternative one, Plan plan) {
        var outlook = one.outlook();
        return new Compared(
                outlook.strategy(),
                outlook.manner().tier(),
                Math.round(outlook.redemptions()),
                span(one.redemptions(), 1),
                Math.round(outlook.redemptions() * plan.assumptions().get(Assumption.NEW_SHARE)),
                Math.round(outlook.profit() * minor(plan.currency())),
                span(one.profit(), minor(plan.currency())),
                outlook.topRecall());
    }

    private static Doubt doubt(Advice.Sensitivity one, Plan plan) {
        var words = new AssumptionWords(one.assumption(), plan.currency());
        return new Doubt(
                words.name(),
                words.value(plan.assumptions().get(one.assumption())),
                words.value(one.range().low()),
                words.value(one.range().high()),
                one.strategyLow(),
                one.strategyHigh());
    }

    private static Span span(Range range, double unit) {
        return new Span(Math.round(range.low() * unit), Math.round(range.high() * unit));
    }

    private static double minor(Currency currency) {
        return Math.pow(10, Math.max(0, currency.getDefaultFractionDigits()));
    }
}
