package dev.herald.insight;

import dev.herald.campaign.CampaignId;
import dev.herald.campaign.Objective;
import dev.herald.campaign.Strategy;

/**
 * What one campaign brought in some days.
 *
 * @param offer percent, amount or free_shipping
 */
public record CampaignTotals(
        CampaignId id, String name, Strategy strategy, Objective objective, String offer, Totals totals) {}
