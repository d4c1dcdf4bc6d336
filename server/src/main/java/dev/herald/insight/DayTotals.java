package dev.herald.insight;

import java.time.LocalDate;

/** What orders placed on one day, in the brand's time zone, brought. */
public record DayTotals(LocalDate day, Totals totals) {}
