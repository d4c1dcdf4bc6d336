package dev.herald.planner;

import dev.herald.insight.Belief;
import dev.herald.insight.Rates;
import dev.herald.insight.TrackRecord;

/**
 * Somebody who could be invited, with what is known of him.
 *
 * @param belief in his rate when he posts, from what he did and from how the others' rates are spread
 * @param posting how likely he is to post
 * @param isUnclear whether too little was seen of him to tell
 */
record Candidate(TrackRecord record, Belief belief, double posting, boolean isUnclear) {

    /** About so many redemptions find most of the true top tenth (docs/SCIENCE.md, Recognition). */
    private static final double ENOUGH = 5;

    static Candidate of(TrackRecord record, Rates rates) {
        // What the average one would have sold where he was seen.
        var usual = rates.common().mean() * record.reach() * rates.posted(record);
        return new Candidate(
                record, rates.of(record), rates.postingOf(record), record.redemptions() < ENOUGH && usual < ENOUGH);
    }

    boolean isNew() {
        return record.campaigns() == 0;
    }

    /** In one campaign. */
    double expected() {
        return posting * whenPosted();
    }

    /** Who posts and who buys is chance, and the rate itself is uncertain. */
    double variance() {
        var mean = whenPosted();
        return posting * (mean + mean * mean / belief.shape() + mean * mean) - expected() * expected();
    }

    /** What he sells if he is as good as he may well be: with a probability of 10 % he is better still. */
    double hoped() {
        return posting * belief.quantile(.9) * record.reach();
    }

    private double whenPosted() {
        return belief.mean() * record.reach();
    }
}
