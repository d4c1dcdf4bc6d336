package dev.herald.campaign;

import java.util.List;
import java.util.stream.Stream;

/**
 * Caps of a campaign. {@link #NONE} stands for no cap.
 *
 * @param perCode redemptions of each code
 * @param perCampaign redemptions of all codes together
 * @param perCustomer redemptions of each customer, over all codes
 * @param perCustomerPerDay the same within a day of the brand's time zone; likewise for the week and the month
 * @param minimumOrder merchandise, in minor units; 0 for none
 * @param budget discounts given less what reversals gave back, in minor units
 */
public record Limits(
        long perCode,
        long perCampaign,
        long perCustomer,
        long perCustomerPerDay,
        long perCustomerPerWeek,
        long perCustomerPerMonth,
        boolean firstOrderOnly,
        long minimumOrder,
        long budget) {

    public static final long NONE = Long.MAX_VALUE;
    public static final Limits UNLIMITED = new Limits(NONE, NONE, NONE, NONE, NONE, NONE, false, 0, NONE);

    public Limits {
        if (perCode < 1
                || perCampaign < 1
                || perCustomer < 1
                || perCustomerPerDay < 1
                || perCustomerPerWeek < 1
                || perCustomerPerMonth < 1
                || minimumOrder < 0
                || budget < 1) {
            throw new IllegalArgumentException("A limit is at least 1");
        }
    }

    /** The caps that each customer has; none if the campaign does not count customers. */
    public List<CustomerCap> customerCaps() {
        return Stream.of(
                        new CustomerCap(Period.CAMPAIGN, perCustomer),
                        new CustomerCap(Period.DAY, perCustomerPerDay),
                        new CustomerCap(Period.WEEK, perCustomerPerWeek),
                        new CustomerCap(Period.MONTH, perCustomerPerMonth))
                .filter(cap -> cap.most() != NONE)
                .toList();
    }

    /** Whether a redemption has to count against the whole campaign. */
    public boolean countsCampaign() {
        return perCampaign != NONE || budget != NONE;
    }

    public boolean countsCodes() {
        return perCode != NONE;
    }

    /** Whether a redemption has to count against its customer, in any period. */
    public boolean countsCustomers() {
        return perCustomer != NONE
                || perCustomerPerDay != NONE
                || perCustomerPerWeek != NONE
                || perCustomerPerMonth != NONE;
    }

    /** Whether a limit is an amount of money, and so of a currency. */
    boolean hasMoney() {
        return minimumOrder > 0 || budget != NONE;
    }

    Limits withoutMoney() {
        return withMinimumOrder(0).withBudget(NONE);
    }

    public Limits withPerCode(long most) {
        return new Limits(
                most,
                perCampaign,
                perCustomer,
                perCustomerPerDay,
                perCustomerPerWeek,
                perCustomerPerMonth,
                firstOrderOnly,
                minimumOrder,
                budget);
    }

    public Limits withPerCampaign(long most) {
        return new Limits(
                perCode,
                most,
                perCustomer,
                perCustomerPerDay,
                perCustomerPerWeek,
                perCustomerPerMonth,
                firstOrderOnly,
                minimumOrder,
                budget);
    }

    public Limits withPerCustomer(Period period, long most) {
        return new Limits(
                perCode,
                perCampaign,
                period == Period.CAMPAIGN ? most : perCustomer,
                period == Period.DAY ? most : perCustomerPerDay,
                period == Period.WEEK ? most : perCustomerPerWeek,
                period == Period.MONTH ? most : perCustomerPerMonth,
                firstOrderOnly,
                minimumOrder,
                budget);
    }

    public Limits withFirstOrderOnly() {
        return new Limits(
                perCode,
                perCampaign,
                perCustomer,
                perCustomerPerDay,
                perCustomerPerWeek,
                perCustomerPerMonth,
                true,
                minimumOrder,
                budget);
    }

    public Limits withMinimumOrder(long minor) {
        return new Limits(
                perCode,
                perCampaign,
                perCustomer,
                perCustomerPerDay,
                perCustomerPerWeek,
                perCustomerPerMonth,
                firstOrderOnly,
                minor,
                budget);
    }

    public Limits withBudget(long minor) {
        return new Limits(
                perCode,
                perCampaign,
                perCustomer,
                perCustomerPerDay,
                perCustomerPerWeek,
                perCustomerPerMonth,
                firstOrderOnly,
                minimumOrder,
                minor);
    }
}
