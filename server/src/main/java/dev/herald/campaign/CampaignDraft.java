package dev.herald.campaign;

import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What a brand decides about a campaign.
 *
 * @param blanketCode the code wished for; absent lets one be made when it is needed
 */
public record CampaignDraft(
        String name,
        Objective objective,
        Strategy strategy,
        Offer offer,
        Currency currency,
        Instant startsAt,
        Instant endsAt,
        boolean combinable,
        Limits limits,
        ReversalPolicy reversals,
        @Nullable String reward,
        @Nullable String blanketCode) {}
