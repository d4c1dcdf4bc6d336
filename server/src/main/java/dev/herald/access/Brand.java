package dev.herald.access;

import java.time.ZoneId;

/**
 * A tenant: every row belongs to one.
 *
 * @param zone where its days begin and end
 * @param correctsSlips whether a code typed with one slip is taken for the right one without asking the buyer
 * @param payoutLimit payouts above it need a second person; minor units of the usual currency, or {@link #NO_PAYOUT_LIMIT}
 */
public record Brand(
        BrandId id,
        String name,
        Mode mode,
        BrandSecret secret,
        ZoneId zone,
        boolean correctsSlips,
        BrandLook look,
        long payoutLimit) {

    public static final long NO_PAYOUT_LIMIT = Long.MAX_VALUE;

    /** Whether a brand's orders are real. Its keys say which. */
    public enum Mode {
        LIVE,
        TEST
    }
}
