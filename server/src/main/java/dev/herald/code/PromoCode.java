package dev.herald.code;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.CampaignId;
import org.jspecify.annotations.Nullable;

/**
 * The text a buyer types, and whose it is.
 *
 * @param owner absent for the campaign's own (blanket) code
 * @param text the canonical form
 * @param separated whether Herald keeps other codes apart from it
 */
public record PromoCode(
        CodeId id,
        CampaignId campaign,
        @Nullable AmbassadorId owner,
        Kind kind,
        String text,
        String display,
        Status status,
        boolean separated) {

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
