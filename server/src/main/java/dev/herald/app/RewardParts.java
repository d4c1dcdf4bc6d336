package dev.herald.app;

import dev.herald.access.Access;
import dev.herald.access.BrandId;
import dev.herald.access.Gate;
import dev.herald.access.Idempotency;
import dev.herald.access.PayoutLimits;
import dev.herald.access.People;
import dev.herald.ambassador.Ambassadors;
import dev.herald.attribution.Estimates;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.Campaigns;
import dev.herald.console.CreditPayRoutes;
import dev.herald.console.Frame;
import dev.herald.console.PayoutListRoutes;
import dev.herald.console.PayoutPageRoutes;
import dev.herald.planner.DemoPayouts;
import dev.herald.platform.Database;
import dev.herald.platform.Ids;
import dev.herald.platform.Input;
import dev.herald.reward.Contests;
import dev.herald.reward.EstimatedRewardRoutes;
import dev.herald.reward.EstimatedRewards;
import dev.herald.reward.LedgerRoutes;
import dev.herald.reward.PayoutExport;
import dev.herald.reward.PayoutRoutes;
import dev.herald.reward.Payouts;
import dev.herald.reward.Podium;
import dev.herald.reward.Previews;
import dev.herald.reward.RewardJob;
import dev.herald.reward.RewardPlanInput;
import dev.herald.reward.RewardPlans;
import dev.herald.reward.RewardRoutes;
import dev.herald.reward.Rewards;
import dev.herald.reward.StatementRoutes;
import dev.herald.wizard.CampaignRewardsRoutes;
import io.helidon.webserver.http.HttpService;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;

/** What ambassadors earn. Built by {@link Herald}. */
final class RewardParts implements AutoCloseable {

    private final Database db;
    private final Access access;
    private final Ids ids;
    private final InstantSource clock;
    private final People people;
    private final RewardPlans plans;
    private final RewardJob job;
    private final Rewards rewards;
    private final Payouts payouts;
    private final Previews previews;

    RewardParts(Database db, Access access, Ids ids, InstantSource clock) {
        this.db = db;
        this.access = access;
        this.ids = ids;
        this.clock = clock;
        people = new People(db, ids, clock, access);
        plans = new RewardPlans(db, ids, clock);
        job = new RewardJob(db, access, ids, clock);
        rewards = new Rewards(db, job);
        payouts = new Payouts(db, access, job, ids, clock);
        previews = new Previews(db, job);
    }

    static void read(Input plan, Currency currency) {
        RewardPlanInput.read(plan, currency);
    }

    void planned(Campaign campaign) {
        plans.planned(campaign);
    }

    void wake(BrandId brand) {
        job.wake(brand);
    }

    Duration lag(Instant now) {
        return job.lag(now);
    }

    Rewards rewards() {
        return rewards;
    }

    DemoPayouts demo() {
        return new DemoPayouts(new PayoutLimits(db, ids, clock, access), people, payouts);
    }

    Payouts payouts() {
        return payouts;
    }

    List<HttpService> services(
            Gate gate, Frame frame, Campaigns campaigns, Ambassadors ambassadors, Estimates estimates) {
        var estimatedRewards = new EstimatedRewards(db, job, estimates, ids, clock);
        var contests = new Contests(db, job, estimates, ids, clock);
        var export = new PayoutExport(payouts, ambassadors);
        var pages = new CampaignRewardsRoutes.Features(previews, new Podium(db, job, estimates, clock), contests);
        return List.of(
                new LedgerRoutes(gate, ambassadors, rewards),
                new RewardRoutes(gate, campaigns, ambassadors, previews, contests),
                new EstimatedRewardRoutes(gate, campaigns, ambassadors, estimates, estimatedRewards),
                new StatementRoutes(gate, ambassadors, rewards),
                new PayoutRoutes(gate, payouts, export),
                new CampaignRewardsRoutes(frame, campaigns, ambassadors, pages),
                new PayoutListRoutes(frame, rewards, payouts, ambassadors, new Idempotency(db)),
                new PayoutPageRoutes(frame, payouts, export, ambassadors, people),
                new CreditPayRoutes(frame, campaigns, ambassadors, estimates, estimatedRewards));
    }

    @Override
    public void close() {
        job.close();
    }
}
