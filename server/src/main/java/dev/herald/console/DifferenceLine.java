package dev.herald.console;

import java.util.List;

/**
 * How two campaigns, or two kinds of them, differ by one measure.
 *
 * @param said the difference in words, with how sure it is, or why there is none
 */
public record DifferenceLine(String measure, String first, String second, List<Badge> badges, String said) {

    public DifferenceLine {
        badges = List.copyOf(badges);
    }
}
