package dev.herald.console;

import dev.herald.console.CampaignPage.DeclineLine;
import dev.herald.insight.DeclineCount;
import dev.herald.redemption.Decline;
import dev.herald.web.Formats;
import java.util.List;
import java.util.Locale;

/** Puts counts of refusals into lines for the brand's staff, who have to know the rule and not what a shopper is told. */
record DeclineRules(Formats formats) {

    List<DeclineLine> lines(List<DeclineCount> counts) {
        var most = counts.stream().mapToLong(DeclineCount::total).max().orElse(1);
        return counts.stream()
                .map(count -> new DeclineLine(
                        reason(Decline.valueOf(count.reason().toUpperCase(Locale.ROOT))),
                        formats.count(count.total()),
                        (int) (count.total() * 100 / most)))
                .toList();
    }

    private static String reason(Decline decline) {
        return switch (decline) {
            case CODE_UNKNOWN -> "No such code";
            case CODE_DISABLED -> "Code switched off";
            case CAMPAIGN_NOT_STARTED -> "Before the start";
            case CAMPAIGN_ENDED -> "After the end";
            case CAMPAIGN_PAUSED -> "While paused";
            case LIMIT_REACHED -> "Limit reached";
            case CUSTOMER_LIMIT_REACHED,
                    CUSTOMER_LIMIT_REACHED_TODAY,
                    CUSTOMER_LIMIT_REACHED_THIS_WEEK,
                    CUSTOMER_LIMIT_REACHED_THIS_MONTH -> "Customer's limit reached";
            case BUDGET_EXHAUSTED -> "Budget used up";
            case FIRST_ORDER_ONLY -> "Not a first order";
            case MINIMUM_NOT_MET -> "Below the minimum order";
            case CURRENCY_MISMATCH -> "Order in another currency";
            case NOT_COMBINABLE -> "Another code on the order";
            case SELF_USE -> "Ambassador's own order";
            case RESERVATION_EXPIRED -> "Reservation over";
            case ORDER_ALREADY_REDEEMED -> "Order redeemed before";
        };
    }
}
