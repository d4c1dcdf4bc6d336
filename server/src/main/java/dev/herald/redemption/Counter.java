package dev.herald.redemption;

import dev.herald.access.BrandId;
import dev.herald.campaign.Limits;

/**
 * A counter row as a batch sees it. What the batch adds is written as a difference, so that other processes may count in
 * the same row; the row's own limits refuse one too many.
 */
final class Counter {

    final BrandId brand;

    /** Redemptions and holds. */
    long used;

    /** Minor units. */
    long spent;

    /** What a row that is made now says of its limits. */
    long mostUsed = Limits.NONE;

    long mostSpent = Limits.NONE;

    private final long usedBefore;
    private final long spentBefore;

    Counter(BrandId brand, long used, long spent) {
        this.brand = brand;
        this.used = used;
        this.spent = spent;
        this.usedBefore = used;
        this.spentBefore = spent;
    }

    long usedMore() {
        return used - usedBefore;
    }

    long spentMore() {
        return spent - spentBefore;
    }
}
