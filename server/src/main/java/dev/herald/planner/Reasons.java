package dev.herald.planner;

import static dev.herald.planner.Assumption.AUDIENCE;
import static dev.herald.planner.Assumption.COMMISSION;
import static dev.herald.planner.Assumption.DISCOUNT;
import static dev.herald.planner.Assumption.MARGIN;
import static dev.herald.planner.Assumption.ORDER;
import static dev.herald.planner.Words.about;
import static dev.herald.planner.Words.capital;
import static dev.herald.planner.Words.change;
import static dev.herald.planner.Words.count;
import static dev.herald.planner.Words.few;
import static dev.herald.planner.Words.isChange;
import static dev.herald.planner.Words.name;
import static dev.herald.planner.Words.percent;

import dev.herald.campaign.Objective;
import dev.herald.campaign.Strategy;
import dev.herald.planner.Advice.Alternative;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Says in plain words, with figures, why the planner advises what it advises. */
final class Reasons {

    /** So many and more are counted. */
    private static final int MANY = 10;

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
                    + count(chosen.redemptions())
                    + (count(chosen.redemptions()).equals("1") ? " order." : " orders."));
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
            case NEW_CUSTOMERS -> choice + ": your goal is new customers at a profit. " + price();
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
                ? "No other kind of code should leave more profit."
                : "This campaign itself should leave about " + money(best.profit() - chosen.profit())
                        + " less profit than with " + name(best.strategy()) + ".";
    }

    private String knowledge() {
        if (givesOwn()) {
            return "they tell who sold what. If your next "
                    + (plan.waves() == 1 ? "campaign builds" : plan.waves() + " campaigns build")
                    + " on the best fifth of your ambassadors, knowing who they are is worth about "
                    + money(chosen.information())
                    + " of profit in all; with a blanket code, where only links tell, about "
                    + money(blanket.information()) + ".";
        }
        return "so many ambassadors get too few redemptions each to tell who is good. Those with the most followers, with"
                + " codes of their own, get enough.";
    }

    private String volume() {
        var factors = own.breakdown();
        var redemptions = own.outlook().redemptions();
        var causes = Stream.of(
                        cause(factors.sharing(), "ambassadors post a code of their own more often"),
                        cause(factors.saturation(), "some of these posts reach people who saw one already"),
                        cause(
                                factors.recall(),
                                "different codes are harder to remember than one that is seen everywhere"),
                        cause(
                                factors.typing(),
                                "they are mistyped " + (factors.typing() > 1 ? "less" : "more") + " often"),
                        cause(factors.wordOfMouth(), "buyers pass them on to friends less"))
                .flatMap(Optional::stream)
                .toList();
        return capital(name(own.outlook().strategy())) + " should bring about " + redemptions(redemptions)
                + ", a blanket code about " + few(blanket.redemptions()) + ": "
                + change(redemptions / blanket.redemptions())
                + (causes.isEmpty() ? "." : ". Why, each on top of the others: " + String.join("; ", causes) + ".");
    }

    /** Empty if it changes too little to be spoken of. */
    private static Optional<String> cause(double factor, String words) {
        return isChange(factor) ? Optional.of(words + " (" + change(factor) + ")") : Optional.empty();
    }

    private String breakEven() {
        var audience = "For an audience of " + people(given(AUDIENCE)) + " ";
        if (crossover.isEmpty()) {
            return audience
                    + "a personal code for each ambassador brings more redemptions than one shared code, however many"
                    + " there are.";
        }
        if (crossover.getAsInt() == 1) {
            return audience
                    + "one shared code brings more redemptions than a personal code for each ambassador, however many"
                    + " there are.";
        }
        var compared = audience
                + "a personal code for each ambassador brings more redemptions than one shared code up to about "
                + count(about(crossover.getAsInt())) + " ambassadors, and fewer beyond; you plan with "
                + count(plan.ambassadors()) + ".";
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
        return "A blanket code should leave a profit of about " + money(blanket.profit()) + ", "
                + name(own.outlook().strategy()) + " of about "
                + money(own.outlook().profit()) + ". An order of "
                + money(order) + " leaves " + money(order * (given(MARGIN) - given(DISCOUNT)))
                + " after goods and discount"
                + (commission == 0
                        ? "."
                        : "; if somebody's own code brings it, his reward takes " + money(commission)
                                + " of that, and nothing with the shared one.")
                + " Discounts for codes that get about on coupon sites and the work for each ambassador are taken off"
                + " too.";
    }

    private String recognition() {
        var best = (int) Math.max(1, Math.round(plan.ambassadors() / 10.0));
        return "An ambassador who posts a code of his own should bring about "
                + redemptions(own.outlook().redemptionsOfEachOwner(plan)) + ". "
                + (best < MANY ? chances(best) : numbers(best));
    }

    /** Of many it is said how many the orders point out, of few how surely. */
    private String numbers(int best) {
        return "Of your " + count(best) + " best sellers (the best tenth) the orders should point out about "
                + count(best * own.outlook().topRecall())
                + "; with a blanket code, where only each one's link tells who"
                + " sold, about " + count(best * blanket.topRecall()) + "; by guessing about " + count(best * .1) + ".";
    }

    private String chances(int best) {
        return "So the orders should point out "
                + (best == 1 ? "your best seller" : "each of your " + best + " best sellers (the best tenth)")
                + " in about " + cases(own.outlook().topRecall())
                + " of 100 cases; with a blanket code, where only each"
                + " one's link tells who sold, in about " + cases(blanket.topRecall()) + ".";
    }

    private static String cases(double share) {
        return count(100 * share);
    }

    private String tier() {
        var manner = chosen.manner();
        var few = (int) Math.ceil(plan.ambassadors() * manner.tier());
        return "Tiered codes mean: the "
                + (few == 1
                        ? "ambassador with the most followers gets a code of his own, such as MIA20, and"
                        : count(few)
                                + " ambassadors with the most followers get codes of their own, such as MIA20, and")
                + " the others share one code. " + (few == 1 ? "He is" : "Those " + count(few) + " are")
                + " taken to have " + percent(manner.tierReach()) + " of all followers.";
    }

    private static String redemptions(double number) {
        return few(number) + (few(number).equals("1") ? " redemption" : " redemptions");
    }

    private static String people(double number) {
        return count(number) + (count(number).equals("1") ? " person" : " people");
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
