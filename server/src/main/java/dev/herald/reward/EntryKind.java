package dev.herald.reward;

/** What an entry of the ledger tells of. */
public enum EntryKind {
    /** A redemption earned what it earns by itself. */
    EARNED,
    /** A tier was reached whose rate is for all redemptions, also those before. */
    TIER,
    /** A milestone was reached. */
    MILESTONE,
    /** A place in a contest. */
    PRIZE,
    /** Estimated credit that the brand pays. */
    ESTIMATED,
    /** The time for returns of an order is over. */
    MATURED,
    /** An order was sent back while its reward was held. */
    REVERSED,
    /** An order was sent back later: the next payout is that much less. */
    CLAWBACK,
    /** Taken into a payout. */
    PAYOUT,
    /** The payout arrived. */
    PAID,
    /** The payout failed or was cancelled: what it was for is due again. */
    RETURNED
}
