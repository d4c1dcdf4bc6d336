package dev.herald.redemption;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The order that a code is typed on. Amounts are minor units of the order's currency.
 *
 * @param reference the shop's own name for the order
 * @param amount merchandise before discount; the sum of the lines, if there are any
 * @param currency ISO 4217
 * @param placedAt absent for now
 * @param firstOrder what the shop knows of it; absent leaves it to Herald
 */
public record Order(
        String reference,
        long amount,
        String currency,
        long shipping,
        @Nullable Instant placedAt,
        @Nullable Boolean firstOrder,
        List<OrderLine> lines) {

    public Order {
        lines = List.copyOf(lines);
    }

    /** The same order, placed at a certain time. */
    Order placedAt(Instant time) {
        return new Order(reference, amount, currency, shipping, time, firstOrder, lines);
    }
}
