package dev.herald.reward;

import dev.herald.ambassador.AmbassadorId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one ambassador gets in a payout run.
 *
 * @param amount minor units, more than 0
 * @param failure absent unless the payment did not arrive
 */
public record PayoutItem(
        AmbassadorId ambassador, long amount, @Nullable Failure failure) {

    /**
     * That a payment did not arrive.
     *
     * @param reason "" if nobody told one
     */
    public record Failure(Actor by, Instant at, String reason) {}
}
