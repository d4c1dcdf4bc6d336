package dev.herald.code;

import dev.herald.campaign.Campaign;
import dev.herald.campaign.Campaigns;
import dev.herald.job.Job;
import dev.herald.job.Jobs;
import dev.herald.platform.Problem;
import dev.herald.platform.RequestRefused;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes on the making of codes by the thousand, as jobs. */
public final class BulkCodes {

    /** As many as a server keeps in memory for all its brands together. */
    public static final int MOST = 3_000_000;

    private final Campaigns campaigns;
    private final CodeIssuer issuer;
    private final Jobs jobs;

    public BulkCodes(Campaigns campaigns, CodeIssuer issuer, Jobs jobs) {
        this.campaigns = campaigns;
        this.issuer = issuer;
        this.jobs = jobs;
    }

    /**
     * Has unique codes made that nobody owns yet.
     *
     * @param pattern such as SPRING-####; absent for as many random symbols as keep them from being guessed
     * @param count 1 to {@link #MOST}
     */
    public Job make(Campaign campaign, @Nullable String pattern, long count) {
        campaigns.requireOpen(campaign);
        var form = pattern == null ? issuer.patternFor(campaign.brand(), count) : usable(pattern, count);
        var order = new MakeCodesWork.Order(campaign.id().value(), form.toString());
        return jobs.create(campaign.brand(), MakeCodesWork.KIND, order, count);
    }

    /** A pattern that can hold so many codes; any other is refused with 422. */
    static CodePattern usable(String text, long count) {
        return switch (CodePattern.parse(text)) {
            case CodePattern.Parsed.Refused(var reason) -> throw refused(reason);
            case CodePattern.Parsed.Usable(var pattern) -> {
                if (count > pattern.easyCapacity()) {
                    throw refused("The pattern holds about " + pattern.easyCapacity()
                            + " codes that no slip mixes up. Write more # for more of them.");
                }
                yield pattern;
            }
        };
    }

    private static RequestRefused refused(String reason) {
        return new RequestRefused(
                new Problem(422, "invalid_request", reason, List.of(new Problem.Violation("/pattern", reason))));
    }
}
