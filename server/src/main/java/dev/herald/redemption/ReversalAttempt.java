package dev.herald.redemption;

import dev.herald.campaign.ReversalReason;
import org.jspecify.annotations.Nullable;

/**
 * One try to undo a redemption.
 *
 * @param amount order value to undo, in minor units; absent for all that still stands
 */
public record ReversalAttempt(
        Redemption redemption,
        ReversalReason reason,
        @Nullable Long amount,
        @Nullable RequestKey key) {}
