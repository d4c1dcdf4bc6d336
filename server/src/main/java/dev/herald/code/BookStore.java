package dev.herald.code;

import dev.herald.access.BrandId;
import dev.herald.job.JobId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** All SQL that makes and changes codes, for which a brand's code book is locked. */
final class BookStore {

    private static final int ROWS_AT_A_TIME = 10_000;

    private record Read(CodeBook.Entry entry, boolean own) {}

    private final Handle tx;
    private final BrandId brand;

    BookStore(Handle tx, BrandId brand) {
        this.tx = tx;
        this.brand = brand;
    }

    /** Lets one transaction at a time make or change codes in the brand. */
    void lock() {
        tx.createUpdate("""
                        insert into code_book (brand_id)
                        values (:brand)
                        on conflict (brand_id) do update set changes = code_book.changes
                        """).bind("brand", brand.value()).execute();
    }

    /** How many changes there have been. */
    long changes() {
        return tx.createQuery("""
                        select changes
                          from code_book
                         where brand_id = :brand
                        """)
                .bind("brand", brand.value())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    /**
     * Reads the codes made or changed after a change, in the order of their changes.
     *
     * @param own is given those of this transaction, which may yet be undone
     */
    void readAfter(long change, Consumer<CodeBook.Entry> committed, Consumer<CodeBook.Entry> own) {
        tx.createQuery("""
                        select change, code_id, skeleton, text, kind, separated, ended_at,
                               xmin is not distinct from pg_current_xact_id_if_assigned()::xid as own
                          from code
                         where brand_id = :brand
                           and change > :change
                         order by change
                        """)
                .bind("brand", brand.value())
                .bind("change", change)
                .setFetchSize(ROWS_AT_A_TIME)
                .map((row, _) -> new Read(entry(row), row.getBoolean("own")))
                .forEach(read -> (read.own() ? own : committed).accept(read.entry()));
    }

    /** Stores new codes; false if one of the skeletons is there already, and then the transaction must be undone. */
    boolean insert(List<NewCode> codes, Instant at, @Nullable JobId job) {
        return tx.createUpdate("""
                                with counted as (
                                    update code_book
                                       set changes = changes + :count
                                     where brand_id = :brand
                                    returning changes - :count as before)
                                insert into code (brand_id, code_id, campaign_id, ambassador_id, kind, text, display,
                                       skeleton, separated, created_at, job_id, change)
                                select :brand, a.code_id, a.campaign_id, nullif(a.ambassador_id, 0), a.kind, a.text,
                                       a.display, a.skeleton, a.separated, :at, :job, before + a.place
                                  from counted, unnest(:ids, :campaigns, :owners, :kinds, :texts, :displays, :skeletons,
                                       :separated) with ordinality as a(code_id, campaign_id, ambassador_id, kind,
                                       text, display, skeleton, separated, place)
                                on conflict (brand_id, skeleton) do nothing
                                """)
                        .bind("brand", brand.value())
                        .bind("count", codes.size())
                        .bind("at", at)
                        .bind("job", job == null ? null : job.value())
                        .bindArray(
                                "ids",
                                Long.class,
                                each(codes, one -> one.code().id().value()))
                        .bindArray(
                                "campaigns",
                                Long.class,
                                each(codes, one -> one.code().campaign().value()))
                        .bindArray("owners", Long.class, each(codes, BookStore::owner))
                        .bindArray(
                                "kinds",
                                String.class,
                                each(codes, one -> column(one.code().kind())))
                        .bindArray(
                                "texts",
                                String.class,
                                each(codes, one -> one.code().text()))
                        .bindArray(
                                "displays",
                                String.class,
                                each(codes, one -> one.code().display()))
                        .bindArray("skeletons", String.class, each(codes, NewCode::skeleton))
                        .bindArray(
                                "separated",
                                Boolean.class,
                                each(codes, one -> one.code().separated()))
                        .execute()
                == codes.size();
    }

    /**
     * Claims what is left of a separated code without one letter; false if another code that is not long gone has a part of
     * it.
     */
    boolean claimKeys(CodeId code, List<Long> keys, Instant longGone) {
        return tx.createUpdate("""
                                insert into separation_key as k (brand_id, key_hash, code_id)
                                select :brand, key_hash, :code
                                  from unnest(:keys) as a(key_hash)
                                on conflict (brand_id, key_hash) do update
                                   set code_id = excluded.code_id
                                 where exists (
                                       select
                                         from code c
                                        where (c.brand_id, c.code_id) = (k.brand_id, k.code_id)
                                          and c.ended_at <= :gone)
                                """)
                        .bind("brand", brand.value())
                        .bind("code", code.value())
                        .bindArray("keys", Long.class, keys)
                        .bind("gone", longGone)
                        .execute()
                == keys.size();
    }

    /**
     * Ends a code at a time, never later than it would have ended anyway; with the code that takes its place, if any. A
     * time in the past is that of orders, for the code was spread until now.
     */
    void expire(CodeId code, Instant at, @Nullable CodeId successor, Instant now) {
        tx.createUpdate("""
                        update code
                           set expires_at = least(expires_at, :at), ended_at = least(ended_at, :ended),
                               successor_id = coalesce(:successor, successor_id), change = :change
                         where brand_id = :brand
                           and code_id = :code
                        """)
                .bind("brand", brand.value())
                .bind("code", code.value())
                .bind("at", at)
                .bind("ended", at.isBefore(now) ? now : at)
                .bind("successor", successor == null ? null : successor.value())
                .bind("change", nextChange())
                .execute();
    }

    /** Disables a code for good; one that is disabled already stays as it is. */
    void disable(CodeId code, Instant at) {
        tx.createUpdate("""
                        update code
                           set status = 'disabled', disabled_at = :at, ended_at = least(ended_at, :at), change = :change
                         where brand_id = :brand
                           and code_id = :code
                           and status = 'live'
                        """)
                .bind("brand", brand.value())
                .bind("code", code.value())
                .bind("at", at)
                .bind("change", nextChange())
                .execute();
    }

    private long nextChange() {
        return tx.createQuery("""
                        update code_book
                           set changes = changes + 1
                         where brand_id = :brand
                        returning changes
                        """)
                .bind("brand", brand.value())
                .mapTo(Long.class)
                .one();
    }

    private static CodeBook.Entry entry(ResultSet row) throws SQLException {
        var ends = row.getObject("ended_at", OffsetDateTime.class);
        return new CodeBook.Entry(
                row.getLong("change"),
                new CodeId(row.getLong("code_id")),
                row.getString("skeleton"),
                row.getString("text"),
                !row.getString("kind").equals(column(PromoCode.Kind.UNIQUE)),
                row.getBoolean("separated"),
                ends == null ? null : ends.toInstant());
    }

    private static long owner(NewCode code) {
        var owner = code.code().owner();
        return owner == null ? 0 : owner.value();
    }

    private static String column(PromoCode.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static <T> List<T> each(List<NewCode> codes, Function<NewCode, T> column) {
        return codes.stream().map(column).toList();
    }
}
