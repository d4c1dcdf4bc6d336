package dev.herald.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A secret key as it can be shown after it was made: without the secret.
 *
 * @param hint how it begins
 * @param lastUsedAt within a minute; absent if never
 */
public record ApiKey(
        long id,
        Scope scope,
        String hint,
        Instant createdAt,
        @Nullable Instant lastUsedAt) {

    public static final String PREFIX = "key_";
}
