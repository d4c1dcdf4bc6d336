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
 * @param draws whom and what it brings more of than the others, so that there is something to find out
 */
record DemoSetting(
        String name,
        String slug,
        Objective objective,
        Strategy strategy,
        int percent,
        int firstDay,
        int lastDay,
        Draw draws) {

    /** An age band and a category; "" for none in particular. */
    record Draw(String ageBand, String category) {

        static final Draw NOTHING = new Draw("", "");
    }

    /** Two past ones, one with a code for all and one with personal codes, and one running. */
    static final List<DemoSetting> ALL = List.of(
            new DemoSetting("Run your city", "ryc", Objective.AWARENESS, Strategy.BLANKET, 20, -89, -62, Draw.NOTHING),
            new DemoSetting("Back on track", "bot", Objective.LOYALTY, Strategy.PERSONAL, 15, -59, -32, Draw.NOTHING),
            new DemoSetting(
                    "Personal best",
                    "pb",
                    Objective.FIND_TOP_AMBASSADORS,
                    Strategy.PERSONAL,
                    20,
                    -28,
                    14,
                    new Draw("18-24", "shoes")));

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
