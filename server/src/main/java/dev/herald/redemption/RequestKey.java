package dev.herald.redemption;

import dev.herald.access.KeyedHash;

/** The Idempotency-Key of a request, and the fingerprint of the request it came with. */
public record RequestKey(KeyedHash key, KeyedHash request) {}
