package dev.herald.app;

import dev.herald.access.Access;
import dev.herald.access.BrandId;
import dev.herald.access.Gate;
import dev.herald.ambassador.Ambassadors;
import dev.herald.campaign.Campaign;
import dev.herald.platform.Database;
import dev.herald.platform.Ids;
import dev.herald.reward.LedgerRoutes;
import dev.herald.reward.RewardJob;
import dev.herald.reward.RewardPlans;
import dev.herald.reward.Rewards;
import io.helidon.webserver.http.HttpService;
import java.time.InstantSource;
import java.util.List;

/** What ambassadors earn. Built by {@link Herald}. */
final class RewardParts implements AutoCloseable {

    private final RewardPlans plans;
    private final RewardJob job;
    private final Rewards rewards;

    RewardParts(Database db, Access access, Ids ids, InstantSource clock) {
        plans = new RewardPlans(db, ids, clock);
        job = new RewardJob(db, access, ids, clock);
        rewards = new Rewards(db, job);
    }

    void planned(Campaign campaign) {
        plans.planned(campaign);
    }

    void wake(BrandId brand) {
        job.wake(brand);
    }

    Rewards rewards() {
        return rewards;
    }

    List<HttpService> services(Gate gate, Ambassadors ambassadors) {
        return List.of(new LedgerRoutes(gate, ambassadors, rewards));
    }

    @Override
    public void close() {
        job.close();
    }
}
