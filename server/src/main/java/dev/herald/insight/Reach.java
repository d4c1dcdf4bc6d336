package dev.herald.insight;

/** How many people somebody reaches in effect, in thousands: rates are told for every thousand of them. */
final class Reach {

    /** Followers who see a post, in the mean. */
    private static final double SEEN_BY = .3;

    private static final double UNIT = 1_000;

    private Reach() {}

    /** Nobody reaches nobody, or a single redemption would be endlessly good. */
    static double thousands(long audienceSize) {
        return Math.max(1, audienceSize * SEEN_BY) / UNIT;
    }
}
