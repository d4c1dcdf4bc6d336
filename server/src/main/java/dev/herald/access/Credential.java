package dev.herald.access;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something secret that lets somebody in, without the secret itself.
 *
 * @param brand absent for a set-up link, which makes a brand
 * @param subject the person, ambassador, key or link it stands for
 * @param expires absent if it is good until it is revoked
 */
record Credential(
        Kind kind,
        long id,
        @Nullable BrandId brand,
        long subject,
        String scope,
        String hint,
        @Nullable Instant expires) {

    enum Kind {
        API_KEY,
        SETUP_LINK,
        CONSOLE_LINK,
        SESSION,
        PORTAL_LINK,
        SHORT_LINK;

        String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
