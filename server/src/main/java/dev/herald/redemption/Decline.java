package dev.herald.redemption;

import java.util.Locale;

/** Why a code does not work for an order. The code is for machines, the detail for the shopper; several may share a code. */
public enum Decline {
    CODE_UNKNOWN("There is no such code."),
    CODE_DISABLED("This code is no longer valid."),
    CAMPAIGN_NOT_STARTED("This code is not valid yet."),
    CAMPAIGN_ENDED("The campaign of this code has ended."),
    CAMPAIGN_PAUSED("This code cannot be used at the moment."),
    LIMIT_REACHED("This code has been used as often as it can be."),
    CUSTOMER_LIMIT_REACHED("You have used this offer as often as you can."),
    CUSTOMER_LIMIT_REACHED_TODAY(
            "customer_limit_reached", "You have used this offer as often as you can today. Try again tomorrow."),
    CUSTOMER_LIMIT_REACHED_THIS_WEEK(
            "customer_limit_reached", "You have used this offer as often as you can this week. Try again on Monday."),
    CUSTOMER_LIMIT_REACHED_THIS_MONTH(
            "customer_limit_reached",
            "You have used this offer as often as you can this month. Try again on the first of the next."),
    BUDGET_EXHAUSTED("The offer of this code is used up."),
    FIRST_ORDER_ONLY("This code is for a first order only."),
    MINIMUM_NOT_MET("The order is below the minimum for this code."),
    CURRENCY_MISMATCH("This code is for orders in another currency."),
    NOT_COMBINABLE("This code cannot be combined with the one already on the order."),
    SELF_USE("This offer is for the people you recommend it to, not for your own orders."),
    ORDER_ALREADY_REDEEMED("A code was redeemed on this order already, with other particulars."),
    RESERVATION_EXPIRED("The reservation is over. Redeem the code itself.");

    private final String code;
    private final String detail;

    Decline(String detail) {
        this.code = name().toLowerCase(Locale.ROOT);
        this.detail = detail;
    }

    Decline(String code, String detail) {
        this.code = code;
        this.detail = detail;
    }

    public String code() {
        return code;
    }

    /** Whether it is for want of a slot, a turn or money, so that a hold given back would make room. */
    boolean isOfLimit() {
        return switch (this) {
            case LIMIT_REACHED,
                    BUDGET_EXHAUSTED,
                    CUSTOMER_LIMIT_REACHED,
                    CUSTOMER_LIMIT_REACHED_TODAY,
                    CUSTOMER_LIMIT_REACHED_THIS_WEEK,
                    CUSTOMER_LIMIT_REACHED_THIS_MONTH -> true;
            default -> false;
        };
    }

    public String detail() {
        return detail;
    }
}
