package dev.herald.reward;

import dev.herald.access.Access;
import dev.herald.access.Brand;
import dev.herald.access.BrandId;
import dev.herald.access.Person;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.money.Money;
import dev.herald.platform.Database;
import dev.herald.platform.Ids;
import dev.herald.platform.Page;
import dev.herald.platform.RequestRefused;
import dev.herald.redemption.Events;
import dev.herald.reward.Payout.Failed;
import dev.herald.reward.Payout.State;
import dev.herald.reward.Payout.Step;
import dev.herald.reward.PayoutItem.Failure;
import dev.herald.reward.PayoutRules.Move;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Payout runs: who is to be paid, approved by a second person, paid, failed. Each step and its entries are one transaction,
 * in which nobody else posts anything of the brand.
 */
public final class Payouts {

    private final Database db;
    private final Access access;
    private final RewardJob job;
    private final Ids ids;
    private final InstantSource clock;

    public Payouts(Database db, Access access, RewardJob job, Ids ids, InstantSource clock) {
        this.db = db;
        this.access = access;
        this.job = job;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Who would be paid.
     *
     * @param total minor units
     * @param all whom most is owed first
     * @param needsSecond whether somebody else would have to approve it
     */
    public record Preview(long total, List<Owed> all, boolean needsSecond) {

        public Preview {
            all = List.copyOf(all);
        }
    }

    public Preview preview(BrandId brand, PayoutWish wish) {
        job.catchUp(brand);
        return db.inBrand(brand.value(), tx -> {
            var owed = new OwedStore(tx, brand).all(wish);
            var total = PayoutRules.total(owed);
            return new Preview(total, owed, PayoutRules.needsSecond(brand(brand), wish.currency(), total));
        });
    }

    /** Takes everybody whom enough is due into a run; 409 if there is nobody. */
    public Payout make(BrandId brand, PayoutWish wish, Actor by) {
        return db.inBrand(brand.value(), tx -> {
            // Whoever is further behind than this is paid less now, never more.
            job.takeAll(tx, brand);
            var owed = new OwedStore(tx, brand).all(wish);
            if (owed.isEmpty()) {
                throw new RequestRefused(
                        409,
                        "nothing_due",
                        "Nobody is owed "
                                + new Money(wish.minimum(), wish.currency()).plain()
                                + " or more just now. What is held becomes due when the time for returns is over.");
            }
            var payout = begun(brand(brand), wish, owed, by);
            new PayoutStore(tx, brand).add(payout, owed);
            post(
                    tx,
                    brand,
                    payout,
                    owed.stream()
                            .map(one -> new PayoutItem(one.ambassador(), one.due(), null))
                            .toList(),
                    new Move(
                            EntryKind.PAYOUT,
                            Account.DUE,
                            Account.PAYING,
                            payout.made().at()));
            tell(tx, brand, "payout_created", payout.id());
            if (payout.state() == State.APPROVED) {
                tell(tx, brand, "payout_approved", payout.id());
            }
            return payout;
        });
    }

    private Payout begun(Brand brand, PayoutWish wish, List<Owed> owed, Actor by) {
        var at = now();
        var total = PayoutRules.total(owed);
        var needsSecond = PayoutRules.needsSecond(brand, wish.currency(), total);
        return new Payout(
                new PayoutId(ids.next()),
                wish.currency(),
                wish.minimum(),
                total,
                owed.size(),
                Failed.NONE,
                needsSecond ? State.AWAITING_APPROVAL : State.APPROVED,
                needsSecond,
                new Step(by, at),
                needsSecond ? null : new Step(null, at),
                null,
                "");
    }

    /** Only by somebody else than its maker; never by a key, which is nobody in particular. */
    public Payout approve(BrandId brand, PayoutId id, Person.Id person) {
        var by = Actor.of(person);
        return db.inBrand(brand.value(), tx -> {
            var store = new PayoutStore(tx, brand);
            var payout = store.lock(id).orElseThrow(Payouts::unknown);
            PayoutRules.require(payout.state() == State.AWAITING_APPROVAL, payout, "approved");
            if (by.equals(payout.made().by())) {
                throw new RequestRefused(
                        403,
                        "own_payout",
                        "This run is above the limit: somebody else than its maker has to approve it.");
            }
            store.approve(id, new Step(by, now()));
            tell(tx, brand, "payout_approved", id);
            return store.find(id).orElseThrow();
        });
    }

    /** What was in it is due again. */
    public Payout cancel(BrandId brand, PayoutId id, Actor by) {
        return closed(brand, id, State.CANCELLED, by, null);
    }

    /** @param reference what the brand's bank calls it, 1 to 200 characters */
    public Payout paid(BrandId brand, PayoutId id, String reference, Actor by) {
        return closed(brand, id, State.PAID, by, reference);
    }

    private Payout closed(BrandId brand, PayoutId id, State state, Actor by, @Nullable String reference) {
        return db.inBrand(brand.value(), tx -> {
            new RewardStore(tx, brand).lock();
            var store = new PayoutStore(tx, brand);
            var payout = store.lock(id).orElseThrow(Payouts::unknown);
            var paid = state == State.PAID;
            PayoutRules.require(
                    paid ? payout.state() == State.APPROVED && payout.left() > 0 : payout.canBeCancelled(),
                    payout,
                    paid ? "marked paid" : "cancelled");
            var step = new Step(by, now());
            store.close(id, state, step, reference);
            post(
                    tx,
                    brand,
                    payout,
                    standing(store, id),
                    paid
                            ? new Move(EntryKind.PAID, Account.PAYING, Account.PAID, step.at())
                            : new Move(EntryKind.RETURNED, Account.PAYING, Account.DUE, step.at()));
            tell(tx, brand, paid ? "payout_paid" : "payout_cancelled", id);
            return store.find(id).orElseThrow();
        });
    }

    /** One payment did not arrive, also when that is learnt after the run was paid: it is due again. */
    public Payout failed(BrandId brand, PayoutId id, AmbassadorId ambassador, String reason, Actor by) {
        return db.inBrand(brand.value(), tx -> {
            new RewardStore(tx, brand).lock();
            var store = new PayoutStore(tx, brand);
            var payout = store.lock(id).orElseThrow(Payouts::unknown);
            var item = store.item(id, ambassador).orElseThrow(() -> RequestRefused.notFound("item of this payout"));
            PayoutRules.require(payout.canFail(), payout, "told to have failed");
            if (item.failure() != null) {
                throw new RequestRefused(409, "payout_state", "This payment was told to have failed already.");
            }
            var failure = new Failure(by, now(), reason);
            store.fail(id, item, failure);
            post(
                    tx,
                    brand,
                    payout,
                    List.of(item),
                    new Move(EntryKind.RETURNED, payout.account(), Account.DUE, failure.at()));
            tell(tx, brand, "payout_returned", id);
            return store.find(id).orElseThrow();
        });
    }

    /** The run, or a 404. */
    public Payout get(BrandId brand, PayoutId id) {
        return db.inBrand(brand.value(), tx -> new PayoutStore(tx, brand).find(id))
                .orElseThrow(Payouts::unknown);
    }

    /** Newest first. */
    public List<Payout> list(BrandId brand, Optional<State> state, Page page) {
        return db.inBrand(brand.value(), tx -> {
            var store = new PayoutStore(tx, brand);
            return state.isPresent() ? store.list(state.get(), page) : store.list(page);
        });
    }

    public List<PayoutItem> items(BrandId brand, PayoutId id, Page page) {
        return db.inBrand(brand.value(), tx -> new PayoutStore(tx, brand).items(id, page));
    }

    /** What one ambassador gets in a run, or a 404. */
    public PayoutItem item(BrandId brand, PayoutId id, AmbassadorId ambassador) {
        return db.inBrand(brand.value(), tx -> new PayoutStore(tx, brand).item(id, ambassador))
                .orElseThrow(() -> RequestRefused.notFound("item of this payout"));
    }

    /**
     * Some of those whom something is due, whom most is owed first; one more than asked for if there are more.
     *
     * @param after the last of those before, or none
     */
    public List<Owed> owed(BrandId brand, Currency currency, List<AmbassadorId> after, Page page) {
        job.catchUp(brand);
        return db.inBrand(
                brand.value(), tx -> new OwedStore(tx, brand).some(currency.getCurrencyCode(), after, page.fetch()));
    }

    private static List<PayoutItem> standing(PayoutStore store, PayoutId id) {
        return store.items(id, new Page(Integer.MAX_VALUE - 1, Long.MAX_VALUE)).stream()
                .filter(one -> one.failure() == null)
                .toList();
    }

    private void post(Handle tx, BrandId brand, Payout payout, List<PayoutItem> items, Move move) {
        new EntryStore(tx, brand).add(PayoutRules.entries(payout, items, move, ids::next));
    }

    private void tell(Handle tx, BrandId brand, String kind, PayoutId id) {
        Events.tell(tx, brand, ids.next(), kind, id.value());
    }

    private Brand brand(BrandId id) {
        return access.brand(id).orElseThrow();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static RequestRefused unknown() {
        return RequestRefused.notFound("payout");
    }
}
