package dev.herald.planner;

import dev.herald.campaign.Strategy;

/**
 * What a campaign of the brand that has run showed.
 *
 * @param members ambassadors who took part
 * @param active those of them whose own codes brought an order; 0 where all shared one
 * @param followers of a member, on average
 * @param redemptions those that stand
 * @param firstOrders among them
 * @param revenue of them, in units of the plan's currency; 0 if it was in another
 * @param slips codes that were typed one slip away from one of the campaign's
 */
record PastCampaign(
        Strategy strategy,
        int members,
        int active,
        double followers,
        int redemptions,
        int firstOrders,
        double revenue,
        int slips) {}
