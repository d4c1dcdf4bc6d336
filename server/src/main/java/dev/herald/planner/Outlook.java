package dev.herald.planner;

import static dev.herald.planner.Assumption.DISCOUNT;
import static dev.herald.planner.Assumption.LINK_SHARE;
import static dev.herald.planner.Assumption.MARGIN;
import static dev.herald.planner.Assumption.ORDER;
import static dev.herald.planner.Assumption.QUALITY_SPREAD;

import dev.herald.campaign.Objective;
import dev.herald.campaign.Strategy;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/**
 * What the model expects of a plan under one strategy (docs/SCIENCE.md, Which strategy). Money in units of the currency.
 *
 * @param manner in which the strategy is carried out; of tiers that one which serves the plan's objective best
 * @param profit contribution less discounts to people nobody sent, commission and administration
 * @param topRecall share of the true top tenth of ambassadors that their redemptions will show
 * @param information what knowing the top fifth better will be worth in later campaigns
 */
record Outlook(
        Strategy strategy, Manner manner, double redemptions, double profit, double topRecall, double information) {

    private static final double TOP_SHOWN = .1;
    private static final double TOP_OF_VALUE = .2;

    /** Under a blanket code only links tell who sent a buyer, and they tell this share of what own codes would. */
    private static final double SHOWN_BY_LINKS = .35;

    static Outlook of(Plan plan, Strategy strategy) {
        return Manner.of(strategy, plan.assumptions(), plan.ambassadors()).stream()
                .map(manner -> of(plan, strategy, manner))
                .max(Comparator.comparingDouble(measure(plan.objective())))
                .orElseThrow();
    }

    private static Outlook of(Plan plan, Strategy strategy, Manner manner) {
        var given = plan.assumptions();
        var redemptions = affordable(plan, scale(plan) * Response.redemptions(manner, plan.ambassadors(), given));
        var order = given.get(ORDER);
        var contribution = order * (given.get(MARGIN) - given.get(DISCOUNT));
        var profit = profit(plan, manner, redemptions, redemptions * manner.leak() / (1 - manner.leak()));
        var shown = Shown.of(plan, manner, redemptions);
        var information = plan.waves() * TOP_OF_VALUE * (shown.uplift() - 1) * redemptions * Math.max(0, contribution);
        return new Outlook(strategy, manner, redemptions, profit, Math.clamp(shown.recall(), 0, 1), information);
    }

    /** What an objective wants much of. */
    static ToDoubleFunction<Outlook> measure(Objective objective) {
        return switch (objective) {
            case AWARENESS, LOYALTY -> Outlook::redemptions;
            case NEW_CUSTOMERS -> Outlook::profit;
            case FIND_TOP_AMBASSADORS, KNOW_AUDIENCE -> Outlook::worth;
        };
    }

    /** What so many redemptions leave, when so many others used codes whom nobody sent and who get the discount too. */
    static double profit(Plan plan, Manner manner, double redemptions, double leaked) {
        var given = plan.assumptions();
        var order = given.get(ORDER);
        var contribution = order * (given.get(MARGIN) - given.get(DISCOUNT));
        return redemptions * (contribution - manner.commission() * order)
                - leaked * order * given.get(DISCOUNT)
                - plan.ambassadors() * manner.admin();
    }

    /** Profit now and information for later. */
    double worth() {
        return profit + information;
    }

    /** Redemptions of each ambassador who posts a code of his own; 0 if nobody has one. */
    double redemptionsOfEachOwner(Plan plan) {
        return ofEachOwner(plan, manner, redemptions);
    }

    private static double ofEachOwner(Plan plan, Manner manner, double redemptions) {
        return each(plan, redemptions * manner.ownPart(), manner.tier() * manner.ownPosting());
    }

    private static double each(Plan plan, double redemptions, double posters) {
        return posters == 0 ? 0 : redemptions / (plan.ambassadors() * posters);
    }

    /** How many times the model's redemptions are to be expected, by the brand's own word on its blanket code. */
    static double scale(Plan plan) {
        return plan.expectedOrders() == 0
                ? 1
                : plan.expectedOrders()
                        / Response.redemptions(
                                Manner.blanket(plan.assumptions()), plan.ambassadors(), plan.assumptions());
    }

    private static double affordable(Plan plan, double redemptions) {
        var discount = plan.assumptions().get(ORDER) * plan.assumptions().get(DISCOUNT);
        return discount > 0 ? Math.min(redemptions, plan.budget() / discount) : redemptions;
    }

    /**
     * What redemptions show of who is good. Talent and followers have nothing to do with one another, so the true best are
     * in the tier as often as anybody, but what they are worth goes by their reach.
     */
    private record Shown(double recall, double uplift) {

        static Shown of(Plan plan, Manner manner, double redemptions) {
            var own = ofEachOwner(plan, manner, redemptions);
            var shared = each(plan, redemptions * (1 - manner.ownPart()), (1 - manner.tier()) * manner.sharedPosting());
            var clicked = plan.assumptions().get(LINK_SHARE) * shared;
            var spread = plan.assumptions().get(QUALITY_SPREAD);
            var recall = new Recognition(own, spread, TOP_SHOWN).recall();
            var byLinks = new Recognition(clicked, spread, TOP_SHOWN).recall();
            var uplift = new Recognition(own, spread, TOP_OF_VALUE).uplift();
            var upliftByLinks = new Recognition(clicked, spread, TOP_OF_VALUE).uplift();
            return new Shown(
                    mixed(manner.tier(), recall, TOP_SHOWN + SHOWN_BY_LINKS * (byLinks - TOP_SHOWN)),
                    mixed(manner.ownPart(), uplift, 1 + SHOWN_BY_LINKS * (upliftByLinks - 1)));
        }

        private static double mixed(double share, double of, double rest) {
            return share * of + (1 - share) * rest;
        }
    }
}
