package dev.herald.redemption;

import dev.herald.access.BrandId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A full or partial undoing of a redemption.
 *
 * @param amount order value undone, in minor units of the redemption's currency
 * @param discountBack discount given back to the budget, in the same units
 * @param complete whether nothing of the redemption stands any more
 * @param slotBack whether its slot and the customer's turn were given back
 */
public record Reversal(
        BrandId brand,
        ReversalId id,
        RedemptionId redemption,
        Reason reason,
        long amount,
        long discountBack,
        boolean complete,
        boolean slotBack,
        @Nullable RequestKey key,
        Instant reversedAt) {

    /** Why a redemption is undone. */
    public enum Reason {
        CANCELLED,
        REFUNDED,
        /** The bank took the money back: the brand paid for the slot, so nothing returns. */
        CHARGEBACK;

        public String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
