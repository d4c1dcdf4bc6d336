package dev.herald.campaign;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** How long a customer's turns count: for the whole campaign, or until the calendar in the brand's time zone turns. */
public enum Period {
    CAMPAIGN,
    DAY,
    /** ISO 8601: begins on Monday, and belongs to the year that has its Thursday. */
    WEEK,
    MONTH;

    /** Names the period that a day lies in, so that days of the same period, and only they, have the same key. */
    public String key(LocalDate day) {
        return switch (this) {
            case CAMPAIGN -> "";
            case DAY -> day.toString();
            case WEEK ->
                String.format(
                        Locale.ROOT,
                        "%04d-W%02d",
                        day.get(IsoFields.WEEK_BASED_YEAR),
                        day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> String.format(Locale.ROOT, "%04d-%02d", day.getYear(), day.getMonthValue());
        };
    }
}
