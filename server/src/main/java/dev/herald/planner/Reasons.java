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

    /** The own codes that a blanket code is weighed against: the chosen ones or else personal ones. */
    private final Alternative own;

    private final OptionalInt crossover;

    private Reasons(Plan plan, List<Alternative> alternatives, OptionalInt crossover) {
        this.plan = plan;
        this.chosen = alternatives.getFirst().outlook();
        this.blanket = of(alternatives, Strategy.BLANKET).outlook();
        this.own = of(alternatives, givesOwn() ? chosen.strategy() : Strategy.PERSONAL);
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
                        : choice + ": for so many ambassadors codes of their own cost sales, and this leaves the larger"
                                + " profit. Personal codes for the best of them only are not compared yet.";
        };
    }

    private String knowledge() {
        if (givesOwn()) {
            return "they tell who sold what, which is worth about " + money(chosen.information())
                    + " in your next campaigns; a blanket code's links alone "
                    + money(blanket.information()) + ".";
        }
        return "own codes would bring too few redemptions each to tell who is good ("
                + percent(own.outlook().topRecall()) + " of your top tenth), so profit decides.";
    }

    private String beyondCrossover() {
        if (crossover.isEmpty()) {
            return "With so many buyers coming by link that holds for any number of ambassadors.";
        }
        var beyond = plan.many(Math.toIntExact(Math.min(Plan.MOST_AMBASSADORS, crossover.getAsInt() * 2)));
        var best = StrategyRules.best(StrategyRules.outlooks(beyond), Outlook::profit);
        return "Beyond about " + count(crossover.getAsInt()) + " ambassadors it would cost some, and "
                + name(best.strategy()) + " would be best.";
    }

    private String volume() {
        var factors = own.breakdown();
        return capital(name(own.outlook().strategy())) + " should bring about "
                + count(own.outlook().redemptions()) + " redemptions, a blanket code about "
                + count(blanket.redemptions()) + " ("
                + change(own.outlook().redemptions() / blanket.redemptions()) + "). More is shared ("
                + change(factors.sharing()) + "), partly to people who saw a post already ("
                + change(factors.saturation()) + "); different codes do not help each other to be remembered ("
                + change(factors.recall()) + "); typing " + change(factors.typing()) + ", word of mouth "
                + change(factors.wordOfMouth()) + ".";
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
        var strategy = own.outlook().strategy();
        var manner = Outlook.manner(strategy, plan.assumptions(), plan.ambassadors());
        var each = own.outlook().redemptions() / (plan.ambassadors() * manner.posting());
        return "With about " + few(each) + " redemptions for each ambassador who posts, " + name(strategy) + " show "
                + percent(own.outlook().topRecall()) + " of your true top tenth; a blanket code, by its links alone, "
                + percent(blanket.topRecall()) + ".";
    }

    private boolean budgetBinds() {
        return chosen.redemptions() * given(ORDER) * given(DISCOUNT) >= plan.budget() * (1 - 1e-9);
    }

    private boolean givesOwn() {
        return chosen.strategy() != Strategy.BLANKET;
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
