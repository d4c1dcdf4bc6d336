package dev.herald.planner;

import dev.herald.campaign.Objective;
import dev.herald.campaign.Strategy;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * How one campaign of the demo brand is set up.
 *
 * @param slug begins its order references
 * @param percent off each order
 * @param firstDay days from today; the past is below zero
 */
record DemoSetting(
        String name, String slug, Objective objective, Strategy strategy, int percent, int firstDay, int lastDay) {

    /** Two past ones, one with a code for all and one with personal codes, and one running. */
    static final List<DemoSetting> ALL = List.of(
            new DemoSetting("Run your city", "ryc", Objective.AWARENESS, Strategy.BLANKET, 20, -89, -62),
            new DemoSetting("Back on track", "bot", Objective.LOYALTY, Strategy.PERSONAL, 15, -59, -32),
            new DemoSetting("Personal best", "pb", Objective.FIND_TOP_AMBASSADORS, Strategy.PERSONAL, 20, -28, 14));

    Instant startsAt(Instant now) {
        return now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(firstDay));
    }

    Instant endsAt(Instant now) {
        return now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(lastDay + 1L));
    }

    boolean isPast() {
        return lastDay < 0;
    }
}
