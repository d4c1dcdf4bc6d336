package dev.herald.planner;

import java.util.Locale;

/**
 * What the planner's model takes for granted (docs/SCIENCE.md, Which strategy). Each has a default, the range in which the
 * true value lies with a probability of 80 %, the bounds of what a user may set, and its source.
 */
enum Assumption {
    AUDIENCE(200_000, 80_000, 500_000, 1, 1e10, "assumed: people who can be reached in total"),
    REACH(1_500, 800, 2_800, 1, 1e9, "assumed: 30 % of 5,000 followers see a post"),
    POSTING_SHARE(.45, .3, .6, .001, 1, "assumed"),
    SPECIAL_LIFT(.15, .05, .3, 0, 5, "assumed: a code of one's own is shared more"),
    INCENTIVE_LIFT(
            .20,
            .1,
            .35,
            0,
            5,
            "assumed; that rewards raise referrals is shown (Ryu and Feick 2007), by how much is not"),
    INTENT(.004, .002, .008, 1e-9, 1, "assumed: exposed people who would buy"),
    LINK_SHARE(.35, .2, .55, 0, 1, "assumed: buyers who come by a link and need not remember"),
    RECALL_BLANKET(.75, .65, .85, .001, 1, "assumed: after one sighting"),
    RECALL_PERSONAL(.70, .6, .8, .001, 1, "assumed: a code such as NAME20, after one sighting"),
    RECALL_ADDITION(.55, .45, .65, .001, 1, "assumed: a code such as NAMEK20, after one sighting"),
    RECALL_OPAQUE(.30, .2, .4, .001, 1, "assumed: a code of random characters, after one sighting"),
    LENGTH_BLANKET(11, 8, 14, 3, 32, "HEARTBEAT20"),
    LENGTH_OPAQUE(8, 8, 10, 3, 32, "HBQK-Q5W6"),
    LENGTH_PERSONAL(6, 5, 8, 3, 32, "NAME20"),
    LENGTH_TIERED(8, 6, 11, 3, 32, "HEARTBEAT20 and NAME20, as they are used side by side"),
    TYPING_ERROR(
            .017, .012, .023, 0, 1, "per character: 1.2 % on desktops (Dhakal 2018), 2.3 % on phones (Palin 2019)"),
    CORRECTION(.9, .8, .97, 0, 1, "assumed: slips that Herald's correction mends"),
    WORD_OF_MOUTH_BLANKET(.12, .07, .18, 0, .9, "assumed: buyers whom each buyer brings"),
    WORD_OF_MOUTH_OWN(.06, .03, .1, 0, .9, "assumed: buyers whom each buyer brings"),
    ADMIN_BLANKET(.50, .25, 1, 0, 1e5, "assumed: cost per ambassador, in units of the currency"),
    ADMIN_OWN(2.50, 1.25, 5, 0, 1e5, "assumed: cost per ambassador, in units of the currency"),
    LEAK_BLANKET(.15, .08, .25, 0, .9, "assumed: share of redemptions by people nobody sent"),
    LEAK_OWN(.06, .03, .12, 0, .9, "assumed: share of redemptions by people nobody sent"),
    QUALITY_SPREAD(1.0, .7, 1.3, .01, 5, "assumed: sigma of log-normal talent"),
    ORDER(60, 45, 80, .01, 1e9, "assumed: in units of the currency"),
    MARGIN(.55, .45, .65, 0, 1, "assumed: share of the order"),
    DISCOUNT(.20, .20, .20, 0, 1, "the offer, as a share of the order"),
    COMMISSION(.10, .10, .10, 0, 1, "the reward, as a share of the order; own codes only"),
    SHIPPING(5, 3, 8, 0, 1e5, "assumed: what free shipping saves, in units of the currency"),
    NEW_SHARE(.7, .5, .85, 0, 1, "assumed: buyers who never bought from the brand before");

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
