package dev.herald.redemption;

/**
 * A redemption with what became of it.
 *
 * @param code as people see it
 * @param reversals how many there were
 * @param undone order value that they undid, minor units
 * @param complete whether nothing stands any more
 */
public record RedemptionLine(Redemption redemption, String code, int reversals, long undone, boolean complete) {

    public boolean isReversed() {
        return reversals > 0;
    }
}
