package dev.herald.code;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.ambassador.Ambassadors;
import dev.herald.campaign.CampaignId;
import dev.herald.campaign.Campaigns;
import dev.herald.job.Job;
import dev.herald.job.JobWork;
import dev.herald.job.Progress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes thousands of ambassadors members of a campaign, each with a code. */
public final class EnrollWork implements JobWork {

    static final String KIND = "enroll";

    /** As many as find their codes in about half a second. */
    private static final int A_PIECE = 250;

    /** Whom to enroll: ambassadors that were there when it was asked for. */
    record Order(
            long campaign, List<Long> ambassadors, @Nullable String pattern) {}

    private final Campaigns campaigns;
    private final Ambassadors ambassadors;
    private final CodeIssuer issuer;

    public EnrollWork(Campaigns campaigns, Ambassadors ambassadors, CodeIssuer issuer) {
        this.campaigns = campaigns;
        this.ambassadors = ambassadors;
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
        var from = (int) job.done();
        var to = (int) Math.min(from + A_PIECE, job.total());
        var piece = order.ambassadors().subList(from, to).stream()
                .map(AmbassadorId::new)
                .toList();
        var known = ambassadors.find(job.brand(), piece);
        issuer.enroll(
                campaign,
                piece.stream().map(id -> Objects.requireNonNull(known.get(id))).toList(),
                order.pattern() == null ? null : CodePattern.of(order.pattern()));
        return to < job.total()
                ? Progress.more(piece.size(), Map.of())
                : Progress.last(piece.size(), Map.of("codes", "/v1/campaigns/" + campaign.id() + "/codes.csv"));
    }
}
