package dev.herald.redemption;

import dev.herald.access.BrandId;
import dev.herald.access.KeyedHash;
import dev.herald.code.PromoCode;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One try to redeem a code on an order.
 *
 * @param correctedFrom what the buyer typed, where it was mended
 * @param orderHash the keyed hash of the order's reference
 * @param turnDay the day of the order in the brand's time zone, whose turns it spends
 */
record Attempt(
        BrandId brand,
        PromoCode code,
        @Nullable String correctedFrom,
        Buyer buyer,
        Order order,
        KeyedHash orderHash,
        LocalDate turnDay,
        @Nullable RequestKey key) {

    /** Whether this asks for what was done before: the same code, customer and amount on the same order. */
    boolean repeats(Redemption earlier) {
        return earlier.codeId().equals(code.id())
                && earlier.customers().equals(buyer.identities())
                && earlier.amount() == order.amount()
                && Objects.equals(earlier.currency(), order.currency());
    }

    /** Whether this asks for the hold that is there: the same code, customer and order. */
    boolean repeats(Reservation earlier) {
        return earlier.codeId().equals(code.id())
                && earlier.buyer().identities().equals(buyer.identities())
                && earlier.amount() == order.amount()
                && earlier.shipping() == order.shipping()
                && Objects.equals(earlier.currency(), order.currency());
    }
}
