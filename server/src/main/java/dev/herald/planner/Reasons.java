package dev.herald.planner;

import static dev.herald.planner.Assumption.AUDIENCE;
import static dev.herald.planner.Assumption.COMMISSION;
import static dev.herald.planner.Assumption.DISCOUNT;
import static dev.herald.planner.Assumption.MARGIN;
import static dev.herald.planner.Assumption.ORDER;
import static dev.herald.planner.Words.capital;
import static dev.herald.planner.Words.change;
import static dev.herald.planner.Words.count;
import static dev.herald.planner.Words.few;
import static dev.herald.planner.Words.name;
import static dev.herald.planner.Words.percent;

import dev.herald.campaign.Strategy;
import dev.herald.planner.Advice.Alternative;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Says in plain words, with figures, why the planner advises what it advises. */
final class Reasons {

    private final Plan plan;
    private final Outlook chosen;
    private final Outlook blanket;

    /** What a blanket code is weighed against: the chosen strategy, or personal codes where a blanket code is chosen. */
    private final Alternative own;

    private final OptionalInt crossover;

    private Reasons(Plan plan, List<Alternative> alternatives, OptionalInt crossover) {
        this.plan = plan;
        this.chosen = alternatives.getFirst().outlook();
        this.blanket = of(alternatives, Strategy.BLANKET).outlook();
        this.own = of(alternatives, chosen.strategy() == Strategy.BLANKET ? Strategy.PERSONAL : chosen.strategy());
        this.crossover = crossover;
    }

    /** The advised strategy must be the first alternative. */
    static List<String> of(Plan plan, List<Alternative> alternatives, OptionalInt crossover) {
        return new Reasons(plan, alternatives, crossover).all();
    }

    private List<String> all() {
        var said = new ArrayList<>(List.of(rule(), volume(), breakEven(), money()));
        if (plan.ambassadors() > 1) {
            said.add(recognition());
        }
        if (chosen.strategy() == Strategy.TIERED) {
            said.add(tier());
        }
        if (budgetBinds()) {
            said.add("The budget for discounts ends the campaign early: it pays for about "
                    + count(chosen.redemptions()) + " orders.");
        }
        if (given(MARGIN) <= given(DISCOUNT)) {
            said.add("Careful: the discount of " + percent(given(DISCOUNT)) + " eats the whole margin of "
                    + percent(given(MARGIN)) + ", so every order loses money.");
        }
        return said;
    }

    /** What decides, given the objective. */
    private String rule() {
        var choice = capital(name(chosen.strategy()));
        return switch (plan.objective()) {
            case AWARENESS -> choice + ": for awareness the most redemptions count.";
            case NEW_CUSTOMERS -> choice + ": for new customers the largest profit counts.";
            case FIND_TOP_AMBASSADORS, KNOW_AUDIENCE -> choice + ": " + knowledge();
            case LOYALTY ->
                givesOwn()
                        ? choice + ": for loyalty a code of one's own counts, as long as it costs no sales. "
                                + beyondCrossover()
                        : choice
                                + ": for loyalty a code of one's own counts, but for so many ambassadors it costs sales."
                                + " So those with the most followers get one, and the others share one.";
        };
    }

    private String knowledge() {
        if (givesOwn()) {
            return "they tell who sold what, which is worth about " + money(chosen.information())
                    + " in your next campaigns; a blanket code's links alone "
                    + money(blanket.information()) + ".";
        }
        return "so many ambassadors get too few redemptions each to tell who is good. Those with the most followers, with"
                + " codes of their own, get enough.";
    }

    private String beyondCrossover() {
        if (crossover.isEmpty()) {
            return "With so many buyers coming by link that holds for any number of ambassadors.";
        }
        var beyond = plan.many(Math.toIntExact(Math.min(Plan.MOST_AMBASSADORS, crossover.getAsInt() * 2)));
        var best = StrategyRules.choose(beyond, StrategyRules.outlooks(beyond));
        return "Beyond about " + count(crossover.getAsInt()) + " ambassadors it would cost some, and " + name(best)
                + " would be best.";
    }

    private String volume() {
        var factors = own.breakdown();
        return capital(name(own.outlook().strategy())) + " should bring about "
                + count(own.outlook().redemptions()) + " redemptions, a blanket code about "
                + count(blanket.redemptions()) + " ("
                + change(own.outlook().redemptions() / blanket.redemptions())
                + "). Ambassadors post a code of their own more often (" + change(factors.sharing())
                + "), partly to people who saw a post already (" + change(factors.saturation())
                + "). Different codes are harder to remember than one that is seen everywhere ("
                + change(factors.recall()) + "). Typing makes " + change(factors.typing())
                + ", and friends who tell friends " + change(factors.wordOfMouth()) + ".";
    }

    private String breakEven() {
        var audience = "For an audience of " + count(given(AUDIENCE)) + " people ";
        return crossover.isEmpty()
                ? audience + "personal codes bring more redemptions than a blanket code at any size."
                : audience + "personal codes bring more redemptions up to about " + count(crossover.getAsInt())
                        + " ambassadors, a blanket code beyond; you have " + count(plan.ambassadors()) + ".";
    }

    private String money() {
        var order = given(ORDER);
        return "After discounts, leaks, commission and administration a blanket code leaves about "
                + money(blanket.profit()) + ", " + name(own.outlook().strategy()) + " "
                + money(own.outlook().profit()) + ". An order of " + money(order) + " contributes "
                + money(order * (given(MARGIN) - given(DISCOUNT))) + "; the commission for own codes takes "
                + money(order * given(COMMISSION)) + " of it.";
    }

    private String recognition() {
        return "With about " + few(own.outlook().redemptionsOfEachOwner(plan))
                + " redemptions for each ambassador who posts a code of his own, "
                + name(own.outlook().strategy()) + " show "
                + percent(own.outlook().topRecall())
                + " of your truly best tenth; a blanket code, by its links alone, " + percent(blanket.topRecall())
                + ".";
    }

    private String tier() {
        var manner = chosen.manner();
        return "Tiered codes mean: the " + count(Math.ceil(plan.ambassadors() * manner.tier()))
                + " ambassadors with the most followers get codes of their own, such as MIA20, and the others share one"
                + " code. Those few usually have about " + percent(manner.tierReach()) + " of all followers.";
    }

    private boolean budgetBinds() {
        return chosen.redemptions() * given(ORDER) * given(DISCOUNT) >= plan.budget() * (1 - 1e-9);
    }

    private boolean givesOwn() {
        return StrategyRules.givesEachHisOwn(chosen.strategy());
    }

    private double given(Assumption assumption) {
        return plan.assumptions().get(assumption);
    }

    private String money(double units) {
        return Words.money(units, plan.currency());
    }

    private static Alternative of(List<Alternative> alternatives, Strategy strategy) {
        return alternatives.stream()
                .filter(one -> one.outlook().strategy() == strategy)
                .findFirst()
                .orElseThrow();
    }
}
