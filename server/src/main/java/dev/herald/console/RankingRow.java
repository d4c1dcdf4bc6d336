package dev.herald.console;

import java.util.List;

/**
 * One ambassador in a ranking, every number already written out.
 *
 * @param place such as #3
 * @param places between which the place is likely to be
 */
public record RankingRow(
        String place,
        String name,
        String initials,
        String detail,
        List<String> codes,
        String redemptions,
        String revenue,
        String discount,
        Share newCustomers,
        Span rate,
        Badge verdict,
        String places) {

    public RankingRow {
        codes = List.copyOf(codes);
    }

    /** A share of one as a bar. */
    public record Share(int percent, String text) {}

    /** An estimate between its bounds: text, and the places on a scale of 0 to 100 that all rows have in common. */
    public record Span(String estimate, String bounds, double from, double at, double to) {

        public double width() {
            return to - from;
        }
    }
}
