package dev.herald.access;

import dev.herald.platform.Database;
import java.time.InstantSource;

/** An ambassador's magic links together; {@link Access} makes them and tells whose they are. */
public final class PortalLinks {

    private final Database db;
    private final InstantSource clock;

    public PortalLinks(Database db, InstantSource clock) {
        this.db = db;
        this.clock = clock;
    }

    /** How many links of an ambassador work. */
    public int count(BrandId brand, long ambassador) {
        return db.withoutBrand(tx -> new PortalLinkStore(tx).count(brand, ambassador));
    }

    /** Ends all links of an ambassador. */
    public void revoke(BrandId brand, long ambassador) {
        db.withoutBrand(tx -> new PortalLinkStore(tx).revoke(brand, ambassador, clock.instant()));
    }
}
