package dev.herald.insight;

/** How two campaigns, or two kinds of campaigns, differ by one measure. */
public sealed interface Difference {

    Measure measure();

    /**
     * A difference with how sure it is.
     *
     * @param first the measure of the one that is asked about
     * @param second the measure of the one that it is compared with
     * @param estimate first / second, or first - second of a share
     * @param low the estimate is below this with a probability of 10 %
     * @param high the estimate is above this with a probability of 10 %
     */
    record Reckoned(Measure measure, double first, double second, double estimate, double low, double high)
            implements Difference {

        public Told told() {
            var none = measure.isRatio() ? 1 : 0;
            return low > none ? Told.HIGHER : high < none ? Told.LOWER : Told.NO_DIFFERENCE_YET;
        }
    }

    /** Nothing can be reckoned. */
    record Unknown(Measure measure, Reason reason) implements Difference {}

    /** What may be said. */
    enum Told {
        HIGHER,
        LOWER,
        NO_DIFFERENCE_YET
    }

    /** Why nothing can be reckoned. */
    enum Reason {
        NO_MEMBERS,
        NO_REDEMPTIONS,
        TOO_FEW_DAYS,
        OTHER_CURRENCY
    }
}
