package dev.herald.campaign;

/**
 * Caps of a campaign. {@link #NONE} stands for no cap.
 *
 * @param perCode redemptions of each code
 * @param perCampaign redemptions of all codes together
 * @param perCustomer redemptions of each customer, over all codes
 * @param minimumOrder merchandise, in minor units; 0 for none
 * @param budget discounts given less what reversals gave back, in minor units
 */
public record Limits(
        long perCode, long perCampaign, long perCustomer, boolean firstOrderOnly, long minimumOrder, long budget) {

    public static final long NONE = Long.MAX_VALUE;
    public static final Limits UNLIMITED = new Limits(NONE, NONE, NONE, false, 0, NONE);

    public Limits {
        if (perCode < 1 || perCampaign < 1 || perCustomer < 1 || minimumOrder < 0 || budget < 1) {
            throw new IllegalArgumentException("A limit is at least 1");
        }
    }

    /** Whether a redemption has to count against the whole campaign. */
    public boolean countsCampaign() {
        return perCampaign != NONE || budget != NONE;
    }

    public boolean countsCodes() {
        return perCode != NONE;
    }

    public boolean countsCustomers() {
        return perCustomer != NONE;
    }

    /** Whether a limit is an amount of money, and so of a currency. */
    boolean hasMoney() {
        return minimumOrder > 0 || budget != NONE;
    }

    Limits withoutMoney() {
        return new Limits(perCode, perCampaign, perCustomer, firstOrderOnly, 0, NONE);
    }
}
