package dev.herald.console;

import dev.herald.campaign.Campaign;
import dev.herald.campaign.Limits;
import dev.herald.insight.Totals;
import dev.herald.web.Formats;
import java.util.Optional;

/** Finds what the staff should look at before it stops by itself. */
record AttentionRules(Formats formats) {

    /** From this share of a limit on there is little left. */
    private static final double NEARLY = 0.8;

    /** A running campaign that has used most of its budget or of its redemptions; the budget comes first. */
    Optional<Attention> of(Campaign campaign, Totals totals) {
        var limits = campaign.limits();
        return nearly(campaign, totals.discount(), limits.budget(), "given out", "of its budget")
                .or(() -> nearly(campaign, totals.redemptions(), limits.perCampaign(), "had", "of its redemptions"));
    }

    private Optional<Attention> nearly(Campaign campaign, long used, long limit, String verb, String ofWhat) {
        var share = (double) used / limit;
        if (limit == Limits.NONE || share < NEARLY) {
            return Optional.empty();
        }
        return Optional.of(new Attention(
                campaign.name() + " has " + verb + " " + formats.percent(share) + " " + ofWhat + ".",
                "/console/campaigns/" + campaign.id()));
    }
}
