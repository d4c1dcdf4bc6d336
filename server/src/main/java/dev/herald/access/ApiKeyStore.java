package dev.herald.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The SQL of keys that were made before. */
final class ApiKeyStore {

    private static final Duration NOTED_AGAIN_AFTER = Duration.ofMinutes(1);

    private final Handle tx;

    ApiKeyStore(Handle tx) {
        this.tx = tx;
    }

    /** The keys that are still good, newest first. */
    List<ApiKey> list(BrandId brand) {
        return tx.createQuery("""
                        select credential_id, scope, hint, created_at, last_used_at
                          from credential
                         where brand_id = :brand
                           and kind = 'api_key'
                           and revoked_at is null
                         order by credential_id desc
                        """)
                .bind("brand", brand.value())
                .map(row -> new ApiKey(
                        row.getColumn("credential_id", Long.class),
                        Scope.valueOf(row.getColumn("scope", String.class)),
                        row.getColumn("hint", String.class),
                        row.getColumn("created_at", Instant.class),
                        row.getColumn("last_used_at", Instant.class)))
                .list();
    }

    /** Revokes one key; 0 if it is none of the brand's. One that was revoked before stays as it is. */
    int revoke(BrandId brand, long id, Instant at) {
        return tx.createUpdate("""
                        update credential
                           set revoked_at = coalesce(revoked_at, :at)
                         where brand_id = :brand
                           and kind = 'api_key'
                           and credential_id = :id
                        """)
                .bind("brand", brand.value())
                .bind("id", id)
                .bind("at", at)
                .execute();
    }

    /** Notes that a key was used, unless that was noted less than a minute ago. */
    void used(byte[] hash, Instant at) {
        tx.createUpdate("""
                        update credential
                           set last_used_at = :at
                         where hash = :hash
                           and (last_used_at is null or last_used_at < :before)
                        """)
                .bind("hash", hash)
                .bind("at", at)
                .bind("before", at.minus(NOTED_AGAIN_AFTER))
                .execute();
    }
}
