package dev.herald.console;

import dev.herald.console.RedemptionPage.Fact;
import dev.herald.web.Form;
import java.util.List;

/**
 * One payout run.
 *
 * @param facts who did what with it, and when
 * @param next the address that goes on with the people in it; "" on the last page
 * @param acts what can be done with it now
 * @param told what was done just now; "" if nothing
 */
public record PayoutPage(
        Shell shell,
        PayoutLine line,
        List<Fact> facts,
        List<Item> items,
        String next,
        Acts acts,
        Form form,
        String told) {

    /**
     * What one ambassador gets.
     *
     * @param reason why it failed; "" if it did not, or nobody told
     * @param failAddress where to tell that it failed; "" where that makes no sense
     */
    public record Item(String name, String address, String amount, Badge state, String reason, String failAddress) {}

    /**
     * What whoever looks at the page can do.
     *
     * @param waits whether it waits for approval
     * @param approve whether he may approve it: he did not make it
     */
    public record Acts(boolean waits, boolean approve, boolean pay, boolean cancel) {}

    /** Asks before somebody's payment is told to have failed. */
    public record Fail(Shell shell, PayoutLine line, String name, String amount, String address, Form form) {}

    public PayoutPage {
        facts = List.copyOf(facts);
        items = List.copyOf(items);
    }
}
