package dev.herald.redemption;

import dev.herald.access.BrandId;
import dev.herald.access.BrandSecret;
import dev.herald.access.KeyedHash;
import dev.herald.code.PromoCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One try to redeem a code on an order.
 *
 * @param secret of the brand
 * @param correctedFrom what the buyer typed, where it was mended
 * @param orderHash the keyed hash of the order's reference
 * @param turnDay the day of the order in the brand's time zone, whose turns it spends
 * @param touches clicks before it; not part of what makes two requests the same
 */
record Attempt(
        BrandId brand,
        BrandSecret secret,
        PromoCode code,
        @Nullable String correctedFrom,
        Buyer buyer,
        Order order,
        KeyedHash orderHash,
        LocalDate turnDay,
        List<Touch> touches,
        @Nullable RequestKey key) {

    Attempt {
        touches = List.copyOf(touches);
    }

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
