package dev.herald.console;

import dev.herald.access.BrandId;
import dev.herald.campaign.AttributionPolicy;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.CampaignId;
import dev.herald.campaign.Limits;
import dev.herald.campaign.Objective;
import dev.herald.campaign.Offer;
import dev.herald.campaign.ReversalPolicy;
import dev.herald.campaign.Strategy;
import dev.herald.money.BasisPoints;
import java.time.Instant;
import java.util.Currency;

/** A campaign to make pages of. */
final class Campaigns {

    private Campaigns() {}

    static Campaign with(Limits limits) {
        var start = Instant.parse("2026-08-24T00:00:00Z");
        return new Campaign(
                new BrandId(1),
                new CampaignId(2),
                1,
                "Heartbeat autumn",
                Objective.FIND_TOP_AMBASSADORS,
                Strategy.PERSONAL,
                Campaign.USUAL_TIER,
                new Offer.Percent(new BasisPoints(2_000), Offer.NO_MAXIMUM),
                Currency.getInstance("EUR"),
                start,
                Campaign.NO_END,
                false,
                Campaign.State.RUNNING,
                limits,
                ReversalPolicy.DEFAULT,
                AttributionPolicy.DEFAULT,
                null,
                null,
                start);
    }
}
