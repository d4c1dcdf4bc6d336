package dev.herald.redemption;

import dev.herald.ambassador.AmbassadorId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A redemption of a code that nobody owns, which stands.
 *
 * @param at when the order was placed; whatever the shop says, not after it was redeemed
 * @param net what the buyer paid for the goods, minor units
 * @param by whose link led to it; absent if none did
 */
public record SharedUse(
        RedemptionId id, Instant at, long net, @Nullable AmbassadorId by) {}
