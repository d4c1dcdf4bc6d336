package dev.herald.ambassador;

import dev.herald.access.BrandId;
import dev.herald.platform.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** All SQL of ambassadors. */
final class AmbassadorStore {

    private static final int ROWS_AT_A_TIME = 10_000;

    private final Handle tx;

    AmbassadorStore(Handle tx) {
        this.tx = tx;
    }

    void insert(BrandId brand, AmbassadorId id, AmbassadorDraft draft, Instant at) {
        tx.createUpdate("""
                        insert into ambassador (brand_id, ambassador_id, name, email, handle, audience_size, channels, created_at)
                        values (:brand, :id, :name, :email, :handle, :audience_size, :channels, :at)
                        """)
                .bind("brand", brand.value())
                .bind("id", id.value())
                .bind("name", draft.name())
                .bind("email", draft.email())
                .bind("handle", draft.handle())
                .bind("audience_size", draft.audienceSize())
                .bindArray("channels", String.class, draft.channels())
                .bind("at", at)
                .execute();
    }

    Optional<Ambassador> find(BrandId brand, AmbassadorId id) {
        return find(brand, List.of(id.value())).stream().findFirst();
    }

    List<Ambassador> find(BrandId brand, List<Long> ids) {
        return tx.createQuery("""
                        select ambassador_id, name, email, handle, audience_size, channels, created_at
                          from ambassador
                         where brand_id = :brand
                           and ambassador_id = any (:ids)
                        """)
                .bind("brand", brand.value())
                .bindArray("ids", Long.class, ids)
                .map((row, _) -> ambassador(row))
                .list();
    }

    List<Ambassador> list(BrandId brand, Page page) {
        return tx.createQuery("""
                        select ambassador_id, name, email, handle, audience_size, channels, created_at
                          from ambassador
                         where brand_id = :brand
                           and ambassador_id < :before
                         order by ambassador_id desc
                         limit :fetch
                        """)
                .bind("brand", brand.value())
                .bind("before", page.before())
                .bind("fetch", page.fetch())
                .map((row, _) -> ambassador(row))
                .list();
    }

    Ambassadors.Reach reach(BrandId brand) {
        return tx.createQuery("""
                        select count(*) as people, coalesce(sum(audience_size), 0)::bigint as followers
                          from ambassador
                         where brand_id = :brand
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
                         order by ambassador_id
                        """)
                .bind("brand", brand.value())
                .map((row, _) -> new AmbassadorId(row.getLong("ambassador_id")))
                .list();
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

    private static Ambassador ambassador(ResultSet row) throws SQLException {
        return new Ambassador(
                new AmbassadorId(row.getLong("ambassador_id")),
                row.getString("name"),
                row.getString("email"),
                row.getString("handle"),
                row.getLong("audience_size"),
                Arrays.asList((String[]) row.getArray("channels").getArray()),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
