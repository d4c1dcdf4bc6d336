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

    /**
     * More was to be undone than still stands.
     *
     * @param standing minor units that can still be reversed; 0 if nothing is left
     */
    record NotReversible(long standing) implements Outcome {}
}
