package dev.herald.console;

import dev.herald.web.Moment;
import java.util.List;

/** One campaign in a list. */
public record CampaignLine(
        String id,
        String name,
        Badge state,
        String strategy,
        String offer,
        Moment starts,
        List<Moment> ends,
        String redemptions) {

    public CampaignLine {
        ends = List.copyOf(ends);
    }

    public String address() {
        return "/console/campaigns/" + id;
    }
}
