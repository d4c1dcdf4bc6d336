package dev.herald.console;

import dev.herald.web.Form;
import java.util.List;

/**
 * What an estimate pays, before the brand says so and after.
 *
 * @param creditAddress of the page with the estimate
 * @param address of the page
 * @param told what was just done; "" if nothing
 * @param says what it pays, a sentence each
 * @param more how many rows there are beyond those shown; "" if none
 * @param button what paying is called; "" if it cannot be paid
 * @param form why it was refused
 */
public record CreditPayPage(
        Shell shell,
        String creditAddress,
        String address,
        String told,
        List<String> says,
        List<Row> rows,
        String more,
        String button,
        Form form) {

    /** One ambassador's part. */
    public record Row(String name, String address, String credited, String byLink, String amount) {}

    public CreditPayPage {
        says = List.copyOf(says);
        rows = List.copyOf(rows);
    }
}
