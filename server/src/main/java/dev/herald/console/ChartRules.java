package dev.herald.console;

import dev.herald.console.Chart.Day;
import dev.herald.console.Chart.Period;
import dev.herald.insight.DayTotals;
import dev.herald.web.Formats;
import java.util.Comparator;
import java.util.List;

/** Puts daily totals into a chart. */
record ChartRules(Formats formats) {

    static final int USUAL_DAYS = 30;
    private static final List<Integer> CHOICES = List.of(USUAL_DAYS, 90, 365);

    /** The number of days asked for, or the usual one if that is none of the choices. */
    static int chosen(String asked) {
        return CHOICES.stream()
                .filter(days -> days.toString().equals(asked))
                .findFirst()
                .orElse(USUAL_DAYS);
    }

    /** The end of a longer timeline. */
    Chart lastDays(String address, int chosen, List<DayTotals> days) {
        return chart(address, chosen, days.subList(Math.max(0, days.size() - chosen), days.size()));
    }

    Chart chart(String address, int chosen, List<DayTotals> days) {
        var periods = CHOICES.stream()
                .map(choice -> new Period(choice, "Last " + choice + " days", choice == chosen))
                .toList();
        return chart(address, periods, days);
    }

    /** Days that were chosen elsewhere on the page. */
    Chart withoutChoice(List<DayTotals> days) {
        return chart("", List.of(), days);
    }

    private Chart chart(String address, List<Period> periods, List<DayTotals> days) {
        return new Chart(
                "Redemptions",
                address,
                periods,
                summary(days),
                days.stream().map(this::day).toList());
    }

    private Day day(DayTotals day) {
        return new Day(
                day.day().toString(),
                formats.day(day.day()),
                day.totals().redemptions(),
                day.totals().firstOrders());
    }

    /** What the drawing shows, in a sentence for those who do not see it. */
    private String summary(List<DayTotals> days) {
        return days.stream()
                .max(Comparator.comparingLong(day -> day.totals().redemptions()))
                .map(most -> "Redemptions by day from "
                        + formats.date(days.getFirst().day()) + " to "
                        + formats.date(days.getLast().day()) + ": "
                        + formats.count(days.stream()
                                .mapToLong(day -> day.totals().redemptions())
                                .sum())
                        + " in all, most on " + formats.date(most.day()) + " with "
                        + formats.count(most.totals().redemptions()) + ".")
                .orElse("No redemptions.");
    }
}
