package dev.herald.insight;

/**
 * What is known of one ambassador's rate of redemptions per person reached.
 *
 * @param rate the mean of what the rate may be: the raw rate, drawn towards the others' as far as it is uncertain
 * @param low the rate is below this with a probability of 10 %
 * @param high the rate is above this with a probability of 10 %
 */
public record Estimate(double rate, double low, double high) {}
