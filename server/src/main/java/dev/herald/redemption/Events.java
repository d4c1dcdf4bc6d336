package dev.herald.redemption;

import dev.herald.access.BrandId;
import org.jdbi.v3.core.Handle;

/** What happened, besides what lanes write: told in the transaction in which it happens. */
public final class Events {

    private Events() {}

    /**
     * @param kind one of those that the table knows
     * @param subject what it happened to
     */
    public static void tell(Handle tx, BrandId brand, long id, String kind, long subject) {
        tx.createUpdate("""
                        insert into event (brand_id, event_id, kind, subject_id)
                        values (:brand, :id, :kind, :subject)
                        """)
                .bind("brand", brand.value())
                .bind("id", id)
                .bind("kind", kind)
                .bind("subject", subject)
                .execute();
    }
}
