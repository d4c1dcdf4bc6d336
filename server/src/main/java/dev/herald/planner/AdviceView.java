package dev.herald.planner;

import dev.herald.campaign.Strategy;
import dev.herald.planner.Advice.Range;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Advice as the API shows it.
 *
 * @param learntFrom past campaigns of the brand from which some assumptions were estimated
 * @param crossover ambassadors from which on a blanket code brings more; absent if personal codes always do
 */
record AdviceView(
        String strategy,
        double confidence,
        int learntFrom,
        List<String> reasons,
        List<AlternativeView> alternatives,
        @Nullable Integer crossover,
        List<SensitivityView> sensitivity) {

    /**
     * One strategy's figures.
     *
     * @param tier share of the ambassadors, those with the most followers, who get personal codes; tiered only
     * @param interval of the redemptions, 80 %
     * @param changes against a blanket code, as shares: 0.35 is 35 % more
     */
    record AlternativeView(
            String strategy,
            @Nullable Double tier,
            double expectedRedemptions,
            Balance profit,
            double topRecall,
            List<Double> interval,
            List<Balance> profitInterval,
            Balance informationValue,
            ChangesView changes) {}

    record ChangesView(double sharing, double saturation, double recall, double typing, double wordOfMouth) {}

    record SensitivityView(
            String assumption,
            double value,
            List<Double> range,
            List<Double> lead,
            List<String> strategies,
            boolean changesAdvice,
            String source) {}

    static AdviceView of(Plan plan, Advice advice) {
        return new AdviceView(
                word(advice.strategy()),
                advice.confidence(),
                plan.assumptions().campaigns(),
                advice.reasons(),
                advice.alternatives().stream()
                        .map(one -> view(one, plan.currency()))
                        .toList(),
                advice.crossover().isPresent() ? advice.crossover().getAsInt() : null,
                advice.sensitivity().stream()
                        .map(one -> view(one, plan, advice))
                        .toList());
    }

    private static AlternativeView view(Advice.Alternative one, Currency currency) {
        var outlook = one.outlook();
        var because = one.breakdown();
        return new AlternativeView(
                word(outlook.strategy()),
                outlook.strategy() == Strategy.TIERED ? outlook.manner().tier() : null,
                outlook.redemptions(),
                balance(outlook.profit(), currency),
                outlook.topRecall(),
                ends(one.redemptions()),
                List.of(
                        balance(one.profit().low(), currency),
                        balance(one.profit().high(), currency)),
                balance(outlook.information(), currency),
                new ChangesView(
                        because.sharing() - 1,
                        because.saturation() - 1,
                        because.recall() - 1,
                        because.typing() - 1,
                        because.wordOfMouth() - 1));
    }

    private static SensitivityView view(Advice.Sensitivity one, Plan plan, Advice advice) {
        return new SensitivityView(
                one.assumption().key(),
                plan.assumptions().get(one.assumption()),
                ends(one.range()),
                List.of(one.leadLow(), one.leadHigh()),
                List.of(word(one.strategyLow()), word(one.strategyHigh())),
                one.strategyLow() != advice.strategy() || one.strategyHigh() != advice.strategy(),
                source(one.assumption(), plan));
    }

    /** Where the value of an assumption comes from. */
    static String source(Assumption assumption, Plan plan) {
        var given = plan.assumptions();
        if (given.known().contains(assumption)) {
            return "as the plan says";
        }
        if (given.changed().containsKey(assumption)) {
            return "set by you";
        }
        return given.isLearnt(assumption)
                ? "learnt from " + (given.campaigns() == 1 ? "a campaign" : given.campaigns() + " campaigns")
                        + " of yours"
                : assumption.source;
    }

    private static List<Double> ends(Range range) {
        return List.of(range.low(), range.high());
    }

    static Balance balance(double units, Currency currency) {
        var minor = Math.round(units * Math.pow(10, currency.getDefaultFractionDigits()));
        return new Balance(minor, currency.getCurrencyCode());
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
