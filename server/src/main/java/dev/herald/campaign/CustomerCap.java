package dev.herald.campaign;

/**
 * The most redemptions that one customer may have within one period, over all codes of a campaign.
 *
 * @param most at least 1
 */
public record CustomerCap(Period period, long most) {}
