package dev.herald.console;

import java.util.List;

/**
 * Who drives sales, with what is known about how sure that is.
 *
 * @param emptyText what to say when there is no row
 * @param all how many there are in all, if more than the rows; else empty
 */
public record Ranking(String title, String explained, List<RankingRow> rows, String emptyText, String all) {

    public Ranking {
        rows = List.copyOf(rows);
    }

    Ranking of(String number) {
        return new Ranking(title, explained, rows, emptyText, number);
    }
}
