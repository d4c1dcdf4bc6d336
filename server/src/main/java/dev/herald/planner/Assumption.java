package dev.herald.planner;

import java.util.Locale;

/**
 * What the planner's model takes for granted (docs/SCIENCE.md, Which strategy). Each has a default, the range in which the
 * true value lies with a probability of 80 %, the bounds of what a user may set, and its source.
 */
enum Assumption {
    AUDIENCE(200_000, 80_000, 500_000, 1, 1e10, "assumed"),
    REACH(1_500, 800, 2_800, 1, 1e9, "assumed: 30 % of 5,000 followers see a post"),
    POSTING_SHARE(.45, .3, .6, .001, 1, "assumed"),
    SPECIAL_LIFT(.15, .05, .3, 0, 5, "assumed"),
    INCENTIVE_LIFT(
            .20,
            .1,
            .35,
            0,
            5,
            "assumed: studies show that rewards raise referrals (Ryu and Feick 2007), but not by how much"),
    INTENT(.004, .002, .008, 1e-9, 1, "assumed"),
    LINK_SHARE(.35, .2, .55, 0, 1, "assumed: they need not remember the code"),
    RECALL_BLANKET(.75, .65, .85, .001, 1, "assumed: after seeing it once"),
    RECALL_PERSONAL(.70, .6, .8, .001, 1, "assumed: after seeing it once"),
    RECALL_ADDITION(.55, .45, .65, .001, 1, "assumed: after seeing it once"),
    RECALL_OPAQUE(.30, .2, .4, .001, 1, "assumed: after seeing it once"),
    LENGTH_BLANKET(11, 8, 14, 3, 32, "assumed: as in HEARTBEAT20"),
    LENGTH_OPAQUE(8, 8, 10, 3, 32, "assumed: as in HBQK-Q5W6"),
    LENGTH_PERSONAL(6, 5, 8, 3, 32, "assumed: as in MAYA20"),
    LENGTH_TIERED(8, 6, 11, 3, 32, "assumed: HEARTBEAT20 and MAYA20 side by side"),
    TYPING_ERROR(.017, .012, .023, 0, 1, "from studies: 1.2 % on desktops (Dhakal 2018), 2.3 % on phones (Palin 2019)"),
    CORRECTION(.9, .8, .97, 0, 1, "assumed"),
    WORD_OF_MOUTH_BLANKET(.12, .07, .18, 0, .9, "assumed"),
    WORD_OF_MOUTH_OWN(.06, .03, .1, 0, .9, "assumed"),
    ADMIN_BLANKET(.50, .25, 1, 0, 1e5, "assumed"),
    ADMIN_OWN(2.50, 1.25, 5, 0, 1e5, "assumed"),
    LEAK_BLANKET(.15, .08, .25, 0, .9, "assumed: coupon sites and the like"),
    LEAK_OWN(.06, .03, .12, 0, .9, "assumed: coupon sites and the like"),
    QUALITY_SPREAD(
            1.0, .7, 1.3, .01, 5, "assumed: at 1.0 the best tenth of ambassadors bring about 39 % of the orders"),
    ORDER(60, 45, 80, .01, 1e9, "assumed"),
    MARGIN(.55, .45, .65, 0, 1, "assumed"),
    DISCOUNT(.20, .20, .20, 0, 1, "the offer, as a share of the order"),
    COMMISSION(.10, .10, .10, 0, 1, "the reward, as a share of the order; own codes only"),
    SHIPPING(5, 3, 8, 0, 1e5, "assumed"),
    NEW_SHARE(.7, .5, .85, 0, 1, "assumed");

    final double value;
    final double low;
    final double high;
    final double least;
    final double most;
    final String source;

    Assumption(double value, double low, double high, double least, double most, String source) {
        this.value = value;
        this.low = low;
        this.high = high;
        this.least = least;
        this.most = most;
        this.source = source;
    }

    /** The name by which the API calls it. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
