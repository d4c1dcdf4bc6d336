package dev.herald.app;

import dev.herald.access.Access;
import dev.herald.platform.Database;
import dev.herald.platform.NodeLease;
import dev.herald.reward.LedgerAudit;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code herald ledger}: reckons all rewards once more and says whether they add up. */
@Command(
        name = "ledger",
        description = "Reckons all rewards once more from what happened, and says whether the ledger adds up;"
                + " also while Herald runs on the same database.",
        mixinStandardHelpOptions = true)
final class LedgerCommand implements Callable<Integer> {

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Override
    public Integer call() {
        try (var opened = Opened.closedAtExit()) {
            var db = opened.add(Database.open(database.existing(opened).address(), 2));
            var ids = opened.add(NodeLease.take(db)).ids();
            var faults = 0;
            for (var brand : new Access(db, ids, InstantSource.system()).brands()) {
                var found = new LedgerAudit(db).of(brand);
                System.out.println(String.format(
                        Locale.ROOT,
                        "%s: %,d redemptions credited, %,d entries, %s",
                        brand,
                        found.credited(),
                        found.entries(),
                        found.faults().isEmpty() ? "all add up" : "do not add up:"));
                found.faults().forEach(fault -> System.out.println("  " + fault));
                faults += found.faults().size();
            }
            return faults == 0 ? 0 : 1;
        }
    }
}
