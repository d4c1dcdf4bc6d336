package dev.herald.insight;

/**
 * How often a segment is met here, against elsewhere.
 *
 * @param redemptions of the segment here
 * @param share of the redemptions here of which anything is known in this dimension
 * @param referenceShare the same elsewhere
 * @param lift one share over the other: above 1 the segment responds more than usual
 * @param low the lift is below this with a probability of 10 %
 * @param high the lift is above this with a probability of 10 %
 * @param pValue how probable so large a difference is if there is none
 * @param qValue the share of chance among all findings at least as sure as this one
 */
public record Finding(
        Segment segment,
        long redemptions,
        double share,
        double referenceShare,
        double lift,
        double low,
        double high,
        double pValue,
        double qValue) {

    /** Of what is shown, at most a tenth is chance. */
    static final double MOST_CHANCE = 0.10;

    /** Whether it is shown without being asked for. */
    public boolean isSignificant() {
        return qValue <= MOST_CHANCE;
    }

    /** Such as "Lyon, 25-34: 1.5 times as likely". */
    public String text() {
        return SegmentWords.name(segment) + ": " + SegmentWords.times(lift);
    }
}
