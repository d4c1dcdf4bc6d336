package dev.herald.console;

import java.util.List;

/**
 * What an ambassador was owed, earned and was paid in a month.
 *
 * @param address where it is
 * @param earlier the month before; "" if nothing can be there
 * @param later the month after; "" if it is not yet
 */
public record StatementPage(
        Shell shell,
        String name,
        String profile,
        String month,
        String address,
        String earlier,
        String later,
        List<Sheet> sheets) {

    /**
     * In one currency.
     *
     * @param lines the newest first
     * @param cut whether there are more than are shown
     */
    public record Sheet(String currency, List<Figure> figures, List<RewardLine> lines, boolean cut) {

        public Sheet {
            figures = List.copyOf(figures);
            lines = List.copyOf(lines);
        }
    }

    public StatementPage {
        sheets = List.copyOf(sheets);
    }
}
