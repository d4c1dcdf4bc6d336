package dev.herald.insight;

import dev.herald.ambassador.AmbassadorId;

/**
 * What an ambassador did in the campaigns in which he had a code of his own.
 *
 * @param followers 0 if nobody knows
 * @param campaigns how many these were; one that still runs counts for the part that is over
 * @param silent how many of them brought nothing, perhaps because he posted nothing
 * @param redemptions those that stand
 */
public record TrackRecord(
        AmbassadorId id, String name, long followers, double campaigns, double silent, long redemptions) {

    /** Of somebody whose followers nobody knows; what an ambassador has who does not say. */
    private static final long USUAL_FOLLOWERS = 5_000;

    public TrackRecord {
        if (followers < 0 || redemptions < 0 || !(silent >= 0) || !(campaigns >= silent)) {
            throw new IllegalArgumentException(redemptions + " redemptions in " + campaigns + " campaigns");
        }
    }

    /** Thousands of people who see him in one campaign if he posts. */
    public double reach() {
        return Reach.thousands(followers == 0 ? USUAL_FOLLOWERS : followers);
    }

    /** Thousands of people whom he could reach in all his campaigns, each time anew. */
    public double reached() {
        return reach() * campaigns;
    }
}
