package dev.herald.insight;

import dev.herald.campaign.Objective;
import java.util.List;

/**
 * Campaigns with one objective and one kind of offer: those with a blanket code and those with personal codes.
 *
 * @param offer percent, amount or free_shipping
 * @param differences personal against blanket; nothing while there are too few of either
 */
public record LikeForLike(
        Objective objective,
        String offer,
        List<CampaignTotals> blanket,
        List<CampaignTotals> personal,
        List<Difference> differences) {

    /** How many of either have to be there before they are compared. */
    public static final int FEWEST = 3;

    public LikeForLike {
        blanket = List.copyOf(blanket);
        personal = List.copyOf(personal);
        differences = List.copyOf(differences);
    }

    public boolean isTooFew() {
        return differences.isEmpty();
    }
}
