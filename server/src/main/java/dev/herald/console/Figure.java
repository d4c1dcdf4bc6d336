package dev.herald.console;

import java.util.List;

/** One of the large numbers on top of a page, with at most one badge and a line that explains it. */
public record Figure(String label, String value, List<Badge> badges, String explained) {

    public Figure {
        badges = List.copyOf(badges);
    }
}
