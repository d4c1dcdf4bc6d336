package dev.herald.attribution;

import dev.herald.campaign.CampaignId;
import dev.herald.campaign.Campaigns;
import dev.herald.job.Job;
import dev.herald.job.JobWork;
import dev.herald.job.Progress;

/** Estimates credit: counts what there is to credit first, then does it at once. */
public final class EstimateWork implements JobWork {

    public static final String KIND = "estimate_credit";

    /** What is asked for. */
    public record Order(long campaign) {}

    record Counted(long redemptions) {}

    record Made(CampaignId campaignId, int version) {}

    private final Campaigns campaigns;
    private final Estimates estimates;

    public EstimateWork(Campaigns campaigns, Estimates estimates) {
        this.campaigns = campaigns;
        this.estimates = estimates;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Progress next(Job job) {
        var campaign =
                campaigns.get(job.brand(), new CampaignId(job.input(Order.class).campaign()));
        var counted = job.cursor(Counted.class);
        if (counted.isEmpty()) {
            return Progress.more(0, new Counted(estimates.redemptions(campaign)));
        }
        var made =
                estimates.make(campaign, counted.get().redemptions(), job.id().value());
        return Progress.last(job.total(), new Made(campaign.id(), made.version()));
    }
}
