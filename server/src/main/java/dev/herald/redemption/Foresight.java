package dev.herald.redemption;

/** What a reversal would do if it came now. */
public sealed interface Foresight {

    /**
     * @param amount order value that it undoes, minor units
     * @param discountBack what it gives back to the budget, minor units
     * @param complete whether nothing stands afterwards
     * @param slotBack whether the code and its campaign can be used once more
     * @param turnBack whether the customer can use the offer once more
     */
    record Possible(long amount, long discountBack, boolean complete, boolean slotBack, boolean turnBack)
            implements Foresight {}

    record NothingStands() implements Foresight {}

    /** @param standing the order value that can still be undone, minor units */
    record TooMuch(long standing) implements Foresight {}

    record WindowOver(int days) implements Foresight {}
}
