package dev.herald.reward;

import dev.herald.access.BrandId;
import dev.herald.platform.Database;
import dev.herald.reward.RewardBook.Holder;
import dev.herald.reward.RewardBook.Pot;
import dev.herald.reward.RewardStore.Cursor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Reckons a brand's rewards once more from the first event on, and compares: what each has earned, how far each has come,
 * and whether every balance is the sum of its entries. Nothing is posted meanwhile.
 */
public final class LedgerAudit {

    private static final int BATCH = 10_000;
    private static final int MOST_FAULTS = 20;

    /**
     * What was found.
     *
     * @param credited redemptions that were credited under a plan
     * @param faults sentences; none if all adds up
     */
    public record Found(long credited, long entries, List<String> faults) {

        public Found {
            faults = List.copyOf(faults);
        }
    }

    private final Database db;

    public LedgerAudit(Database db) {
        this.db = db;
    }

    public Found of(BrandId brand) {
        return db.inBrand(brand.value(), tx -> new Run(tx, brand).compare());
    }

    /** One brand's, in one transaction. */
    private static final class Run {

        private final Handle tx;
        private final BrandId brand;
        private final AuditStore audit;
        private final List<String> faults = new ArrayList<>();
        private final Map<AuditStore.Owner, Long> earned = new HashMap<>();
        private final Map<Holder, Standing> standings = new HashMap<>();
        private long credited;
        private long ids;

        Run(Handle tx, BrandId brand) {
            this.tx = tx;
            this.brand = brand;
            this.audit = new AuditStore(tx, brand);
        }

        Found compare() {
            var store = new RewardStore(tx, brand);
            store.lock();
            reckon(store.cursor());
            audit.granted().forEach((owner, amount) -> earned.merge(owner, amount, Long::sum));
            compareEarned();
            compareStandings();
            audit.unbalanced().forEach(this::fault);
            audit.uneven().forEach(this::fault);
            var posted = audit.credited();
            if (posted != credited) {
                fault(credited + " redemptions are to be credited, and " + posted + " are.");
            }
            return new Found(credited, audit.entries(), faults);
        }

        private void reckon(Cursor until) {
            var plans = audit.plans();
            var undone = audit.undone();
            var pots = new HashMap<Long, Pot>(audit.firstPots());
            var kept = new HashMap<Long, RewardBook.Credited>();
            var from = new Cursor("0", 0, Instant.EPOCH, 0);
            while (true) {
                var events = new RewardEventStore(tx, brand).next(from, BATCH);
                var book = new RewardBook(plans, () -> ++ids, Instant.EPOCH, Instant.EPOCH);
                pots.forEach(book::know);
                standings.forEach(book::know);
                kept.forEach(book::know);
                for (var event : events) {
                    if (isAfter(event, until)) {
                        break;
                    }
                    book.carryOut(event.what());
                    from = new Cursor(event.xid(), event.event(), Instant.EPOCH, 0);
                }
                book.changedPots().forEach(one -> pots.put(one, book.pot(one)));
                book.changedStandings().forEach(one -> standings.put(one, book.standing(one)));
                add(book, undone, kept);
                if (events.size() < BATCH || isAfter(events.getLast(), until)) {
                    return;
                }
            }
        }

        private static boolean isAfter(RewardEventStore.Placed event, Cursor cursor) {
            var xids = Long.compareUnsigned(Long.parseUnsignedLong(event.xid()), Long.parseUnsignedLong(cursor.xid()));
            return xids > 0 || (xids == 0 && event.event() > cursor.event());
        }

        /** Of what was credited, only what was undone some time is looked at again. */
        private void add(RewardBook book, Set<Long> undone, Map<Long, RewardBook.Credited> kept) {
            for (var entry : book.entries()) {
                var owner = new AuditStore.Owner(entry.ambassador().value(), entry.currency());
                earned.merge(owner, entry.credit() == Account.COST ? -entry.amount() : entry.amount(), Long::sum);
                if (entry.kind() == EntryKind.EARNED) {
                    credited++;
                }
                if (undone.contains(entry.redemption())) {
                    book.credited(entry.redemption()).ifPresent(one -> kept.put(entry.redemption(), one));
                }
            }
        }

        private void compareEarned() {
            var told = audit.earned();
            var owners = new HashSet<>(told.keySet());
            owners.addAll(earned.keySet());
            for (var owner : owners) {
                var byEvents = earned.getOrDefault(owner, 0L);
                var byAccounts = told.getOrDefault(owner, 0L);
                if (!Objects.equals(byEvents, byAccounts)) {
                    fault(owner + " has earned " + byEvents + " by the events and " + byAccounts + " by the accounts.");
                }
            }
        }

        private void compareStandings() {
            var stored = audit.standings();
            if (!stored.equals(standings)) {
                var all = new HashSet<>(stored.keySet());
                all.addAll(standings.keySet());
                all.stream()
                        .filter(one -> !Objects.equals(stored.get(one), standings.get(one)))
                        .forEach(one -> fault(one + " stands at " + standings.get(one) + " by the events and at "
                                + stored.get(one) + " by what is stored."));
            }
        }

        private void fault(String sentence) {
            if (faults.size() < MOST_FAULTS) {
                faults.add(sentence);
            }
        }
    }
}
