package dev.herald.planner;

/**
 * What one order of the next campaign is expected to leave, in minor units.
 *
 * @param order merchandise before the discount
 * @param discount given to the buyer
 * @param reward promised to the ambassador
 * @param contribution the margin less the discount, before the reward; perhaps below 0
 */
public record OrderWorth(long order, long discount, double reward, double contribution) {}
