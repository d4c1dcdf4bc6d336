package dev.herald.planner;

import dev.herald.campaign.Strategy;
import java.math.BigDecimal;

/**
 * An assumption of the advice for people, who may set another value.
 *
 * @param key by which the API calls it
 * @param name what it is, within a sentence
 * @param value as people read it
 * @param low where the true value lies above with a probability of 90 %
 * @param high where the true value lies below with a probability of 90 %
 * @param source where the value comes from
 * @param set whether somebody set it for this plan
 * @param leadLow by what share the advised strategy is ahead of the best other one, if the true value is the low one
 * @param leadHigh the same for the high one
 * @param atLow what would be advised if the true value is the low one
 * @param atHigh the same for the high one
 */
public record Assumed(
        String key,
        String name,
        Unit unit,
        String value,
        String low,
        String high,
        String source,
        boolean set,
        double leadLow,
        double leadHigh,
        Strategy atLow,
        Strategy atHigh) {

    /** What a value is counted in. */
    public enum Unit {
        NUMBER,
        MONEY,
        PERCENT;

        /** What people write, as the API takes it: 45 percent are 0.45. */
        public BigDecimal read(BigDecimal written) {
            return this == PERCENT ? written.movePointLeft(2) : written;
        }

        /** What the API takes, as people write it. */
        public BigDecimal write(BigDecimal value) {
            return this == PERCENT ? value.movePointRight(2) : value;
        }
    }
}
