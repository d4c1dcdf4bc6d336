package dev.herald.insight;

import java.util.Currency;
import java.util.List;

/**
 * A brand's last days at a glance.
 *
 * @param currency of all money in it: the one most redemptions were in; campaigns in others are left out
 * @param now the totals of the days shown
 * @param before the totals of as many days before them
 * @param days every day, oldest first, also those without redemptions
 * @param top ambassadors by redemptions in these days
 */
public record Overview(Currency currency, Totals now, Totals before, List<DayTotals> days, List<RankedAmbassador> top) {

    public Overview {
        days = List.copyOf(days);
        top = List.copyOf(top);
    }
}
