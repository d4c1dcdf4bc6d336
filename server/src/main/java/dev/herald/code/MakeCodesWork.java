package dev.herald.code;

import dev.herald.campaign.CampaignId;
import dev.herald.campaign.Campaigns;
import dev.herald.job.Job;
import dev.herald.job.JobWork;
import dev.herald.job.Progress;
import java.util.Map;

/** Makes random codes by the thousand, up to millions: each piece locks the brand's codes for a fraction of a second. */
public final class MakeCodesWork implements JobWork {

    static final String KIND = "make_codes";

    /** As many as are generated and stored in about half a second. */
    private static final int A_PIECE = 10_000;

    /**
     * What to make.
     *
     * @param pattern such as SPRING-####
     */
    record Order(long campaign, String pattern) {}

    private final Campaigns campaigns;
    private final CodeIssuer issuer;

    public MakeCodesWork(Campaigns campaigns, CodeIssuer issuer) {
        this.campaigns = campaigns;
        this.issuer = issuer;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Progress next(Job job) {
        var order = job.input(Order.class);
        var campaign = campaigns.get(job.brand(), new CampaignId(order.campaign()));
        campaigns.requireOpen(campaign);
        var most = (int) Math.min(A_PIECE, job.total() - job.done());
        var wanted = new UniqueCodes(campaign, null, CodePattern.of(order.pattern()), most, job.id());
        var count = issuer.makeUnique(wanted).size();
        return job.done() + count < job.total()
                ? Progress.more(count, Map.of())
                : Progress.last(
                        count, Map.of("codes", "/v1/campaigns/" + campaign.id() + "/codes.csv?job=" + job.id()));
    }
}
