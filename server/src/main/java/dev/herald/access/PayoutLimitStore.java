package dev.herald.access;

import dev.herald.access.PayoutLimits.Wish;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The SQL of one brand's payout limit, and of the wishes for a higher one. */
final class PayoutLimitStore {

    private final Handle tx;
    private final BrandId brand;

    PayoutLimitStore(Handle tx, BrandId brand) {
        this.tx = tx;
        this.brand = brand;
    }

    void set(long limit) {
        tx.createUpdate("""
                        update brand
                           set payout_limit = :limit
                         where brand_id = :brand
                        """)
                .bind("brand", brand.value())
                .bind("limit", stored(limit))
                .execute();
    }

    /** Amounts of two currencies cannot be compared: a wish in a former usual currency is past. */
    Optional<Wish> open() {
        return tx.createQuery("""
                        select wish_id, wanted, asked_by, asked_at
                          from payout_limit_wish
                          join brand using (brand_id, currency)
                         where brand_id = :brand
                           and ended_at is null
                        """)
                .bind("brand", brand.value())
                .map(row -> new Wish(
                        new Wish.Id(row.getColumn("wish_id", Long.class)),
                        Objects.requireNonNullElse(row.getColumn("wanted", Long.class), Brand.NO_PAYOUT_LIMIT),
                        new Person.Id(row.getColumn("asked_by", Long.class)),
                        row.getColumn("asked_at", Instant.class)))
                .findOne();
    }

    void add(Wish wish) {
        tx.createUpdate("""
                        insert into payout_limit_wish (brand_id, wish_id, wanted, currency, asked_by, asked_at)
                        select brand_id, :id, :wanted, currency, :by, :at
                          from brand
                         where brand_id = :brand
                        """)
                .bind("brand", brand.value())
                .bind("id", wish.id().value())
                .bind("wanted", stored(wish.limit()))
                .bind("by", wish.by().value())
                .bind("at", wish.at())
                .execute();
    }

    void agree(Wish.Id id, Person.Id by, Instant at) {
        tx.createUpdate("""
                        update payout_limit_wish
                           set agreed_by = :by, ended_at = :at
                         where brand_id = :brand
                           and wish_id = :id
                        """)
                .bind("brand", brand.value())
                .bind("id", id.value())
                .bind("by", by.value())
                .bind("at", at)
                .execute();
    }

    /** Ends the open wish, if there is one. */
    void end(Instant at) {
        tx.createUpdate("""
                        update payout_limit_wish
                           set ended_at = :at
                         where brand_id = :brand
                           and ended_at is null
                        """).bind("brand", brand.value()).bind("at", at).execute();
    }

    private static @Nullable Long stored(long limit) {
        return limit == Brand.NO_PAYOUT_LIMIT ? null : limit;
    }
}
