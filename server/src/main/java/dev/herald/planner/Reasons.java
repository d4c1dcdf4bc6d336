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

import dev.herald.campaign.Objective;
import dev.herald.campaign.Strategy;
import dev.herald.planner.Advice.Alternative;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/** Says in plain words, with figures, why the planner advises what it advises. */
final class Reasons {

    private final Plan plan;
    private final Outlook chosen;
    private final Outlook blanket;
    private final List<Outlook> outlooks;

    /** What a blanket code is weighed against: the chosen strategy, or personal codes where a blanket code is chosen. */
    private final Alternative own;

    private final OptionalInt crossover;

    private Reasons(Plan plan, List<Alternative> alternatives, OptionalInt crossover) {
        this.plan = plan;
        this.chosen = alternatives.getFirst().outlook();
        this.outlooks = alternatives.stream().map(Alternative::outlook).toList();
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

    /** What decides, given the objective, and what it costs. */
    private String rule() {
        var choice = capital(name(chosen.strategy()));
        return switch (plan.objective()) {
            case AWARENESS -> choice + ": your goal is awareness, measured by how many redeem. " + price();
            case NEW_CUSTOMERS ->
                choice + ": your goal is new customers at a profit, and this leaves the largest. " + price();
            case FIND_TOP_AMBASSADORS, KNOW_AUDIENCE -> choice + ": " + knowledge() + " " + price();
            case LOYALTY ->
                choice
                        + (givesOwn()
                                ? ": to bind ambassadors each gets a code of his own, as long as that brings no fewer"
                                        + " redemptions than one shared code. "
                                : ": to bind ambassadors a code of one's own counts, but for so many it brings fewer"
                                        + " redemptions than one shared code. So only those with the most followers get"
                                        + " one. ")
                        + price();
        };
    }

    /** What another strategy would leave more, so that nobody pays for a goal without knowing it. */
    private String price() {
        var best = outlooks.stream()
                .max(Comparator.comparingDouble(Outlook::profit))
                .orElseThrow();
        return best.strategy() == chosen.strategy()
                ? "No other kind of code leaves more profit."
                : "It leaves about " + money(best.profit() - chosen.profit()) + " less profit now than "
                        + name(best.strategy()) + " would.";
    }

    private String knowledge() {
        if (givesOwn()) {
            return "they tell who sold what. Building on the best fifth is worth about "
                    + money(chosen.information()) + " more over your next "
                    + (plan.waves() == 1 ? "campaign" : plan.waves() + " campaigns")
                    + "; with a blanket code, where only links tell, about " + money(blanket.information()) + ".";
        }
        return "so many ambassadors get too few redemptions each to tell who is good. Those with the most followers, with"
                + " codes of their own, get enough.";
    }

    private String volume() {
        var factors = own.breakdown();
        var typing = change(factors.typing());
        return capital(name(own.outlook().strategy())) + " should bring about "
                + count(own.outlook().redemptions()) + " redemptions, a blanket code about "
                + count(blanket.redemptions()) + " ("
                + change(own.outlook().redemptions() / blanket.redemptions())
                + "). These multiply to that: ambassadors post a code of their own more often ("
                + change(factors.sharing()) + "), partly to people who saw a post already ("
                + change(factors.saturation())
                + "); different codes are harder to remember than one that is seen everywhere ("
                + change(factors.recall()) + "); "
                + (typing.endsWith("0 %") && typing.length() == 4 ? "" : "typing makes " + typing + "; ")
                + "they are passed on less among friends (" + change(factors.wordOfMouth()) + ").";
    }

    private String breakEven() {
        var audience = "For an audience of " + count(given(AUDIENCE)) + " people ";
        if (crossover.isEmpty()) {
            return audience
                    + "a personal code for each brings more redemptions than one shared code, however many there"
                    + " are.";
        }
        var compared = audience + "a personal code for each brings more redemptions than one shared code up to about "
                + about(crossover.getAsInt()) + " ambassadors, and fewer beyond; you have " + count(plan.ambassadors())
                + ".";
        return givesOwn() && plan.objective() == Objective.LOYALTY
                ? compared + " Beyond, " + name(best(crossover.getAsInt() * 2L)) + " would be best for your goal."
                : compared;
    }

    private Strategy best(long ambassadors) {
        var beyond = plan.many(Math.toIntExact(Math.min(Plan.MOST_AMBASSADORS, ambassadors)));
        return StrategyRules.choose(beyond, StrategyRules.outlooks(beyond));
    }

    private String money() {
        var order = given(ORDER);
        var commission = order * given(COMMISSION);
        return "A blanket code should leave about " + money(blanket.profit()) + ", "
                + name(own.outlook().strategy()) + " " + money(own.outlook().profit()) + ". An order of "
                + money(order) + " leaves " + money(order * (given(MARGIN) - given(DISCOUNT)))
                + " after goods and discount"
                + (commission == 0
                        ? "."
                        : "; with somebody's own code his reward takes " + money(commission)
                                + " of that, with the shared one nothing.")
                + " Discounts for codes that get about on coupon sites and the work for each ambassador are taken off"
                + " too.";
    }

    private String recognition() {
        var best = Math.max(1, Math.round(plan.ambassadors() / 10.0));
        return capital(name(own.outlook().strategy())) + " should bring each ambassador who posts one of his own about "
                + few(own.outlook().redemptionsOfEachOwner(plan)) + " redemptions. Of your " + best
                + (best == 1 ? " best seller" : " best sellers") + " (a tenth) that shows about "
                + percent(own.outlook().topRecall()) + "; a blanket code, where only each one's link tells who sold, "
                + percent(blanket.topRecall()) + "; guessing 10 %.";
    }

    private String tier() {
        var manner = chosen.manner();
        return "Tiered codes mean: the " + count(Math.ceil(plan.ambassadors() * manner.tier()))
                + " ambassadors with the most followers get codes of their own, such as MIA20, and the others share one"
                + " code. Those few are taken to have " + percent(manner.tierReach()) + " of all followers.";
    }

    /** Rounded as roughly as it is known. */
    private static String about(int number) {
        var unit = Math.max(1, (int) Math.pow(10, Math.floor(Math.log10(number)) - 1));
        return count((double) Math.round((double) number / unit) * unit);
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
