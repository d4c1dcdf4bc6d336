package dev.herald.planner;

import static dev.herald.planner.Assumption.ADMIN_BLANKET;
import static dev.herald.planner.Assumption.ADMIN_OWN;
import static dev.herald.planner.Assumption.COMMISSION;
import static dev.herald.planner.Assumption.INCENTIVE_LIFT;
import static dev.herald.planner.Assumption.LEAK_BLANKET;
import static dev.herald.planner.Assumption.LEAK_OWN;
import static dev.herald.planner.Assumption.LENGTH_BLANKET;
import static dev.herald.planner.Assumption.LENGTH_OPAQUE;
import static dev.herald.planner.Assumption.LENGTH_PERSONAL;
import static dev.herald.planner.Assumption.POSTING_SHARE;
import static dev.herald.planner.Assumption.RECALL_ADDITION;
import static dev.herald.planner.Assumption.RECALL_BLANKET;
import static dev.herald.planner.Assumption.RECALL_OPAQUE;
import static dev.herald.planner.Assumption.RECALL_PERSONAL;
import static dev.herald.planner.Assumption.SPECIAL_LIFT;
import static dev.herald.planner.Assumption.WORD_OF_MOUTH_BLANKET;
import static dev.herald.planner.Assumption.WORD_OF_MOUTH_OWN;

/**
 * How codes of one kind are shared, kept in mind and typed, and what they cost.
 *
 * @param posting share of the ambassadors who post
 * @param recall share of people who remember the code after one sighting
 * @param rehearsed whether every sighting, by whomever, rehearses the same code
 * @param length characters to type
 * @param wordOfMouth further buyers whom each buyer brings
 * @param admin cost per ambassador, in units of the currency
 * @param leak share of redemptions by people nobody sent
 * @param commission share of the order paid to the ambassador
 */
record Manner(
        double posting,
        double recall,
        boolean rehearsed,
        double length,
        double wordOfMouth,
        double admin,
        double leak,
        double commission) {

    /** Share that can hold the clean NAME20 form under the separation rule, by ambassadors; from US first names. */
    private static final double[][] CLEAN = {
        {10, .97}, {50, .85}, {300, .573}, {1_000, .307}, {5_000, .115}, {50_000, .02}
    };

    static Manner blanket(Assumptions given) {
        return new Manner(
                given.get(POSTING_SHARE),
                given.get(RECALL_BLANKET),
                true,
                given.get(LENGTH_BLANKET),
                given.get(WORD_OF_MOUTH_BLANKET),
                given.get(ADMIN_BLANKET),
                given.get(LEAK_BLANKET),
                0);
    }

    static Manner unique(Assumptions given) {
        return own(given, given.get(RECALL_OPAQUE), given.get(LENGTH_OPAQUE));
    }

    static Manner personal(Assumptions given, double ambassadors) {
        var clean = cleanShare(ambassadors);
        var recall = clean * given.get(RECALL_PERSONAL) + (1 - clean) * given.get(RECALL_ADDITION);
        return own(given, recall, given.get(LENGTH_PERSONAL));
    }

    /** This one, but posted as often as another. */
    Manner postedAs(Manner other) {
        return new Manner(other.posting, recall, rehearsed, length, wordOfMouth, admin, leak, commission);
    }

    /** This one, but remembered like another. */
    Manner rememberedAs(Manner other) {
        return new Manner(posting, other.recall, other.rehearsed, length, wordOfMouth, admin, leak, commission);
    }

    /** This one, but as long as another. */
    Manner typedAs(Manner other) {
        return new Manner(posting, recall, rehearsed, other.length, wordOfMouth, admin, leak, commission);
    }

    private static Manner own(Assumptions given, double recall, double length) {
        var lift = 1 + given.get(SPECIAL_LIFT) + given.get(INCENTIVE_LIFT);
        return new Manner(
                Math.min(1, given.get(POSTING_SHARE) * lift),
                recall,
                false,
                length,
                given.get(WORD_OF_MOUTH_OWN),
                given.get(ADMIN_OWN),
                given.get(LEAK_OWN),
                given.get(COMMISSION));
    }

    /** Linear in the logarithm of the ambassadors between the points of the table, constant outside. */
    static double cleanShare(double ambassadors) {
        if (ambassadors <= CLEAN[0][0]) {
            return CLEAN[0][1];
        }
        for (var i = 1; i < CLEAN.length; i++) {
            if (ambassadors <= CLEAN[i][0]) {
                var from = CLEAN[i - 1];
                var way = Math.log(ambassadors / from[0]) / Math.log(CLEAN[i][0] / from[0]);
                return from[1] + way * (CLEAN[i][1] - from[1]);
            }
        }
        return CLEAN[CLEAN.length - 1][1];
    }
}
