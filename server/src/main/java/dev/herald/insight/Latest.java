package dev.herald.insight;

import java.time.Instant;

/**
 * A redemption as an ambassador may know it.
 *
 * @param region as the shop told it, "" if it did not
 * @param undone whether nothing of it stands any more
 */
public record Latest(Instant at, String region, boolean firstOrder, boolean undone) {}
