package dev.herald.reward;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where somebody's rewards in a currency are; minor units.
 *
 * @param held earned, within the time for returns
 * @param due owed; below zero where more was paid than stood in the end
 * @param paying in a payout that is under way
 */
public record Balances(String currency, long held, long due, long paying, long paid) {

    /** All that was earned and not taken back. */
    public long earned() {
        return held + due + paying + paid;
    }

    /** In the order of currencies. */
    static List<Balances> of(List<EntryStore.Balance> accounts) {
        var byCurrency = new TreeMap<String, Map<Account, Long>>();
        for (var account : accounts) {
            byCurrency
                    .computeIfAbsent(account.currency(), _ -> new EnumMap<>(Account.class))
                    .put(account.account(), account.balance());
        }
        var balances = new ArrayList<Balances>();
        byCurrency.forEach((currency, by) -> balances.add(new Balances(
                currency,
                by.getOrDefault(Account.HELD, 0L),
                by.getOrDefault(Account.DUE, 0L),
                by.getOrDefault(Account.PAYING, 0L),
                by.getOrDefault(Account.PAID, 0L))));
        return balances;
    }
}
