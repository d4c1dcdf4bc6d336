package dev.herald.portal;

import java.util.List;

/**
 * What an ambassador earned and got in a month.
 *
 * @param back the page it belongs to
 * @param earlier the month before; "" if nothing can be there
 * @param later the month after; "" if it is not yet
 */
public record StatementPage(
        Around around, String back, String month, String earlier, String later, List<Sheet> sheets) {

    public StatementPage {
        sheets = List.copyOf(sheets);
    }

    /** In one currency. */
    public record Sheet(List<AmbassadorPage.Figure> sums, List<Entry> entries, boolean cut) {

        public Sheet {
            sums = List.copyOf(sums);
            entries = List.copyOf(entries);
        }
    }

    /** A line; the amount is "" where what is owed stays the same. */
    public record Entry(String date, String said, String amount) {}
}
