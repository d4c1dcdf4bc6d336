package dev.herald.console;

import dev.herald.console.PayoutsPage.Creditor;
import dev.herald.web.Form;
import dev.herald.web.Option;
import java.util.List;

/**
 * The form that makes a payout run, with who would be in it.
 *
 * @param token makes sending the form twice the same as once
 * @param total of all who would be in it; "" if nobody would
 * @param people how many they are, in words
 * @param first some of them, whom most is owed first
 * @param others how many more, in words; "" if none
 */
public record NewPayoutPage(
        Shell shell,
        Form form,
        List<Option> currencies,
        String token,
        String total,
        String people,
        List<Creditor> first,
        String others,
        boolean needsSecond) {

    public NewPayoutPage {
        currencies = List.copyOf(currencies);
        first = List.copyOf(first);
    }
}
