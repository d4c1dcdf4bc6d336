package dev.herald.planner;

/**
 * An assumption as the brand's own campaigns show it.
 *
 * @param low the true value is below this with a probability of 10 %
 * @param high the true value is above this with a probability of 10 %
 */
record Learnt(double value, double low, double high) {}
