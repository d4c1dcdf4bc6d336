package dev.herald.insight;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Some days in a row in a brand's time zone, both ends included. */
public record DayRange(LocalDate from, LocalDate to) {

    /** The longest range of a page or a file, in days. */
    public static final int MOST = 400;

    public DayRange {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(from + " is after " + to);
        }
    }

    /** So many days with the last one known. */
    public static DayRange until(LocalDate last, int days) {
        return new DayRange(last.minusDays(days - 1L), last);
    }

    public int days() {
        return (int) ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** As many days right before these. */
    public DayRange before() {
        return new DayRange(from.minusDays(days()), from.minusDays(1));
    }

    /** The same days of the week a year earlier: 52 weeks. */
    public DayRange yearBefore() {
        return new DayRange(from.minusWeeks(52), to.minusWeeks(52));
    }
}
