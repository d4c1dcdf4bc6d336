package dev.herald.access;

import java.time.ZoneId;

/**
 * A tenant: every row belongs to one.
 *
 * @param zone where its days begin and end
 * @param correctsSlips whether a code typed with one slip is taken for the right one without asking the buyer
 */
public record Brand(
        BrandId id, String name, Mode mode, BrandSecret secret, ZoneId zone, boolean correctsSlips, BrandLook look) {

    /** Whether a brand's orders are real. Its keys say which. */
    public enum Mode {
        LIVE,
        TEST
    }
}
