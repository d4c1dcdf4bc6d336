package dev.herald.reward;

/** The accounts of the ledger, for each currency. */
public enum Account {
    /** The brand's: what rewards cost it. */
    COST,
    /** Earned, within the time in which orders may be sent back. */
    HELD,
    /** Owed; below zero where an order was sent back after it had been paid for. */
    DUE,
    /** In a payout that is under way. */
    PAYING,
    /** Paid. */
    PAID
}
