package dev.herald.bench.faults;

import dev.herald.bench.faults.Found.Row;
import dev.herald.bench.faults.Found.Undone;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether each order is credited once, with its share of what the buyer paid and less what was sent back: the ledger is
 * the redemptions less the reversals. Pure, and reckoned order by order.
 */
final class LedgerRules {

    /** What the market's campaigns promise, in percent of what the buyer paid. */
    static final long PERCENT = 10;

    /**
     * What the ledger has of a redemption that is to be credited.
     *
     * @param credits entries that say it earned something
     * @param amount what its entries come to
     */
    record Posted(String redemption, long credits, long amount) {}

    private LedgerRules() {}

    /** @param posted of all redemptions in campaigns that promise a reward, also those without entries */
    static List<String> faults(List<Row> rows, List<Undone> reversals, List<Posted> posted) {
        var faults = new ArrayList<String>();
        var byId = rows.stream().collect(Collectors.toMap(Row::id, row -> row));
        var undone = reversals.stream().collect(Collectors.groupingBy(Undone::redemption));
        for (var one : posted) {
            if (one.credits() != 1) {
                faults.add("credited " + one.credits() + " times: " + one);
            }
            var row = byId.get(one.redemption());
            if (row == null) {
                faults.add("credited and never redeemed: " + one);
            } else if (one.amount() != earned(row, undone.getOrDefault(row.id(), List.of()))) {
                faults.add("earned " + earned(row, undone.getOrDefault(row.id(), List.of())) + " by its order: " + one);
            }
        }
        return faults;
    }

    private static long earned(Row row, List<Undone> undone) {
        if (undone.stream().anyMatch(Undone::complete)) {
            return 0;
        }
        var left = row.amount() - undone.stream().mapToLong(Undone::amount).sum();
        var net = halfUp((row.amount() - row.discount()) * left, row.amount());
        return halfUp(net * PERCENT, 100);
    }

    private static long halfUp(long numerator, long denominator) {
        return (2 * numerator + denominator) / (2 * denominator);
    }
}
