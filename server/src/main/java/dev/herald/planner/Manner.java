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
import static dev.herald.planner.Assumption.LENGTH_TIERED;
import static dev.herald.planner.Assumption.POSTING_SHARE;
import static dev.herald.planner.Assumption.RECALL_ADDITION;
import static dev.herald.planner.Assumption.RECALL_BLANKET;
import static dev.herald.planner.Assumption.RECALL_OPAQUE;
import static dev.herald.planner.Assumption.RECALL_PERSONAL;
import static dev.herald.planner.Assumption.SPECIAL_LIFT;
import static dev.herald.planner.Assumption.WORD_OF_MOUTH_BLANKET;
import static dev.herald.planner.Assumption.WORD_OF_MOUTH_OWN;

import dev.herald.campaign.Strategy;
import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How codes are shared, kept in mind and typed, and what they cost (docs/SCIENCE.md, Which strategy). Some ambassadors,
 * those with the most followers, have codes of their own, and the rest share one.
 *
 * @param tier share of the ambassadors who have codes of their own: 0 is a blanket code, 1 a code for each
 * @param tierReach share of all followers who follow those
 * @param sharedPosting share of those without a code of their own who post
 * @param ownPosting share of those with a code of their own who post
 * @param sharedRecall share of people who remember the shared code after one sighting; each sighting rehearses it
 * @param ownRecall share of people who remember an ambassador's own code; others' codes do not help
 * @param length characters to type
 * @param wordOfMouth further buyers whom each buyer brings
 * @param admin cost per ambassador, in units of the currency
 * @param leak share of redemptions by people nobody sent
 * @param commission share of the order paid to ambassadors, on average over all orders
 */
record Manner(
        double tier,
        double tierReach,
        double sharedPosting,
        double ownPosting,
        double sharedRecall,
        double ownRecall,
        double length,
        double wordOfMouth,
        double admin,
        double leak,
        double commission) {

    /** Share that can hold the clean NAME20 form under the separation rule, by ambassadors; from US first names. */
    private static final double[][] CLEAN = {
        {10, .97}, {50, .85}, {300, .573}, {1_000, .307}, {5_000, .115}, {50_000, .02}
    };

    /** Shares of the ambassadors that a tier is tried with. */
    private static final double[] TIERS = {.05, .1, .2, .4};

    /** Sigma of log-normal reach. */
    static final double REACH_SPREAD = 1.2;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** All ways in which a strategy can be carried out: more than one only where a tier is to be chosen. */
    static List<Manner> of(Strategy strategy, Assumptions given, double ambassadors) {
        return switch (strategy) {
            case BLANKET -> List.of(blanket(given));
            case UNIQUE -> List.of(own(given, given.get(RECALL_OPAQUE), given.get(LENGTH_OPAQUE)));
            case PERSONAL -> List.of(personal(given, ambassadors));
            case TIERED ->
                DoubleStream.of(TIERS)
                        .map(tier -> Math.max(tier, 1 / ambassadors))
                        .distinct()
                        .mapToObj(tier -> tiered(given, ambassadors, tier))
                        .toList();
        };
    }

    static Manner blanket(Assumptions given) {
        return new Manner(
                0,
                0,
                given.get(POSTING_SHARE),
                0,
                given.get(RECALL_BLANKET),
                0,
                given.get(LENGTH_BLANKET),
                given.get(WORD_OF_MOUTH_BLANKET),
                given.get(ADMIN_BLANKET),
                given.get(LEAK_BLANKET),
                0);
    }

    static Manner personal(Assumptions given, double ambassadors) {
        return own(given, recallOfNames(given, ambassadors), given.get(LENGTH_PERSONAL));
    }

    /** Personal codes for a share of the ambassadors, a blanket code for the rest. */
    static Manner tiered(Assumptions given, double ambassadors, double tier) {
        var personal = personal(given, ambassadors * tier);
        var blanket = blanket(given);
        var reach = tier == 1 ? 1 : reachOfTop(tier);
        var ownPart = reach * personal.ownPosting / (reach * personal.ownPosting + (1 - reach) * blanket.sharedPosting);
        return new Manner(
                tier,
                reach,
                blanket.sharedPosting,
                personal.ownPosting,
                blanket.sharedRecall,
                personal.ownRecall,
                given.get(LENGTH_TIERED),
                mixed(reach, personal.wordOfMouth, blanket.wordOfMouth),
                mixed(tier, personal.admin, blanket.admin),
                mixed(ownPart, personal.leak, blanket.leak),
                mixed(ownPart, personal.commission, blanket.commission));
    }

    /** Share of all followers whom those with the most have, when reach is log-normal. */
    private static double reachOfTop(double share) {
        return NORMAL.cumulativeProbability(REACH_SPREAD - NORMAL.inverseSurvivalProbability(share));
    }

    private static double mixed(double share, double of, double rest) {
        return share * of + (1 - share) * rest;
    }

    /** Share of all reach that is posted to. */
    double posting() {
        return mixed(tierReach, ownPosting, sharedPosting);
    }

    /** Share of the sightings that are of somebody's own code. */
    double ownPart() {
        return tierReach * ownPosting / posting();
    }

    /**
     * Share of people who have some code in mind after k sightings, whichever they were. Those of the shared code are
     * binomial among the k; one sighting of any own code counts as much as many.
     */
    double remembered(double k) {
        var shared = 1 - ownPart();
        return 1
                - (1 - ownRecall) * Math.pow(1 - shared * sharedRecall, k)
                - ownRecall * Math.pow(shared * (1 - sharedRecall), k);
    }

    /** This one, but posted as often as another. */
    Manner postedAs(Manner other) {
        return new Manner(0, 0, other.posting(), 0, sharedRecall, 0, length, wordOfMouth, admin, leak, commission);
    }

    /** Another one, but as long as this one and told to as many friends. */
    Manner rememberedAs(Manner other) {
        return new Manner(
                other.tier,
                other.tierReach,
                other.sharedPosting,
                other.ownPosting,
                other.sharedRecall,
                other.ownRecall,
                length,
                wordOfMouth,
                admin,
                leak,
                commission);
    }

    /** This one, but as long as another. */
    Manner typedAs(Manner other) {
        return new Manner(
                tier,
                tierReach,
                sharedPosting,
                ownPosting,
                sharedRecall,
                ownRecall,
                other.length,
                wordOfMouth,
                admin,
                leak,
                commission);
    }

    private static Manner own(Assumptions given, double recall, double length) {
        var lift = 1 + given.get(SPECIAL_LIFT) + given.get(INCENTIVE_LIFT);
        return new Manner(
                1,
                1,
                0,
                Math.min(1, given.get(POSTING_SHARE) * lift),
                0,
                recall,
                length,
                given.get(WORD_OF_MOUTH_OWN),
                given.get(ADMIN_OWN),
                given.get(LEAK_OWN),
                given.get(COMMISSION));
    }

    private static double recallOfNames(Assumptions given, double ambassadors) {
        var clean = cleanShare(ambassadors);
        return clean * given.get(RECALL_PERSONAL) + (1 - clean) * given.get(RECALL_ADDITION);
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
