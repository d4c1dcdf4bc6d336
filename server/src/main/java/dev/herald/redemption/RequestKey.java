package dev.herald.redemption;

import dev.herald.access.KeyedHash;
import org.jspecify.annotations.Nullable;

/** The Idempotency-Key of a request, and the fingerprint of the request it came with. */
public record RequestKey(KeyedHash key, KeyedHash request) {

    /** Whether the same request came with an earlier use of this key. */
    boolean isSameRequest(@Nullable RequestKey earlier) {
        return earlier != null && earlier.request.equals(request);
    }
}
