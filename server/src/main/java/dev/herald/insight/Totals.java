package dev.herald.insight;

/**
 * What became of some codes. Money in minor units of one currency.
 *
 * @param redemptions those that stand
 * @param reversed those that were undone completely
 * @param firstOrders first orders among those that stand
 * @param revenue order amounts less reversed amounts
 * @param discount discounts given less what reversals gave back
 */
public record Totals(long redemptions, long reversed, long firstOrders, long revenue, long discount) {

    public static final Totals NONE = new Totals(0, 0, 0, 0, 0);

    /** Both together. */
    public Totals plus(Totals other) {
        return new Totals(
                redemptions + other.redemptions,
                reversed + other.reversed,
                firstOrders + other.firstOrders,
                revenue + other.revenue,
                discount + other.discount);
    }

    /** Share of first orders among the redemptions that stand; 0 without any. */
    public double firstOrderShare() {
        return redemptions == 0 ? 0 : (double) firstOrders / redemptions;
    }
}
