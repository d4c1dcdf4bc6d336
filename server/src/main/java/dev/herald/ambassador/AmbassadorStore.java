package dev.herald.ambassador;

import dev.herald.access.BrandId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The SQL of single ambassadors; {@link AmbassadorSearchStore} has that of lists. */
final class AmbassadorStore {

    private static final int ROWS_AT_A_TIME = 10_000;

    private final Handle tx;

    AmbassadorStore(Handle tx) {
        this.tx = tx;
    }

    void insert(BrandId brand, Map<AmbassadorId, AmbassadorDraft> drafts, Instant at) {
        var batch = tx.prepareBatch("""
                insert into ambassador (brand_id, ambassador_id, name, email, handle, audience_size, channels, tags, created_at)
                values (:brand, :id, :name, :email, :handle, :audience_size, :channels, :tags, :at)
                """);
        drafts.forEach((id, draft) -> bound(batch, draft)
                .bind("brand", brand.value())
                .bind("id", id.value())
                .bind("at", at)
                .add());
        batch.execute();
        insertWords(brand, drafts);
    }

    void update(BrandId brand, Map<AmbassadorId, AmbassadorDraft> drafts) {
        var batch = tx.prepareBatch("""
                update ambassador
                   set name = :name, email = :email, handle = :handle, audience_size = :audience_size,
                       channels = :channels, tags = :tags
                 where brand_id = :brand
                   and ambassador_id = :id
                """);
        drafts.forEach((id, draft) -> bound(batch, draft)
                .bind("brand", brand.value())
                .bind("id", id.value())
                .add());
        batch.execute();
        tx.createUpdate("""
                        delete from ambassador_word
                         where brand_id = :brand
                           and ambassador_id = any (:ids)
                        """)
                .bind("brand", brand.value())
                .bindArray("ids", Long.class, values(drafts.keySet()))
                .execute();
        insertWords(brand, drafts);
    }

    private void insertWords(BrandId brand, Map<AmbassadorId, AmbassadorDraft> drafts) {
        var ids = new ArrayList<Long>();
        var words = new ArrayList<String>();
        drafts.forEach((id, draft) -> AmbassadorWords.of(draft).forEach(word -> {
            ids.add(id.value());
            words.add(word);
        }));
        tx.createUpdate("""
                        insert into ambassador_word (brand_id, word, ambassador_id)
                        select :brand, word, ambassador_id
                          from unnest(:ids, :words) as a(ambassador_id, word)
                        """)
                .bind("brand", brand.value())
                .bindArray("ids", Long.class, ids)
                .bindArray("words", String.class, words)
                .execute();
    }

    Optional<Ambassador> find(BrandId brand, AmbassadorId id) {
        return find(brand, List.of(id)).stream().findFirst();
    }

    List<Ambassador> find(BrandId brand, List<AmbassadorId> ids) {
        return tx.createQuery("""
                        select ambassador_id, name, email, handle, audience_size, channels, tags, first_opened_at,
                               last_opened_at, unsubscribed_at, removed_at, created_at
                          from ambassador
                         where brand_id = :brand
                           and ambassador_id = any (:ids)
                        """)
                .bind("brand", brand.value())
                .bindArray("ids", Long.class, values(ids))
                .map((row, _) -> ambassador(row))
                .list();
    }

    /** Those who are there and have one of some addresses or, without an address of their own in the way, handles. */
    List<Ambassador> known(BrandId brand, List<String> emails, List<String> handles) {
        return tx.createQuery("""
                        select ambassador_id, name, email, handle, audience_size, channels, tags, first_opened_at,
                               last_opened_at, unsubscribed_at, removed_at, created_at
                          from ambassador
                         where brand_id = :brand
                           and email_key = any (:emails)
                        union
                        select ambassador_id, name, email, handle, audience_size, channels, tags, first_opened_at,
                               last_opened_at, unsubscribed_at, removed_at, created_at
                          from ambassador
                         where brand_id = :brand
                           and handle_key = any (:handles)
                         order by 1
                        """)
                .bind("brand", brand.value())
                .bindArray("emails", String.class, emails)
                .bindArray("handles", String.class, handles)
                .map((row, _) -> ambassador(row))
                .list();
    }

    Ambassadors.Reach reach(BrandId brand) {
        return tx.createQuery("""
                        select count(*) as people, coalesce(sum(audience_size), 0)::bigint as followers
                          from ambassador
                         where brand_id = :brand
                           and removed_at is null
                        """)
                .bind("brand", brand.value())
                .map((row, _) -> new Ambassadors.Reach(row.getLong("people"), row.getLong("followers")))
                .one();
    }

    List<AmbassadorId> everybody(BrandId brand) {
        return tx.createQuery("""
                        select ambassador_id
                          from ambassador
                         where brand_id = :brand
                           and removed_at is null
                         order by ambassador_id
                        """)
                .bind("brand", brand.value())
                .map((row, _) -> new AmbassadorId(row.getLong("ambassador_id")))
                .list();
    }

    /** Lets one import of a brand after another look who is there already. */
    void lockImports(BrandId brand) {
        tx.createQuery("select 1 from pg_advisory_xact_lock(hashtextextended('ambassador_import', :brand))")
                .bind("brand", brand.value())
                .mapTo(Integer.class)
                .one();
    }

    void noteOpened(BrandId brand, AmbassadorId id, Instant at) {
        tx.createUpdate("""
                        update ambassador
                           set first_opened_at = coalesce(first_opened_at, :at), last_opened_at = :at
                         where brand_id = :brand
                           and ambassador_id = :id
                           and (last_opened_at is null or last_opened_at < :at)
                        """)
                .bind("brand", brand.value())
                .bind("id", id.value())
                .bind("at", at)
                .execute();
    }

    /** @param at absent to bring somebody back */
    void setRemoved(BrandId brand, AmbassadorId id, @Nullable Instant at) {
        tx.createUpdate("""
                        update ambassador
                           set removed_at = :at
                         where brand_id = :brand
                           and ambassador_id = :id
                        """)
                .bind("brand", brand.value())
                .bind("id", id.value())
                .bind("at", at)
                .execute();
    }

    /** @param at absent to let mail be sent again */
    void setUnsubscribed(BrandId brand, AmbassadorId id, @Nullable Instant at) {
        tx.createUpdate("""
                        update ambassador
                           set unsubscribed_at = :at
                         where brand_id = :brand
                           and ambassador_id = :id
                        """)
                .bind("brand", brand.value())
                .bind("id", id.value())
                .bind("at", at)
                .execute();
    }

    /** Tells every ambassador's id, e-mail address and handle. */
    void forEachName(BrandId brand, BiConsumer<String, AmbassadorId> names) {
        tx.createQuery("""
                        select ambassador_id, email, handle
                          from ambassador
                         where brand_id = :brand
                        """)
                .bind("brand", brand.value())
                .setFetchSize(ROWS_AT_A_TIME)
                .map((row, _) -> {
                    var id = new AmbassadorId(row.getLong("ambassador_id"));
                    return Stream.of(id.toString(), row.getString("email"), row.getString("handle"))
                            .filter(Objects::nonNull)
                            .map(name -> Map.entry(name, id))
                            .toList();
                })
                .forEach(entries -> entries.forEach(entry -> names.accept(entry.getKey(), entry.getValue())));
    }

    private static <T extends SqlStatement<T>> T bound(T statement, AmbassadorDraft draft) {
        return statement
                .bind("name", draft.name())
                .bind("email", draft.email())
                .bind("handle", draft.handle())
                .bind("audience_size", draft.audienceSize())
                .bindArray("channels", String.class, draft.channels())
                .bindArray("tags", String.class, draft.tags());
    }

    static List<Long> values(Iterable<AmbassadorId> ids) {
        var values = new ArrayList<Long>();
        ids.forEach(id -> values.add(id.value()));
        return values;
    }

    static Ambassador ambassador(ResultSet row) throws SQLException {
        return new Ambassador(
                new AmbassadorId(row.getLong("ambassador_id")),
                row.getString("name"),
                row.getString("email"),
                row.getString("handle"),
                row.getLong("audience_size"),
                Arrays.asList((String[]) row.getArray("channels").getArray()),
                Arrays.asList((String[]) row.getArray("tags").getArray()),
                time(row, "first_opened_at"),
                time(row, "last_opened_at"),
                time(row, "unsubscribed_at"),
                time(row, "removed_at"),
                Objects.requireNonNull(time(row, "created_at")));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
