package dev.herald.access;

import java.time.ZoneId;

/** A tenant: every row belongs to one. */
public record Brand(BrandId id, String name, Mode mode, BrandSecret secret, ZoneId zone) {

    /** Whether a brand's orders are real. Its keys say which. */
    public enum Mode {
        LIVE,
        TEST
    }
}
