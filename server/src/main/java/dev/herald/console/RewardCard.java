package dev.herald.console;

import java.util.List;

/**
 * What an ambassador has earned.
 *
 * @param balances by currency
 * @param latest entries, the newest first
 * @param statement the address of this month's
 */
public record RewardCard(List<Balance> balances, List<RewardLine> latest, String statement) {

    /** In one currency. */
    public record Balance(String currency, String earned, String held, String due, String paying, String paid) {}

    public RewardCard {
        balances = List.copyOf(balances);
        latest = List.copyOf(latest);
    }
}
