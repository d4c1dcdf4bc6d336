package dev.herald.access;

import dev.herald.platform.Database;
import java.time.InstantSource;
import java.util.List;

/** A brand's keys to the API as its staff looks after them. */
public final class ApiKeys {

    private final Database db;
    private final InstantSource clock;
    private final Access access;

    public ApiKeys(Database db, InstantSource clock, Access access) {
        this.db = db;
        this.clock = clock;
        this.access = access;
    }

    /** Those that are still good, newest first. */
    public List<ApiKey> of(BrandId brand) {
        return db.withoutBrand(tx -> new ApiKeyStore(tx).list(brand));
    }

    /** Makes a key and tells it, this once. */
    public String create(Brand brand, Scope scope) {
        return access.createKey(brand, scope);
    }

    /** Revokes a key, at once here and within two seconds on other servers; false if the brand has no such key. */
    public boolean revoke(BrandId brand, long id) {
        var there = db.withoutBrand(tx -> new ApiKeyStore(tx).revoke(brand, id, clock.instant())) > 0;
        access.forgetKeys();
        return there;
    }
}
