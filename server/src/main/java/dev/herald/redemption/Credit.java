package dev.herald.redemption;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a redemption is credited to whom it is, or to nobody.
 *
 * @param link the link that was clicked; absent unless it has the credit
 * @param clickedAt when it was
 */
public record Credit(
        Reason reason, @Nullable Long link, @Nullable Instant clickedAt) {

    /** The reasons; all but the first two credit nobody. */
    public enum Reason {
        /** It is the code's owner. */
        CODE,
        /** It is whose link was clicked. */
        LINK,
        /** The buyer is the code's owner, or is whose link was clicked. */
        SELF_USE,
        /** The campaign credits first orders only. */
        RETURNING_CUSTOMER,
        /** Another redemption of the order has the credit. */
        ORDER_CREDITED,
        /** The code has no owner, and no click counts. */
        NOBODY;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Reason of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    public Credit {
        if ((reason == Reason.LINK) != (link != null) || (link == null) != (clickedAt == null)) {
            throw new IllegalArgumentException("A credit by link knows the link and the click, and no other does");
        }
    }

    static Credit because(Reason reason) {
        return new Credit(reason, null, null);
    }
}
