package dev.herald.portal;

import dev.herald.portal.AmbassadorPage.Days;
import dev.herald.portal.AmbassadorPage.Days.Bar;
import dev.herald.web.Formats;
import dev.herald.web.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;

/** Draws how often a code was used on each of the last days. Pure. */
record DayRules(Texts texts, Formats formats) {

    static final int DAYS = 30;

    private static final int HEIGHT = 56;
    private static final int STEP = 10;

    /** A day without any is a line, so that one sees that it was counted. */
    private static final int LEAST = 2;

    Days days(Map<LocalDate, Long> uses, LocalDate today) {
        var first = today.minusDays(DAYS - 1L);
        var bars = new ArrayList<Bar>(DAYS);
        var most = uses.values().stream().mapToLong(Long::longValue).max().orElse(0);
        var sum = 0L;
        for (var i = 0; i < DAYS; i++) {
            var day = Math.max(0, uses.getOrDefault(first.plusDays(i), 0L));
            sum += day;
            var height = most <= 0 ? LEAST : Math.max(LEAST, (int) Math.round((double) HEIGHT * day / most));
            bars.add(new Bar(i * STEP, HEIGHT - height, height));
        }
        return new Days(
                bars,
                texts.count("days.said", sum, formats.count(sum)),
                formats.day(first),
                texts.say("days.most", formats.count(Math.max(0, most))));
    }
}
