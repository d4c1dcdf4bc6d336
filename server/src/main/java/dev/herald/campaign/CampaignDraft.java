package dev.herald.campaign;

import dev.herald.access.BrandId;
import dev.herald.money.BasisPoints;
import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What a brand decides about a campaign.
 *
 * @param tier of a tiered campaign; without meaning for others
 * @param blanketCode the code wished for; absent lets one be made when it is needed
 */
public record CampaignDraft(
        String name,
        Objective objective,
        Strategy strategy,
        BasisPoints tier,
        Offer offer,
        Currency currency,
        Instant startsAt,
        Instant endsAt,
        boolean combinable,
        Limits limits,
        ReversalPolicy reversals,
        AttributionPolicy attribution,
        @Nullable String reward,
        @Nullable String blanketCode) {

    /** What this would make, to be looked at before it is made; it has no id yet. */
    public Campaign preview(BrandId brand, Instant at) {
        return new Campaign(
                brand,
                new CampaignId(0),
                0,
                name,
                objective,
                strategy,
                tier,
                offer,
                currency,
                startsAt,
                endsAt,
                combinable,
                Campaign.State.DRAFT,
                limits,
                reversals,
                attribution,
                reward,
                blanketCode,
                at);
    }
}
