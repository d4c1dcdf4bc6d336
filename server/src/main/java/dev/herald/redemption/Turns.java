package dev.herald.redemption;

import dev.herald.access.KeyedHash;
import dev.herald.campaign.CampaignId;

/**
 * Names the turns of a customer in a campaign and period; ordered as the database orders it.
 *
 * @param period the key of a {@link dev.herald.campaign.Period}
 */
record Turns(CampaignId campaign, KeyedHash customer, String period) implements Comparable<Turns> {

    @Override
    public int compareTo(Turns other) {
        var byCampaign = Long.compare(campaign.value(), other.campaign.value());
        if (byCampaign != 0) {
            return byCampaign;
        }
        var byCustomer = customer.compareTo(other.customer);
        return byCustomer != 0 ? byCustomer : period.compareTo(other.period);
    }
}
