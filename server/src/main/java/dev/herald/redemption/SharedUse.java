package dev.herald.redemption;

import dev.herald.ambassador.AmbassadorId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A redemption of a code that nobody owns, which stands.
 *
 * @param by whose link led to it; absent if none did
 */
public record SharedUse(
        RedemptionId id, Instant at, @Nullable AmbassadorId by) {}
