package dev.herald.ambassador;

import dev.herald.access.BrandId;
import dev.herald.job.JobId;
import dev.herald.platform.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** All SQL of uploaded files of ambassadors. */
final class ImportStore {

    /** What was chosen when a file was committed. */
    record Settings(ImportColumns columns, AmbassadorImports.Existing existing) {}

    /** A row of the table. */
    record Stored(
            byte[] file,
            @Nullable Settings settings,
            @Nullable JobId job,
            KeptImport.Counts counts,
            @Nullable Instant endedAt) {}

    private final Handle tx;
    private final BrandId brand;

    ImportStore(Handle tx, BrandId brand) {
        this.tx = tx;
        this.brand = brand;
    }

    void insert(ImportId id, byte[] file, Instant at) {
        tx.createUpdate("""
                        insert into ambassador_import (brand_id, import_id, file, created_at)
                        values (:brand, :id, :file, :at)
                        """)
                .bind("brand", brand.value())
                .bind("id", id.value())
                .bind("file", file)
                .bind("at", at)
                .execute();
    }

    void deleteOlder(Instant than) {
        tx.createUpdate("""
                        delete from ambassador_import
                         where brand_id = :brand
                           and created_at < :than
                        """).bind("brand", brand.value()).bind("than", than).execute();
    }

    Optional<Stored> find(ImportId id) {
        return tx.createQuery("""
                        select file, settings, job_id, created, updated, skipped, refused, ended_at
                          from ambassador_import
                         where brand_id = :brand
                           and import_id = :id
                        """)
                .bind("brand", brand.value())
                .bind("id", id.value())
                .map((row, _) -> stored(row))
                .findOne();
    }

    /** Whether it is committed now; a file is committed once. */
    boolean commit(ImportId id, Settings settings, int refused) {
        return tx.createUpdate("""
                                update ambassador_import
                                   set settings = :settings::jsonb, refused = :refused
                                 where brand_id = :brand
                                   and import_id = :id
                                   and settings is null
                                """)
                        .bind("brand", brand.value())
                        .bind("id", id.value())
                        .bind("settings", Json.text(settings))
                        .bind("refused", refused)
                        .execute()
                == 1;
    }

    void setJob(ImportId id, JobId job) {
        tx.createUpdate("""
                        update ambassador_import
                           set job_id = :job
                         where brand_id = :brand
                           and import_id = :id
                        """)
                .bind("brand", brand.value())
                .bind("id", id.value())
                .bind("job", job.value())
                .execute();
    }

    /** @param endedAt absent while more is to come */
    void count(ImportId id, KeptImport.Counts more, @Nullable Instant endedAt) {
        tx.createUpdate("""
                        update ambassador_import
                           set created = created + :created, updated = updated + :updated,
                               skipped = skipped + :skipped, ended_at = :ended
                         where brand_id = :brand
                           and import_id = :id
                        """)
                .bind("brand", brand.value())
                .bind("id", id.value())
                .bind("created", more.created())
                .bind("updated", more.updated())
                .bind("skipped", more.skipped())
                .bind("ended", endedAt)
                .execute();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        var settings = row.getString("settings");
        var job = row.getLong("job_id");
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Stored(
                row.getBytes("file"),
                settings == null ? null : Json.read(settings, Settings.class),
                job == 0 ? null : new JobId(job),
                new KeptImport.Counts(
                        row.getInt("created"), row.getInt("updated"), row.getInt("skipped"), row.getInt("refused")),
                ended == null ? null : ended.toInstant());
    }
}
