package dev.herald.access;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** The SQL of an ambassador's magic links. */
final class PortalLinkStore {

    private final Handle tx;

    PortalLinkStore(Handle tx) {
        this.tx = tx;
    }

    int count(BrandId brand, long ambassador) {
        return tx.createQuery("""
                        select count(*)
                          from credential
                         where brand_id = :brand
                           and kind = 'portal_link'
                           and subject_id = :ambassador
                           and revoked_at is null
                        """)
                .bind("brand", brand.value())
                .bind("ambassador", ambassador)
                .mapTo(Integer.class)
                .one();
    }

    int revoke(BrandId brand, long ambassador, Instant at) {
        return tx.createUpdate("""
                        update credential
                           set revoked_at = :at
                         where brand_id = :brand
                           and kind = 'portal_link'
                           and subject_id = :ambassador
                           and revoked_at is null
                        """)
                .bind("brand", brand.value())
                .bind("ambassador", ambassador)
                .bind("at", at)
                .execute();
    }
}
