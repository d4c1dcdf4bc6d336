package dev.herald.campaign;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Whom a campaign's redemptions are credited to. Its members are those of the API and of the stored JSON; it counts when
 * something is redeemed, and no later change of it moves a credit.
 *
 * @param linkWindowDays days of 24 hours in which a click counts
 */
public record AttributionPolicy(
        Precedence policy, int linkWindowDays, ReturningCustomers returningCustomers, SelfUse selfUse) {

    /** The longest window: a season. */
    public static final int MOST_DAYS = 90;

    /** The code says who it was; a link counts where the code is everybody's. */
    public static final AttributionPolicy DEFAULT =
            new AttributionPolicy(Precedence.CODE_OVER_LINK, 30, ReturningCustomers.CREDIT, SelfUse.ALLOW);

    /** Which of an order's touches has the credit. The code's is the latest: it is typed with the order. */
    public enum Precedence {
        /** The code's owner; of a code without an owner, the latest click. */
        CODE_OVER_LINK,
        /** The latest click; without one, the code's owner. */
        LINK_OVER_CODE,
        /** The earliest click; without one, the code's owner. */
        FIRST_TOUCH,
        /** Whatever came last: the code's owner, or else the latest click. */
        LAST_TOUCH;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What an order earns that is not known to be its customer's first. */
    public enum ReturningCustomers {
        CREDIT,
        NO_CREDIT;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What an ambassador gets with a code or link of his own: never the credit, and the discount if it is allowed. */
    public enum SelfUse {
        ALLOW,
        DECLINE;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public AttributionPolicy {
        if (linkWindowDays < 1 || linkWindowDays > MOST_DAYS) {
            throw new IllegalArgumentException("A window has 1 to " + MOST_DAYS + " days");
        }
    }

    /** Whether a click counts for an order: within the window, its last moment outside, and never after the order. */
    public boolean isInWindow(Instant clickedAt, Instant placedAt) {
        return !clickedAt.isAfter(placedAt) && placedAt.isBefore(clickedAt.plus(Duration.ofDays(linkWindowDays)));
    }

    /** Whether a credit depends on who ordered before. */
    public boolean asksForFirstOrder() {
        return returningCustomers == ReturningCustomers.NO_CREDIT;
    }
}
