package dev.herald.bench.faults;

/** What can be wrong with a shop, and how that shows; each is planted in the model, and each must be found. */
enum Defect {
    NONE(""),
    ACKNOWLEDGES_BEFORE_COMMIT("acknowledged and lost"),
    CHECKS_THEN_ACTS("redemptions under a limit of"),
    KEEPS_KEYS_IN_ANOTHER_TRANSACTION("declined and redeemed"),
    COMMITS_WITHOUT_SYNC("acknowledged and lost"),
    DOES_NOT_COUNT_RESERVATIONS("redemptions under a limit of"),
    FREES_A_HOLD_TWICE("counted "),
    LOSES_HOLDS_IN_A_CRASH("reserved and lost"),
    COUNTS_A_CLAIM_TWICE("counted "),
    ROUNDS_THE_BUDGET("spent of a budget of"),
    ROUNDS_DISCOUNTS_DOWN("discount is not 15 %"),
    COUNTS_CUSTOMERS_PER_CODE("turns of customer-"),
    GIVES_A_SLOT_BACK_TWICE("counted "),
    REVERSES_MORE_THAN_STANDS("reversed more than was redeemed"),
    DECLINES_RETRIES_WHEN_SOLD_OUT("accepted, then declined"),
    STAYS_SOLD_OUT("declined although only"),
    COUNTS_OUTSIDE_THE_TRANSACTION("counted "),
    REDEEMS_AN_ORDER_TWICE("redeemed 2 times"),
    FORGETS_KEYS("two different answers"),
    REPLAYS_OTHER_BYTES("two different answers"),
    LEAVES_A_ROW_WHEN_DECLINING("declined and redeemed"),
    SAYS_NO_WHEN_IT_DOES_NOT_KNOW("declined and redeemed"),
    SWAPS_ANSWERS("acknowledged and lost");

    private final String symptom;

    Defect(String symptom) {
        this.symptom = symptom;
    }

    /** What at least one fault found must say. */
    String symptom() {
        return symptom;
    }
}
