package dev.herald.reward;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What somebody was owed, earned and was paid in a month, in one currency; minor units. Owed is all that was earned and is
 * not paid yet, whether it is held, due or in a payout.
 *
 * @param opening owed when the month began
 * @param takenBack because orders were sent back
 * @param paid less what did not arrive
 * @param entries the oldest first
 */
public record Statement(
        String currency, long opening, long earned, long takenBack, long paid, List<LedgerEntry> entries) {

    private static final Set<Account> OWED = EnumSet.of(Account.HELD, Account.DUE, Account.PAYING);

    public Statement {
        entries = List.copyOf(entries);
    }

    /** Owed when the month ended, or now. */
    public long closing() {
        return opening + earned - takenBack - paid;
    }

    /** The entries that moved something: one of nothing only records that its event was carried out. */
    public List<LedgerEntry> moves() {
        return entries.stream().filter(LedgerEntry::movesAnything).toList();
    }

    /** By how much an entry changes what is owed. */
    public static long change(LedgerEntry one) {
        return (OWED.contains(one.credit()) ? one.amount() : 0) - (OWED.contains(one.debit()) ? one.amount() : 0);
    }

    /**
     * @param opening by currency
     * @param entries of the month, the oldest first
     */
    static List<Statement> of(Map<String, Long> opening, List<LedgerEntry> entries) {
        var statements = new ArrayList<Statement>();
        opening.forEach((currency, owed) -> {
            var own = entries.stream()
                    .filter(one -> one.currency().equals(currency))
                    .toList();
            var earned = 0L;
            var takenBack = 0L;
            var paid = 0L;
            for (var one : own) {
                var change = change(one);
                switch (one.kind()) {
                    case EARNED, TIER, MILESTONE, PRIZE, ESTIMATED -> earned += change;
                    case REVERSED, CLAWBACK -> takenBack -= change;
                    case MATURED, PAYOUT, PAID, RETURNED -> paid -= change;
                }
            }
            statements.add(new Statement(currency, owed, earned, takenBack, paid, own));
        });
        return statements;
    }
}
