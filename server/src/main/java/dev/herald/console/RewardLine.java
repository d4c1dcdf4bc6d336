package dev.herald.console;

import dev.herald.web.Moment;

/**
 * An entry of the ledger.
 *
 * @param amount with its sign as it changes what is owed; "" where that stays the same
 * @param moved from which account to which, in words
 * @param address of what caused it
 */
public record RewardLine(Moment at, String what, String amount, String moved, String address) {}
