package dev.herald.planner;

import dev.herald.campaign.Strategy;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Which strategy serves an objective best (docs/SCIENCE.md, Which strategy: rule by objective). */
final class StrategyRules {

    /** Below this recall of the true top tenth, own codes no longer tell who is good. */
    static final double TELLING = .6;

    private StrategyRules() {}

    static List<Outlook> outlooks(Plan plan) {
        return Arrays.stream(Strategy.values())
                .map(strategy -> Outlook.of(plan, strategy))
                .toList();
    }

    static Strategy choose(Plan plan, List<Outlook> outlooks) {
        return switch (plan.objective()) {
            case AWARENESS, NEW_CUSTOMERS ->
                best(outlooks, Outlook.measure(plan.objective())).strategy();
            case FIND_TOP_AMBASSADORS, KNOW_AUDIENCE -> {
                var own = bestOwn(outlooks);
                yield own.topRecall() >= TELLING ? own.strategy() : Strategy.TIERED;
            }
            case LOYALTY ->
                Crossover.isWithin(plan.ambassadors(), plan.assumptions())
                        ? bestOwn(outlooks).strategy()
                        : Strategy.TIERED;
        };
    }

    static Outlook best(List<Outlook> outlooks, ToDoubleFunction<Outlook> measure) {
        return outlooks.stream().max(Comparator.comparingDouble(measure)).orElseThrow();
    }

    private static Outlook bestOwn(List<Outlook> outlooks) {
        var own = outlooks.stream()
                .filter(outlook -> givesEachHisOwn(outlook.strategy()))
                .toList();
        return best(own, Outlook::worth);
    }

    /** Whether every ambassador has a code that is nobody else's. */
    static boolean givesEachHisOwn(Strategy strategy) {
        return strategy == Strategy.UNIQUE || strategy == Strategy.PERSONAL;
    }
}
