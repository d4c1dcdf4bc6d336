package dev.herald.invite;

import dev.herald.access.BrandId;
import dev.herald.ambassador.AmbassadorDraft;
import dev.herald.ambassador.AmbassadorId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** All SQL of applications. */
final class ApplicationStore {

    private final Handle tx;
    private final BrandId brand;

    ApplicationStore(Handle tx, BrandId brand) {
        this.tx = tx;
        this.brand = brand;
    }

    boolean isOpen() {
        return tx.createQuery("""
                        select open
                          from application_form
                         where brand_id = :brand
                        """)
                .bind("brand", brand.value())
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
    }

    void setOpen(boolean open) {
        tx.createUpdate("""
                        insert into application_form (brand_id, open)
                        values (:brand, :open)
                        on conflict (brand_id) do update
                           set open = excluded.open
                        """).bind("brand", brand.value()).bind("open", open).execute();
    }

    /** Keeps an application, in the place of one of the same address that waits. */
    void keep(Application.Id id, AmbassadorDraft wish, String why, Instant at) {
        tx.createUpdate("""
                        insert into application (brand_id, application_id, name, email, handle, channels, audience_size,
                               why, created_at)
                        values (:brand, :id, :name, :email, :handle, :channels, :audience, :why, :at)
                        on conflict (brand_id, email_key) where state = 'waiting' do update
                           set name = excluded.name, handle = excluded.handle, channels = excluded.channels,
                               audience_size = excluded.audience_size, why = excluded.why
                        """)
                .bind("brand", brand.value())
                .bind("id", id.value())
                .bind("name", wish.name())
                .bind("email", wish.email())
                .bind("handle", wish.handle())
                .bindArray("channels", String.class, wish.channels())
                .bind("audience", wish.audienceSize())
                .bind("why", why)
                .bind("at", at)
                .execute();
    }

    int count(Application.State state, int most) {
        return tx.createQuery("""
                        select count(*)
                          from (select
                                  from application
                                 where brand_id = :brand
                                   and state = :state
                                 limit :most) as matching
                        """)
                .bind("brand", brand.value())
                .bind("state", word(state))
                .bind("most", most)
                .mapTo(Integer.class)
                .one();
    }

    List<Application> list(Application.State state, long before, int most) {
        return tx.createQuery("""
                        select application_id, name, email, handle, channels, audience_size, why, state, ambassador_id,
                               created_at, decided_at
                          from application
                         where brand_id = :brand
                           and state = :state
                           and application_id < :before
                         order by application_id desc
                         limit :most
                        """)
                .bind("brand", brand.value())
                .bind("state", word(state))
                .bind("before", before)
                .bind("most", most)
                .map((row, _) -> application(row))
                .list();
    }

    Optional<Application> lock(Application.Id id) {
        return tx.createQuery("""
                        select application_id, name, email, handle, channels, audience_size, why, state, ambassador_id,
                               created_at, decided_at
                          from application
                         where brand_id = :brand
                           and application_id = :id
                           for update
                        """)
                .bind("brand", brand.value())
                .bind("id", id.value())
                .map((row, _) -> application(row))
                .findOne();
    }

    /** Whether another application of the same address waits already, so that this one cannot again. */
    boolean waitsElsewhere(Application application) {
        return tx.createQuery("""
                        select exists (
                               select
                                 from application
                                where brand_id = :brand
                                  and email_key = lower(:email)
                                  and state = 'waiting')
                        """)
                .bind("brand", brand.value())
                .bind("email", application.wish().email())
                .mapTo(Boolean.class)
                .one();
    }

    void decide(Application.Id id, Application.State state, @Nullable AmbassadorId ambassador, @Nullable Instant at) {
        tx.createUpdate("""
                        update application
                           set state = :state, ambassador_id = :ambassador, decided_at = :at
                         where brand_id = :brand
                           and application_id = :id
                        """)
                .bind("brand", brand.value())
                .bind("id", id.value())
                .bind("state", word(state))
                .bind("ambassador", ambassador == null ? null : ambassador.value())
                .bind("at", at)
                .execute();
    }

    private static Application application(ResultSet row) throws SQLException {
        var ambassador = row.getLong("ambassador_id");
        var decided = row.getObject("decided_at", OffsetDateTime.class);
        return new Application(
                new Application.Id(row.getLong("application_id")),
                new AmbassadorDraft(
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("handle"),
                        row.getLong("audience_size"),
                        Arrays.asList((String[]) row.getArray("channels").getArray())),
                row.getString("why"),
                Application.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                ambassador == 0 ? null : new AmbassadorId(ambassador),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                decided == null ? null : decided.toInstant());
    }

    private static String word(Application.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
