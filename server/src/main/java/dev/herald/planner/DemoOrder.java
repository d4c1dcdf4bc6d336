package dev.herald.planner;

import dev.herald.redemption.OrderLine;
import java.time.Instant;
import java.util.List;

/**
 * One invented order.
 *
 * @param reference the shop's name for it
 * @param person whose code is typed, by place in the list; {@link #NOBODY} for the campaign's own code
 */
record DemoOrder(
        String reference,
        int person,
        Instant placedAt,
        Shopper shopper,
        boolean firstOrder,
        List<OrderLine> lines,
        Aftermath aftermath) {

    static final int NOBODY = -1;

    /** Who buys; the same number is the same person. */
    record Shopper(int number, String region, String ageBand, List<String> tags) {}

    /** What becomes of an order later. */
    enum Aftermath {
        KEPT,
        CANCELLED,
        REFUNDED,
        HALF_REFUNDED,
        CHARGED_BACK
    }

    long amount() {
        return lines.stream().mapToLong(OrderLine::amount).sum();
    }
}
