package dev.herald.console;

import java.util.List;

/** Who drives sales, with what is known about how sure that is. */
public record Ranking(String title, String explained, List<RankingRow> rows, String emptyText) {

    public Ranking {
        rows = List.copyOf(rows);
    }
}
