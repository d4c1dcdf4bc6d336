package dev.herald.redemption;

/** What became of one request to a lane. */
public sealed interface Outcome {

    /** The redemption stands; recorded now, or before by the same request. */
    record Redeemed(Redemption redemption) implements Outcome {}

    record Declined(Decline decline) implements Outcome {}

    /** The campaign counts customers, and the request names none. */
    record CustomerNeeded() implements Outcome {}

    record KeyReused() implements Outcome {}

    /** The reversal stands; recorded now, or before by the same request. */
    record Reversed(Reversal reversal) implements Outcome {}

    /** Nothing of the redemption stands any more. */
    record AlreadyReversed() implements Outcome {}

    /**
     * More was to be undone than still stands.
     *
     * @param standing minor units that can still be reversed
     */
    record ReversalExceeds(long standing) implements Outcome {}

    /** The campaign accepts reversals only so many days after the redemption. */
    record ReversalWindowOver(int days) implements Outcome {}
}
