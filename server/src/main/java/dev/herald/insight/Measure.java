package dev.herald.insight;

/** What campaigns are compared by. */
public enum Measure {
    /** Redemptions for every thousand people that its members reach. */
    REDEMPTIONS_PER_THOUSAND_REACHED,
    /** Redemptions of one campaign. */
    REDEMPTIONS_PER_CAMPAIGN,
    /** The share of first orders among the redemptions; compared by difference, everything else by ratio. */
    NEW_CUSTOMER_SHARE,
    /** Net revenue of one redemption, in minor units. */
    REVENUE_PER_REDEMPTION;

    public boolean isRatio() {
        return this != NEW_CUSTOMER_SHARE;
    }
}
