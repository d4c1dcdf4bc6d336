package dev.herald.insight;

import dev.herald.campaign.CampaignId;
import dev.herald.campaign.Strategy;

/** What one campaign brought in some days. */
public record CampaignTotals(CampaignId id, String name, Strategy strategy, Totals totals) {}
