package dev.herald.insight;

/**
 * What was seen of one ambassador.
 *
 * @param redemptions those that stand, 0 or more
 * @param exposure people reached in effect, above 0; the unit is the caller's and rates come in its inverse
 */
public record Observation(long redemptions, double exposure) {

    public Observation {
        if (redemptions < 0 || !(exposure > 0) || !Double.isFinite(exposure)) {
            throw new IllegalArgumentException(redemptions + " redemptions of " + exposure + " reached");
        }
    }
}
