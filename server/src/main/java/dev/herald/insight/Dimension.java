package dev.herald.insight;

import java.util.Locale;

/** What redemptions are told apart by: something that a shop may tell of an order or of who placed it. */
public enum Dimension {
    /** Where the customer lives. */
    REGION,
    AGE_BAND,
    /** Both together: "Lyon, 25-34". */
    REGION_AND_AGE,
    /** New or returning. */
    FIRST_ORDER,
    /** How much the order was worth, in bands. */
    BASKET,
    /** Of the goods; an order may have several. */
    CATEGORY,
    /** The shop's own words for a customer, who may have several. */
    TAG,
    /** Where an ambassador posts; he may do so in several places. Ambassadors are counted here, not redemptions. */
    AMBASSADOR_CHANNEL,
    /** The brand's own words for an ambassador, as above. */
    AMBASSADOR_TAG;

    /** As the API and the tables call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
