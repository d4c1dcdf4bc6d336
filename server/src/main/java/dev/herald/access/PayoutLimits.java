package dev.herald.access;

import dev.herald.platform.Database;
import dev.herald.platform.Ids;
import dev.herald.platform.RequestRefused;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * From where on a second person approves payouts. One alone may lower the limit; raising it takes two where there are two,
 * because whoever could lift it alone would need nobody's approval.
 */
public final class PayoutLimits {

    private final Database db;
    private final Ids ids;
    private final InstantSource clock;
    private final Access access;

    public PayoutLimits(Database db, Ids ids, InstantSource clock, Access access) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
        this.access = access;
    }

    /**
     * A higher limit that somebody asked for.
     *
     * @param limit minor units of the brand's usual currency, or {@link Brand#NO_PAYOUT_LIMIT}
     */
    public record Wish(Id id, long limit, Person.Id by, Instant at) {

        /** Shown with the prefix {@code wish_}: whoever agrees says to what. */
        public record Id(long value) {

            public static final String PREFIX = "wish_";

            @Override
            public String toString() {
                return Ids.format(PREFIX, value);
            }
        }
    }

    /** The wish that waits for somebody's agreement. */
    public Optional<Wish> open(BrandId brand) {
        return db.inBrand(brand.value(), tx -> new PayoutLimitStore(tx, brand).open());
    }

    /** Sets a limit that is not higher than before; 403 for any other. */
    public Brand lower(BrandId brand, long limit) {
        return inTurn(brand, tx -> {
            if (limit > limit(tx, brand)) {
                throw new RequestRefused(
                        403,
                        "person_required",
                        "A key may lower the payout limit, not raise or remove it. Somebody who is signed in asks for that"
                                + " under Settings, and somebody else agrees.");
            }
            set(tx, brand, limit);
            return new AccessStore(tx).brand(brand).orElseThrow();
        });
    }

    /** Sets a limit for somebody of the brand; false if it is higher and waits until somebody else agrees. */
    public boolean ask(BrandId brand, Person.Id by, long limit) {
        return inTurn(brand, tx -> {
            var alone = new PeopleStore(tx).present(brand).size() == 1;
            if (alone || limit <= limit(tx, brand)) {
                set(tx, brand, limit);
                return true;
            }
            var store = new PayoutLimitStore(tx, brand);
            store.end(clock.instant());
            store.add(new Wish(new Wish.Id(ids.next()), limit, by, clock.instant()));
            return false;
        });
    }

    /** Has a wish come true; only for somebody else than whoever has it. */
    public void agree(BrandId brand, Wish.Id id, Person.Id by) {
        inTurn(brand, tx -> {
            var wish = require(tx, brand, id);
            if (wish.by().equals(by)) {
                throw new RequestRefused(403, "own_wish", "You asked for this limit: somebody else has to agree.");
            }
            var store = new PayoutLimitStore(tx, brand);
            store.agree(id, by, clock.instant());
            store.set(wish.limit());
            return wish;
        });
    }

    public void withdraw(BrandId brand, Wish.Id id) {
        inTurn(brand, tx -> {
            var wish = require(tx, brand, id);
            new PayoutLimitStore(tx, brand).end(clock.instant());
            return wish;
        });
    }

    /** Nobody comes, goes or sets the limit meanwhile. */
    private <T> T inTurn(BrandId brand, Function<Handle, T> work) {
        return db.inBrand(brand.value(), tx -> {
            new PeopleStore(tx).lock(brand);
            Database.afterCommit(access::forgetKeys);
            return work.apply(tx);
        });
    }

    private static long limit(Handle tx, BrandId brand) {
        return new AccessStore(tx).brand(brand).orElseThrow().payoutLimit();
    }

    /** The same limit again leaves an open wish alone: whoever changes something else in a form did not mean it. */
    private void set(Handle tx, BrandId brand, long limit) {
        if (limit != limit(tx, brand)) {
            var store = new PayoutLimitStore(tx, brand);
            store.end(clock.instant());
            store.set(limit);
        }
    }

    private static Wish require(Handle tx, BrandId brand, Wish.Id id) {
        return new PayoutLimitStore(tx, brand)
                .open()
                .filter(wish -> wish.id().equals(id))
                .orElseThrow(() -> new RequestRefused(
                        409, "wish_gone", "This wish is not open any more. Look at the settings again."));
    }
}
