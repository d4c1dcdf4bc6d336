package dev.herald.campaign;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What undoing a redemption gives back, by the reason, and until when it can be undone. Its members are those of the
 * API and of the stored JSON.
 *
 * @param windowDays days of 24 hours after the redemption in which it can be reversed; absent for ever
 */
public record ReversalPolicy(
        GivesBack cancelled,
        GivesBack refunded,
        GivesBack chargeback,
        @Nullable Integer windowDays) {

    /** The most days of a window: ten years. */
    public static final int MOST_DAYS = 3_650;

    /** After a chargeback nothing returns: the brand has paid for the slot. */
    public static final ReversalPolicy DEFAULT =
            new ReversalPolicy(GivesBack.ALL, GivesBack.ALL, GivesBack.NOTHING, null);

    /**
     * What a reversal gives back.
     *
     * @param slot the redemption's place among those of the code and the campaign, once nothing of it stands
     * @param budget the discount; of a partial reversal, its share
     * @param turn the customer's turn, once nothing of the redemption stands
     */
    public record GivesBack(boolean slot, boolean budget, boolean turn) {

        public static final GivesBack ALL = new GivesBack(true, true, true);
        public static final GivesBack NOTHING = new GivesBack(false, false, false);
    }

    public ReversalPolicy {
        if (windowDays != null && (windowDays < 1 || windowDays > MOST_DAYS)) {
            throw new IllegalArgumentException("A window has 1 to " + MOST_DAYS + " days");
        }
    }

    public GivesBack of(ReversalReason reason) {
        return switch (reason) {
            case CANCELLED -> cancelled;
            case REFUNDED -> refunded;
            case CHARGEBACK -> chargeback;
        };
    }

    /** Whether what was redeemed at one moment can be undone at another; the window's last moment is outside. */
    public boolean isOpen(Instant redeemedAt, Instant now) {
        return windowDays == null || now.isBefore(redeemedAt.plus(Duration.ofDays(windowDays)));
    }
}
