package dev.herald.code;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.CampaignId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A code as the API shows it to its brand. */
record CodeView(
        CodeId id,
        String text,
        String display,
        String kind,
        String status,
        boolean separated,
        CampaignId campaign,
        @Nullable AmbassadorId owner,
        @Nullable Instant expiresAt,
        @Nullable CodeId successor) {

    static CodeView of(PromoCode code) {
        return new CodeView(
                code.id(),
                code.text(),
                code.display(),
                code.kind().name().toLowerCase(Locale.ROOT),
                code.status().name().toLowerCase(Locale.ROOT),
                code.separated(),
                code.campaign(),
                code.owner(),
                code.expiresAt(),
                code.successor());
    }
}
