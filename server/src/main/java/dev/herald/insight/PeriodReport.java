package dev.herald.insight;

import java.util.Currency;
import java.util.List;

/**
 * What happened in some days.
 *
 * @param currency of all money in it
 * @param currencies all that were redeemed in during these days, the most frequent first
 * @param before the totals of the days it is compared with; nothing if it is compared with none
 * @param campaigns those with a redemption in these days, highest revenue first
 * @param alike blanket against personal codes, of campaigns that are otherwise alike
 * @param declines why codes were refused, the most frequent reason first
 */
public record PeriodReport(
        Currency currency,
        List<Currency> currencies,
        Totals now,
        Totals before,
        List<DayTotals> days,
        List<CampaignTotals> campaigns,
        List<LikeForLike> alike,
        List<DeclineCount> declines) {

    public PeriodReport {
        currencies = List.copyOf(currencies);
        days = List.copyOf(days);
        campaigns = List.copyOf(campaigns);
        alike = List.copyOf(alike);
        declines = List.copyOf(declines);
    }
}
