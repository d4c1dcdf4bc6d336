package dev.herald.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.reward.RewardBook.Credited;
import dev.herald.reward.RewardBook.Holder;
import dev.herald.reward.RewardBook.Pot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The laws of the ledger over random histories, carried out in batches that crash and are repeated. */
class RewardHistoriesTest {

    private static final int HISTORIES = Integer.getInteger("herald.rewards.histories", 1_000);

    @Test
    void the_ledger_always_adds_up() {
        for (var seed = 0L; seed < HISTORIES; seed++) {
            try {
                new Played(seed).play();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("History " + seed, e);
            }
        }
    }

    /** What the database would hold. */
    private static final class Played {

        private final RewardHistory history;
        private final SplittableRandom random;
        private final Map<Long, Pot> pots = new HashMap<>();
        private final Map<Holder, Standing> standings = new HashMap<>();
        private final Map<Long, Credited> credited = new HashMap<>();
        private final List<LedgerEntry> entries = new ArrayList<>();
        private Instant now = RewardHistory.BEGIN;
        private Instant maturedTo = Instant.EPOCH;
        private long ids;
        private long payouts;

        Played(long seed) {
            history = RewardHistory.of(seed);
            random = new SplittableRandom(~seed);
        }

        void play() {
            var naive = new NaiveRewards(history.plans());
            var events = history.events();
            var from = 0;
            while (from < events.size()) {
                var to = Math.min(events.size(), from + 1 + random.nextInt(8));
                var batch = events.subList(from, to);
                if (random.nextInt(4) == 0) {
                    // Nothing of it was committed.
                    carryOut(batch);
                }
                save(carryOut(batch));
                batch.forEach(naive::carryOut);
                now = now.plus(Duration.ofHours(random.nextInt(1, 100)));
                if (random.nextBoolean()) {
                    mature();
                }
                if (random.nextInt(3) == 0) {
                    payOut();
                }
                check(naive);
                from = to;
            }
            now = now.plus(Duration.ofDays(1_000));
            mature();
            check(naive);
            for (var ambassador = 1L; ambassador <= RewardHistory.AMBASSADORS; ambassador++) {
                assertThat(balance(ambassador, Account.HELD)).isZero();
            }
        }

        private RewardBook carryOut(List<RewardEvent> batch) {
            var book = new RewardBook(history.plans(), () -> ++ids, now, maturedTo);
            pots.forEach(book::know);
            standings.forEach(book::know);
            for (var event : batch) {
                if (event instanceof RewardEvent.Reversed reversed && credited.containsKey(reversed.redemption())) {
                    book.know(reversed.redemption(), credited.get(reversed.redemption()));
                }
            }
            batch.forEach(book::carryOut);
            return book;
        }

        private void save(RewardBook book) {
            book.changedPots().forEach(one -> pots.put(one, book.pot(one)));
            book.changedStandings().forEach(one -> standings.put(one, book.standing(one)));
            for (var entry : book.entries()) {
                book.credited(entry.redemption()).ifPresent(one -> credited.put(entry.redemption(), one));
                entries.add(entry);
            }
        }

        private void mature() {
            maturedTo = now;
            for (var one : List.copyOf(credited.entrySet())) {
                var earned = entries.stream()
                        .filter(entry -> entry.kind() == EntryKind.EARNED && entry.redemption() == one.getKey())
                        .findFirst()
                        .orElseThrow();
                var known = one.getValue();
                if (known.held() > 0
                        && !Objects.requireNonNull(earned.terms()).dueAt().isAfter(now)) {
                    entries.add(earned.matured(++ids, known.held(), now));
                    credited.put(
                            one.getKey(),
                            new Credited(known.holder(), known.currency(), known.rate(), known.order(), 0));
                }
            }
        }

        /** Everything that is due is paid; sometimes the transfer fails. */
        private void payOut() {
            for (var ambassador = 1L; ambassador <= RewardHistory.AMBASSADORS; ambassador++) {
                var due = balance(ambassador, Account.DUE);
                if (due > 0) {
                    var payout = ++payouts;
                    entries.add(settling(EntryKind.PAYOUT, ambassador, Account.DUE, Account.PAYING, due, payout));
                    entries.add(
                            random.nextInt(4) == 0
                                    ? settling(EntryKind.RETURNED, ambassador, Account.PAYING, Account.DUE, due, payout)
                                    : settling(EntryKind.PAID, ambassador, Account.PAYING, Account.PAID, due, payout));
                }
            }
        }

        private LedgerEntry settling(
                EntryKind kind, long ambassador, Account debit, Account credit, long amount, long payout) {
            return new LedgerEntry(
                    ++ids,
                    new AmbassadorId(ambassador),
                    0,
                    "EUR",
                    kind,
                    debit,
                    credit,
                    amount,
                    0,
                    0,
                    payout,
                    0,
                    null,
                    now);
        }

        private void check(NaiveRewards naive) {
            var causes = new HashSet<List<Object>>();
            var sums = new EnumMap<Account, Long>(Account.class);
            for (var entry : entries) {
                assertThat(entry.redemption() == 0).isNotEqualTo(entry.payout() == 0);
                assertThat(causes.add(List.of(
                                entry.redemption(),
                                entry.reversal(),
                                entry.payout(),
                                entry.ambassador(),
                                entry.kind())))
                        .as("each cause has each effect once")
                        .isTrue();
                sums.merge(entry.debit(), -entry.amount(), Long::sum);
                sums.merge(entry.credit(), entry.amount(), Long::sum);
            }
            assertThat(sums.values().stream().mapToLong(Long::longValue).sum()).isZero();
            for (var ambassador = 1L; ambassador <= RewardHistory.AMBASSADORS; ambassador++) {
                var held = balance(ambassador, Account.HELD);
                var paying = balance(ambassador, Account.PAYING);
                var paid = balance(ambassador, Account.PAID);
                assertThat(held).isNotNegative();
                assertThat(paying).isNotNegative();
                assertThat(held + balance(ambassador, Account.DUE) + paying + paid)
                        .as("what was earned, reckoned from the events alone")
                        .isEqualTo(naive.earned(ambassador));
            }
        }

        private long balance(long ambassador, Account account) {
            var balance = 0L;
            for (var entry : entries) {
                if (entry.ambassador().value() == ambassador) {
                    balance += entry.credit() == account ? entry.amount() : 0;
                    balance -= entry.debit() == account ? entry.amount() : 0;
                }
            }
            return balance;
        }
    }
}
