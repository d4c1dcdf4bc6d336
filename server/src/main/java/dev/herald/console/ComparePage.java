package dev.herald.console;

import dev.herald.web.Form;
import dev.herald.web.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two campaigns to choose, and beside each other once they are chosen.
 *
 * @param choices campaigns to choose from
 */
public record ComparePage(
        Shell shell,
        Form form,
        List<Option> choices,
        @Nullable Compared compared) {

    public ComparePage {
        choices = List.copyOf(choices);
    }

    /**
     * Both campaigns.
     *
     * @param file where the numbers are as a file
     * @param summary what the drawing shows, in a sentence
     * @param days since the first redemption of each
     */
    public record Compared(
            Side first, Side second, List<DifferenceLine> lines, String file, String summary, List<Day> days) {

        public Compared {
            lines = List.copyOf(lines);
            days = List.copyOf(days);
        }
    }

    /** One of both. */
    public record Side(String name, String address, String strategy, String redemptions, String members) {}

    /** One row of the table and one point of each line; empty where a campaign has not come so far. */
    public record Day(String number, String first, String second) {}
}
