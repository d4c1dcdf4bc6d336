package dev.herald.planner;

import dev.herald.access.BrandId;
import dev.herald.campaign.Strategy;
import dev.herald.planner.Advice.Range;
import dev.herald.platform.Input;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Advice for people: how to give codes, why, how surely, and what would change it. Amounts are in minor units.
 *
 * @param confidence share of the plausible assumptions under which the advice stays the same, 0 to 1
 * @param reasons the weightiest first
 * @param strategies those compared, the advised one first
 * @param crossover about from how many ambassadors on a blanket code brings more; empty if personal codes always do
 * @param assumptions all that the advice takes for granted, those that would change it first
 * @param campaigns from how many of the brand's own campaigns some of them were learnt
 */
public record Recommendation(
        Strategy strategy,
        double confidence,
        List<String> reasons,
        List<Compared> strategies,
        OptionalInt crossover,
        List<Assumed> assumptions,
        int campaigns,
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

    public Recommendation {
        reasons = List.copyOf(reasons);
        strategies = List.copyOf(strategies);
        assumptions = List.copyOf(assumptions);
    }

    /**
     * The advice for a plan in JSON, as the API takes it; faults are refused with 422.
     *
     * @param currency of the plan
     * @param experiences what the brand has learnt from its own campaigns
     */
    public static Recommendation of(Input in, BrandId brand, Currency currency, Experiences experiences) {
        var plan = PlanInput.read(in, currency, of -> experiences.of(brand, of));
        var advice = Advisor.advise(plan);
        return new Recommendation(
                advice.strategy(),
                advice.confidence(),
                advice.reasons(),
                advice.alternatives().stream().map(one -> compared(one, plan)).toList(),
                about(advice.crossover()),
                advice.sensitivity().stream().map(one -> assumed(one, plan)).toList(),
                plan.assumptions().campaigns(),
                plan.currency());
    }

    private static OptionalInt about(OptionalInt crossover) {
        return crossover.isEmpty() ? crossover : OptionalInt.of(Words.about(crossover.getAsInt()));
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

    private static Assumed assumed(Advice.Sensitivity one, Plan plan) {
        var assumption = one.assumption();
        var words = new AssumptionWords(assumption, plan.currency());
        return new Assumed(
                assumption.key(),
                words.name(),
                words.unit(),
                words.value(plan.assumptions().get(assumption)),
                words.value(one.range().low()),
                words.value(one.range().high()),
                AdviceView.source(assumption, plan),
                plan.assumptions().changed().containsKey(assumption),
                one.leadLow(),
                one.leadHigh(),
                one.strategyLow(),
                one.strategyHigh());
    }

    /** The assumptions that can be set, by key, with what each is counted in. */
    public static Map<String, Assumed.Unit> settable() {
        return Arrays.stream(Assumption.values())
                .collect(Collectors.toMap(
                        Assumption::key,
                        one -> new AssumptionWords(one, Plan.USUAL_CURRENCY).unit(),
                        (first, _) -> first,
                        LinkedHashMap::new));
    }

    private static Span span(Range range, double unit) {
        return new Span(Math.round(range.low() * unit), Math.round(range.high() * unit));
    }

    private static double minor(Currency currency) {
        return Math.pow(10, Math.max(0, currency.getDefaultFractionDigits()));
    }
}
