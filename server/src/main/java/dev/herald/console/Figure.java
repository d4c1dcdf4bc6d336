package dev.herald.console;

import java.util.List;

/** One of the large numbers on top of a page, with at most one badge and a line that explains it. */
public record Figure(String label, String value, List<Badge> badges, String explained) {

    private static final int LONGEST = 14;

    public Figure {
        badges = List.copyOf(badges);
    }

    /** Whether the value needs smaller letters to stay on one line. */
    public boolean isLong() {
        return value.length() > LONGEST;
    }
}
