package dev.herald.redemption;

import dev.herald.access.BrandId;
import dev.herald.campaign.ReversalReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A full or partial undoing of a redemption.
 *
 * @param amount order value undone, in minor units of the redemption's currency
 * @param discountBack discount given back to the budget, in the same units
 * @param complete whether nothing of the redemption stands any more
 * @param slotBack whether its slot was given back
 * @param turnBack whether the customer's turn was given back
 */
public record Reversal(
        BrandId brand,
        ReversalId id,
        RedemptionId redemption,
        ReversalReason reason,
        long amount,
        long discountBack,
        boolean complete,
        boolean slotBack,
        boolean turnBack,
        @Nullable RequestKey key,
        Instant reversedAt) {

    static Reversal of(LaneTask.Reverse task, ReversalRules.Effect effect, Instant now) {
        return new Reversal(
                task.brand(),
                task.newId(),
                task.attempt().redemption().id(),
                task.attempt().reason(),
                effect.amount(),
                effect.discountBack(),
                effect.complete(),
                effect.slotBack(),
                effect.turnBack(),
                task.attempt().key(),
                now);
    }
}
