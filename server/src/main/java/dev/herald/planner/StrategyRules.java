package dev.herald.planner;

import dev.herald.campaign.Objective;
import dev.herald.campaign.Strategy;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Which strategy serves an objective best (docs/SCIENCE.md, Which strategy: rule by objective). */
final class StrategyRules {

    /** Those the model can weigh; a new one is added here and in {@link Outlook#manner}. */
    static final List<Strategy> COMPARED = List.of(Strategy.BLANKET, Strategy.UNIQUE, Strategy.PERSONAL);

    /** Below this recall of the true top tenth, own codes no longer tell who is good. */
    static final double TELLING = .6;

    private StrategyRules() {}

    static List<Outlook> outlooks(Plan plan) {
        return COMPARED.stream().map(strategy -> Outlook.of(plan, strategy)).toList();
    }

    static Strategy choose(Plan plan, List<Outlook> outlooks) {
        return switch (plan.objective()) {
            case AWARENESS, NEW_CUSTOMERS ->
                best(outlooks, measure(plan.objective())).strategy();
            case FIND_TOP_AMBASSADORS, KNOW_AUDIENCE -> {
                var own = bestOwn(outlooks);
                yield own.topRecall() >= TELLING
                        ? own.strategy()
                        : best(outlooks, measure(plan.objective())).strategy();
            }
            case LOYALTY ->
                Crossover.isWithin(plan.ambassadors(), plan.assumptions())
                        ? bestOwn(outlooks).strategy()
                        : best(outlooks, Outlook::profit).strategy();
        };
    }

    /** What the objective wants much of. */
    static ToDoubleFunction<Outlook> measure(Objective objective) {
        return switch (objective) {
            case AWARENESS, LOYALTY -> Outlook::redemptions;
            case NEW_CUSTOMERS -> Outlook::profit;
            case FIND_TOP_AMBASSADORS, KNOW_AUDIENCE -> Outlook::worth;
        };
    }

    static Outlook best(List<Outlook> outlooks, ToDoubleFunction<Outlook> measure) {
        return outlooks.stream().max(Comparator.comparingDouble(measure)).orElseThrow();
    }

    private static Outlook bestOwn(List<Outlook> outlooks) {
        var own = outlooks.stream()
                .filter(outlook -> outlook.strategy() != Strategy.BLANKET)
                .toList();
        return best(own, Outlook::worth);
    }
}
