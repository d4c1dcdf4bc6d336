package dev.herald.console;

import java.util.List;

/** The list of campaigns, newest first; {@code next} is empty on the last page. The sample creates a first one. */
public record CampaignsPage(
        Shell shell, List<CampaignLine> campaigns, List<PlanLine> plans, String next, String sample) {

    public CampaignsPage {
        campaigns = List.copyOf(campaigns);
        plans = List.copyOf(plans);
    }
}
