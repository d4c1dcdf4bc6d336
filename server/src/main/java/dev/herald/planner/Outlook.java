package dev.herald.planner;

import static dev.herald.planner.Assumption.DISCOUNT;
import static dev.herald.planner.Assumption.LINK_SHARE;
import static dev.herald.planner.Assumption.MARGIN;
import static dev.herald.planner.Assumption.ORDER;
import static dev.herald.planner.Assumption.QUALITY_SPREAD;

import dev.herald.campaign.Strategy;

/**
 * What the model expects of a plan under one strategy (docs/SCIENCE.md, Which strategy). Money in units of the currency.
 *
 * @param profit contribution less discounts to people nobody sent, commission and administration
 * @param topRecall share of the true top tenth of ambassadors that their redemptions will show
 * @param information what knowing the top fifth better will be worth in later campaigns
 */
record Outlook(Strategy strategy, double redemptions, double profit, double topRecall, double information) {

    private static final double TOP_SHOWN = .1;
    private static final double TOP_OF_VALUE = .2;

    /** Under a blanket code only links tell who sent a buyer, and they tell this share of what own codes would. */
    private static final double SHOWN_BY_LINKS = .35;

    static Outlook of(Plan plan, Strategy strategy) {
        var given = plan.assumptions();
        var manner = manner(strategy, given, plan.ambassadors());
        var redemptions = affordable(plan, scale(plan) * Response.redemptions(manner, plan.ambassadors(), given));
        var order = given.get(ORDER);
        var contribution = order * (given.get(MARGIN) - given.get(DISCOUNT));
        var profit = profit(plan, manner, redemptions, redemptions * manner.leak() / (1 - manner.leak()));
        var perPosting = redemptions / (plan.ambassadors() * manner.posting());
        var shown = Math.clamp(recall(strategy, perPosting, given), 0, 1);
        var information = plan.waves()
                * TOP_OF_VALUE
                * (uplift(strategy, perPosting, given) - 1)
                * redemptions
                * Math.max(0, contribution);
        return new Outlook(strategy, redemptions, profit, shown, information);
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

    static Manner manner(Strategy strategy, Assumptions given, double ambassadors) {
        return switch (strategy) {
            case BLANKET -> Manner.blanket(given);
            case UNIQUE -> Manner.unique(given);
            case PERSONAL -> Manner.personal(given, ambassadors);
            case TIERED -> throw new IllegalArgumentException("The model does not know tiered codes yet");
        };
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

    private static double recall(Strategy strategy, double perPosting, Assumptions given) {
        var spread = given.get(QUALITY_SPREAD);
        if (strategy != Strategy.BLANKET) {
            return new Recognition(perPosting, spread, TOP_SHOWN).recall();
        }
        var byLinks = new Recognition(given.get(LINK_SHARE) * perPosting, spread, TOP_SHOWN).recall();
        return TOP_SHOWN + SHOWN_BY_LINKS * (byLinks - TOP_SHOWN);
    }

    private static double uplift(Strategy strategy, double perPosting, Assumptions given) {
        var spread = given.get(QUALITY_SPREAD);
        if (strategy != Strategy.BLANKET) {
            return new Recognition(perPosting, spread, TOP_OF_VALUE).uplift();
        }
        var byLinks = new Recognition(given.get(LINK_SHARE) * perPosting, spread, TOP_OF_VALUE).uplift();
        return 1 + SHOWN_BY_LINKS * (byLinks - 1);
    }
}
