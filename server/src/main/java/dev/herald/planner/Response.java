package dev.herald.planner;

import static dev.herald.planner.Assumption.AUDIENCE;
import static dev.herald.planner.Assumption.CORRECTION;
import static dev.herald.planner.Assumption.INTENT;
import static dev.herald.planner.Assumption.LINK_SHARE;
import static dev.herald.planner.Assumption.REACH;
import static dev.herald.planner.Assumption.TYPING_ERROR;

import org.apache.commons.numbers.gamma.LogGamma;

/** How many of the audience redeem: exposures are Poisson, intent grows ever slower with them (docs/SCIENCE.md). */
final class Response {

    private static final double FATIGUE = .6;

    /** Deviations of the exposures looked at on either side of their mean; beyond are less than 1e-14 of them. */
    private static final double WIDTH = 8;

    private static final double FINE_STEPS = 25;

    private Response() {}

    /** Expected redemptions: A x sum over k of P(K = k) I(k) [c + (1 - c) M(k) T] / (1 - w). */
    static double redemptions(Manner manner, double ambassadors, Assumptions given) {
        var mean = ambassadors * manner.posting() * given.get(REACH) / given.get(AUDIENCE);
        var deviation = Math.sqrt(mean);
        var last = mean + WIDTH * deviation + 20;
        // Where the exposures are many the sum is smooth, and every n-th term tells as much as all.
        var step = Math.max(1, Math.floor(deviation / FINE_STEPS));
        var sum = 0.0;
        var weights = 0.0;
        for (var k = Math.max(0, Math.floor(mean - WIDTH * deviation)); k <= last; k += step) {
            var weight = Math.exp(k * Math.log(mean) - mean - LogGamma.value(k + 1));
            weights += weight;
            sum += k == 0 ? 0 : weight * buying(manner, k, given);
        }
        return given.get(AUDIENCE) * sum / weights / (1 - manner.wordOfMouth());
    }

    /** What the k-th sighting adds to the intent, measured in first sightings. */
    static double gain(int k) {
        return k == 1 ? 1 : Math.pow(k, FATIGUE) - Math.pow(k - 1, FATIGUE);
    }

    /** Share of those exposed k times who want to buy and get their code in. */
    private static double buying(Manner manner, double k, Assumptions given) {
        var intent = -Math.expm1(Math.pow(k, FATIGUE) * Math.log1p(-given.get(INTENT)));
        var byLink = given.get(LINK_SHARE);
        return intent * (byLink + (1 - byLink) * manner.remembered(k) * typedRight(manner.length(), given));
    }

    static double typedRight(double length, Assumptions given) {
        var slip = 1 - Math.pow(1 - given.get(TYPING_ERROR), length);
        return 1 - slip * (1 - given.get(CORRECTION));
    }
}
