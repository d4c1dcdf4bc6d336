package dev.herald.planner;

import dev.herald.campaign.Objective;
import dev.herald.campaign.Strategy;
import dev.herald.planner.Advice.Alternative;
import dev.herald.planner.Advice.Range;
import dev.herald.planner.Advice.Sensitivity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** Advises how to give codes. Pure: the same plan always gives the same advice. */
public final class Advisor {

    /** Ambassadors of a brand that hasn't said how many: the middle of small and large programmes. */
    private static final int USUAL_AMBASSADORS = 150;

    private static final int DRAWS = 300;
    private static final long SEED = 20;

    private Advisor() {}

    /** The strategy for a campaign of which nothing but the objective is known. */
    public static Strategy strategyFor(Objective objective) {
        var plan = Plan.of(objective, USUAL_AMBASSADORS);
        return StrategyRules.choose(plan, StrategyRules.outlooks(plan));
    }

    static Advice advise(Plan plan) {
        var outlooks = StrategyRules.outlooks(plan);
        var chosen = StrategyRules.choose(plan, outlooks);
        var draws = draws(plan);
        var alternatives = outlooks.stream()
                .sorted(Comparator.comparing((Outlook outlook) -> outlook.strategy() != chosen)
                        .thenComparing(Comparator.comparingDouble(Outlook.measure(plan.objective()))
                                .reversed()))
                .map(outlook -> alternative(plan, outlook, draws))
                .toList();
        var same = draws.stream().filter(draw -> draw.chosen() == chosen).count();
        var crossover = Crossover.of(plan.assumptions());
        return new Advice(
                chosen,
                (double) same / DRAWS,
                Reasons.of(plan, alternatives, crossover),
                alternatives,
                crossover,
                sensitivity(plan, chosen));
    }

    /** What the model says, and what it would advise, if the assumptions were a little different. */
    private record Draw(List<Outlook> outlooks, Strategy chosen) {

        static Draw of(Plan plan) {
            var outlooks = StrategyRules.outlooks(plan);
            return new Draw(outlooks, StrategyRules.choose(plan, outlooks));
        }

        Outlook of(Strategy strategy) {
            return outlooks.stream()
                    .filter(outlook -> outlook.strategy() == strategy)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The brand's own expectation, if it has one, is taken to be right within a quarter. */
    private static List<Draw> draws(Plan plan) {
        var random = new SplittableRandom(SEED);
        var draws = new ArrayList<Draw>(DRAWS);
        for (var i = 0; i < DRAWS; i++) {
            var drawn = plan.with(plan.assumptions().drawn(random));
            draws.add(Draw.of(drawn.expecting(Math.pow(1.25, random.nextGaussian() / 1.2816))));
        }
        return draws;
    }

    private static Alternative alternative(Plan plan, Outlook outlook, List<Draw> draws) {
        return new Alternative(
                outlook,
                range(draws, outlook, Outlook::redemptions),
                range(draws, outlook, Outlook::profit),
                Breakdown.of(outlook.manner(), plan));
    }

    private static Range range(List<Draw> draws, Outlook outlook, ToDoubleFunction<Outlook> figure) {
        var figures = draws.stream()
                .mapToDouble(draw -> figure.applyAsDouble(draw.of(outlook.strategy())))
                .sorted()
                .toArray();
        return new Range(figures[DRAWS / 10], figures[DRAWS - 1 - DRAWS / 10]);
    }

    /** Those that would change the advice first, then by how much they matter. */
    private static List<Sensitivity> sensitivity(Plan plan, Strategy chosen) {
        return Arrays.stream(Assumption.values())
                .map(assumption -> sensitivity(plan, chosen, assumption))
                .sorted(Comparator.comparing(
                                (Sensitivity one) -> one.strategyLow() == chosen && one.strategyHigh() == chosen)
                        .thenComparing(
                                Comparator.comparingDouble(Sensitivity::swing).reversed()))
                .toList();
    }

    private static Sensitivity sensitivity(Plan plan, Strategy chosen, Assumption assumption) {
        var given = plan.assumptions();
        var low = Draw.of(plan.with(given.with(assumption, given.low(assumption))));
        var high = Draw.of(plan.with(given.with(assumption, given.high(assumption))));
        var measure = Outlook.measure(plan.objective());
        return new Sensitivity(
                assumption,
                new Range(given.low(assumption), given.high(assumption)),
                lead(low, chosen, measure),
                lead(high, chosen, measure),
                low.chosen(),
                high.chosen());
    }

    private static double lead(Draw draw, Strategy chosen, ToDoubleFunction<Outlook> measure) {
        var other = draw.outlooks().stream()
                .filter(outlook -> outlook.strategy() != chosen)
                .mapToDouble(measure)
                .max()
                .orElseThrow();
        return (measure.applyAsDouble(draw.of(chosen)) - other) / Math.max(Math.abs(other), 1e-6);
    }
}
