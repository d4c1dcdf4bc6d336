package dev.herald.console;

import java.util.List;

/** Redemptions day by day. The script draws what it reads in the table, so both always say the same. */
public record Chart(String title, String address, List<Period> periods, String summary, List<Day> days) {

    public Chart {
        periods = List.copyOf(periods);
        days = List.copyOf(days);
    }

    public boolean empty() {
        return days.stream().allMatch(day -> day.redemptions() == 0);
    }

    /** A choice of the picker. */
    public record Period(int days, String text, boolean chosen) {}

    /** One row of the table and one point of each line. */
    public record Day(String date, String label, long redemptions, long newCustomers) {}
}
