package dev.herald.insight;

import dev.herald.redemption.RedemptionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A redemption as an ambassador may know it.
 *
 * @param clickedAt when the buyer came by the ambassador's link; absent where the code has the credit
 * @param region as the shop told it, "" if it did not
 * @param undone whether nothing of it stands any more
 */
public record Latest(
        RedemptionId id, Instant at, @Nullable Instant clickedAt, String region, boolean firstOrder, boolean undone) {}
