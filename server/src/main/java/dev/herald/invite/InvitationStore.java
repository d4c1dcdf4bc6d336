package dev.herald.invite;

import dev.herald.access.BrandId;
import dev.herald.ambassador.Ambassador;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.job.JobId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** All SQL of invitations. */
final class InvitationStore {

    /** An invitation that is to be sent. */
    record Due(
            InvitationId id,
            AmbassadorId ambassador,
            int attempts,
            @Nullable Instant triedAt) {}

    private final Handle tx;
    private final BrandId brand;

    InvitationStore(Handle tx, BrandId brand) {
        this.tx = tx;
        this.brand = brand;
    }

    void insert(JobId job, Map<InvitationId, Ambassador> invited, Instant at) {
        var batch = tx.prepareBatch("""
                insert into invitation (brand_id, invitation_id, ambassador_id, job_id, address, created_at)
                values (:brand, :id, :ambassador, :job, :address, :at)
                """);
        invited.forEach((id, one) -> batch.bind("brand", brand.value())
                .bind("id", id.value())
                .bind("ambassador", one.id().value())
                .bind("job", job.value())
                .bind("address", one.email())
                .bind("at", at)
                .add());
        batch.execute();
    }

    /** The next mail of a job: those that were never tried come first. */
    Optional<Due> next(JobId job) {
        return tx.createQuery("""
                        select invitation_id, ambassador_id, attempts, tried_at
                          from invitation
                         where brand_id = :brand
                           and job_id = :job
                           and state = 'queued'
                         order by attempts, invitation_id
                         limit 1
                        """)
                .bind("brand", brand.value())
                .bind("job", job.value())
                .map((row, _) -> new Due(
                        new InvitationId(row.getLong("invitation_id")),
                        new AmbassadorId(row.getLong("ambassador_id")),
                        row.getInt("attempts"),
                        time(row, "tried_at")))
                .findOne();
    }

    void end(InvitationId id, Invitation.State state, String reason, Instant at) {
        tx.createUpdate("""
                        update invitation
                           set state = :state, reason = :reason, ended_at = :at, attempts = attempts + 1, tried_at = :at
                         where brand_id = :brand
                           and invitation_id = :id
                        """)
                .bind("brand", brand.value())
                .bind("id", id.value())
                .bind("state", state.name().toLowerCase(Locale.ROOT))
                .bind("reason", reason)
                .bind("at", at)
                .execute();
    }

    void putOff(InvitationId id, String reason, Instant at) {
        tx.createUpdate("""
                        update invitation
                           set reason = :reason, attempts = attempts + 1, tried_at = :at
                         where brand_id = :brand
                           and invitation_id = :id
                        """)
                .bind("brand", brand.value())
                .bind("id", id.value())
                .bind("reason", reason)
                .bind("at", at)
                .execute();
    }

    /** The latest invitation of each of some ambassadors. */
    List<Invitation> latest(List<AmbassadorId> ambassadors) {
        return tx.createQuery("""
                        select i.invitation_id, i.ambassador_id, i.address, i.state, i.reason,
                               coalesce(i.ended_at, i.created_at) as at
                          from unnest(:ambassadors) as a(ambassador_id)
                         cross join lateral (
                               select invitation_id, ambassador_id, address, state, reason, ended_at, created_at
                                 from invitation
                                where brand_id = :brand
                                  and ambassador_id = a.ambassador_id
                                order by invitation_id desc
                                limit 1) i
                        """)
                .bind("brand", brand.value())
                .bindArray(
                        "ambassadors",
                        Long.class,
                        ambassadors.stream().map(AmbassadorId::value).toList())
                .map((row, _) -> invitation(row))
                .list();
    }

    /** An ambassador's invitations, the latest first. */
    List<Invitation> of(AmbassadorId ambassador, int most) {
        return tx.createQuery("""
                        select invitation_id, ambassador_id, address, state, reason,
                               coalesce(ended_at, created_at) as at
                          from invitation
                         where brand_id = :brand
                           and ambassador_id = :ambassador
                         order by invitation_id desc
                         limit :most
                        """)
                .bind("brand", brand.value())
                .bind("ambassador", ambassador.value())
                .bind("most", most)
                .map((row, _) -> invitation(row))
                .list();
    }

    private static Invitation invitation(ResultSet row) throws SQLException {
        return new Invitation(
                new InvitationId(row.getLong("invitation_id")),
                new AmbassadorId(row.getLong("ambassador_id")),
                row.getString("address"),
                Invitation.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("reason"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
