package dev.herald.redemption;

import org.jspecify.annotations.Nullable;

/**
 * One line of an order.
 *
 * @param quantity 1 or more
 * @param unitAmount minor units of the order's currency, 0 or more
 */
public record OrderLine(String sku, @Nullable String category, long quantity, long unitAmount) {

    public long amount() {
        return Math.multiplyExact(quantity, unitAmount);
    }
}
