package dev.herald.portal;

import dev.herald.insight.Estimate;
import dev.herald.insight.Place;

/**
 * An ambassador's place among all of a campaign, by redemptions.
 *
 * @param among how many there are
 */
record Standing(Place place, int among, long redemptions, Estimate estimate) {}
