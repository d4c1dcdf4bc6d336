package dev.herald.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who drives sales, with what is known about how sure that is.
 *
 * @param emptyText what to say when there is no row
 * @param top what the last column says of everybody: in the top tenth, or not
 * @param choices absent where nothing can be chosen
 */
public record Ranking(
        String title,
        String explained,
        List<RankingRow> rows,
        String emptyText,
        String top,
        @Nullable Choices choices) {

    public Ranking {
        rows = List.copyOf(rows);
    }

    /**
     * What else can be looked at.
     *
     * @param top how many count as the top
     * @param all how many there are in all, if more than the rows; else empty
     * @param allAddress where all of them are
     */
    public record Choices(
            List<Board> boards, String address, String board, String top, String file, String all, String allAddress) {

        public Choices {
            boards = List.copyOf(boards);
        }
    }

    /** A ranking by something else, behind a link. */
    public record Board(String text, String address, boolean chosen) {}
}
