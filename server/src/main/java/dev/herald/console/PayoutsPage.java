package dev.herald.console;

import dev.herald.web.Option;
import java.util.List;

/**
 * What ambassadors earned, whom something is owed, and the runs that pay it.
 *
 * @param currencies those in which something was earned; of several one is chosen
 * @param currency the one that is shown
 * @param owedNext the address that goes on with those whom less is owed; "" on the last page
 * @param runsNext the address that goes on with older runs; "" on the last page
 */
public record PayoutsPage(
        Shell shell,
        List<Option> currencies,
        String currency,
        List<Figure> figures,
        List<Creditor> owed,
        String owedNext,
        List<PayoutLine> runs,
        String runsNext) {

    /** Somebody whom something is owed. */
    public record Creditor(String name, String address, String amount) {}

    public PayoutsPage {
        currencies = List.copyOf(currencies);
        figures = List.copyOf(figures);
        owed = List.copyOf(owed);
        runs = List.copyOf(runs);
    }
}
