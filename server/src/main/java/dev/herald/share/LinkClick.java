package dev.herald.share;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.CampaignId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A click on an ambassador's link, as a shop handed it back.
 *
 * @param token as it was handed back
 * @param name the ambassador's
 * @param email the ambassador's
 */
public record LinkClick(
        String token,
        long link,
        CampaignId campaign,
        AmbassadorId ambassador,
        String name,
        @Nullable String email,
        Instant at) {}
