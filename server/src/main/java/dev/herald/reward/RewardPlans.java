package dev.herald.reward;

import dev.herald.campaign.Campaign;
import dev.herald.platform.Database;
import dev.herald.platform.Ids;
import dev.herald.redemption.Events;
import java.time.InstantSource;

/** The plans of campaigns, of which each change is kept. */
public final class RewardPlans {

    private final Database db;
    private final Ids ids;
    private final InstantSource clock;

    public RewardPlans(Database db, Ids ids, InstantSource clock) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
    }

    /** From this event on, what a campaign promises now counts for what is redeemed. */
    public void planned(Campaign campaign) {
        db.inBrand(campaign.brand().value(), tx -> {
            var plan = ids.next();
            new PlanStore(tx).add(campaign, plan, clock.instant());
            Events.tell(tx, campaign.brand(), ids.next(), "reward_planned", plan);
            return plan;
        });
    }
}
