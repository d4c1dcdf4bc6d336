package dev.herald.portal;

import dev.herald.insight.Estimate;

/**
 * An ambassador's place among all of a campaign.
 *
 * @param place 1 for the most redemptions; who has as many shares it
 * @param among how many there are
 */
record Standing(long place, long among, long redemptions, Estimate estimate) {}
