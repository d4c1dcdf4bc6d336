package dev.herald.reward;

import dev.herald.access.Brand;
import dev.herald.platform.RequestRefused;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.function.LongSupplier;

/** What may be done with a payout run, and what it posts. */
final class PayoutRules {

    /** From one account to another. */
    record Move(EntryKind kind, Account from, Account to, Instant at) {}

    private PayoutRules() {}

    static long total(List<Owed> owed) {
        return owed.stream().mapToLong(Owed::due).reduce(0, Math::addExact);
    }

    /** Amounts of two currencies cannot be compared, so a run in another one is above any limit. */
    static boolean needsSecond(Brand brand, Currency currency, long total) {
        return brand.payoutLimit() != Brand.NO_PAYOUT_LIMIT
                && (total > brand.payoutLimit() || !currency.equals(brand.look().currency()));
    }

    /** Refuses with 409 what is not possible any more, or not yet. */
    static void require(boolean possible, Payout payout, String what) {
        if (!possible) {
            var why = switch (payout.state()) {
                case AWAITING_APPROVAL -> "waits for approval";
                case APPROVED -> payout.left() > 0 ? "is approved already" : "failed for everybody; cancel it";
                case PAID -> "is paid";
                case CANCELLED -> "is cancelled";
            };
            throw new RequestRefused(409, "payout_state", "It cannot be " + what + ": this run " + why + ".");
        }
    }

    static List<LedgerEntry> entries(Payout payout, List<PayoutItem> items, Move move, LongSupplier ids) {
        return items.stream()
                .map(item -> new LedgerEntry(
                        ids.getAsLong(),
                        item.ambassador(),
                        0,
                        payout.currency().getCurrencyCode(),
                        move.kind(),
                        move.from(),
                        move.to(),
                        item.amount(),
                        0,
                        0,
                        payout.id().value(),
                        0,
                        null,
                        move.at()))
                .toList();
    }
}
