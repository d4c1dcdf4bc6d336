package dev.herald.reward;

import dev.herald.ambassador.AmbassadorId;

/**
 * Who won a prize.
 *
 * @param place 1 for the best; the same for all who tie
 * @param redemptions that stand or, where they are estimated, the mean
 * @param prize minor units of the campaign's currency
 */
public record Winner(AmbassadorId ambassador, int place, long redemptions, long prize) {}
