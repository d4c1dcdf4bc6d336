package dev.herald.code;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.CampaignId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The text a buyer types, and whose it is.
 *
 * @param owner absent for the campaign's own (blanket) code
 * @param text the canonical form
 * @param separated whether Herald keeps other codes apart from it, so that a slip can be mended
 * @param expiresAt from when it is not accepted any more; absent if never
 * @param successor the code that took its place, if any
 */
public record PromoCode(
        CodeId id,
        CampaignId campaign,
        @Nullable AmbassadorId owner,
        Kind kind,
        String text,
        String display,
        Status status,
        boolean separated,
        @Nullable Instant expiresAt,
        @Nullable CodeId successor) {

    /** How to say it over the telephone: M for Mike, I for India, A for Alfa, 2 two, 0 zero. */
    public String spoken() {
        return SpokenCode.of(text);
    }

    /** Whether it can be redeemed at a time, as far as the code itself goes. */
    public boolean isLive(Instant at) {
        return status == Status.LIVE && (expiresAt == null || at.isBefore(expiresAt));
    }

    /** How a code came about. */
    public enum Kind {
        BLANKET,
        UNIQUE,
        PERSONAL
    }

    /** Whether a code can be redeemed. A disabled one never can again, nor can its text be given to anybody else. */
    public enum Status {
        LIVE,
        DISABLED
    }
}
