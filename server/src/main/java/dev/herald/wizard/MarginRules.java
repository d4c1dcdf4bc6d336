package dev.herald.wizard;

import dev.herald.campaign.Offer;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What an offer leaves of an order. Pure; amounts in minor units. */
final class MarginRules {

    private MarginRules() {}

    /**
     * One order with an offer.
     *
     * @param order merchandise before the discount
     * @param without what the brand keeps of it without the campaign: its margin
     * @param discount given to the buyer
     * @param pays what the buyer pays for the merchandise
     * @param reward promised to the ambassador
     */
    record Example(long order, long without, long discount, long pays, long reward) {

        long keeps() {
            return without - discount - reward;
        }
    }

    /** What an ambassador is promised for an order: a fixed amount, or a share of what the buyer pays. */
    record Reward(long flat, BigDecimal percent) {

        static final Reward NONE = new Reward(0, BigDecimal.ZERO);

        long of(long paid) {
            return flat + share(paid, percent);
        }
    }

    /**
     * @param margin in percent of the order
     * @param shipping what the buyer would pay for shipping
     * @param minimum an order below it gets no discount
     */
    static Example example(long order, BigDecimal margin, Offer offer, long shipping, long minimum, Reward reward) {
        var discount = order < minimum ? 0 : offer.discountOn(order, shipping);
        var pays = offer.isOnShipping() ? order : order - discount;
        return new Example(order, share(order, margin), discount, pays, order < minimum ? 0 : reward.of(pays));
    }

    private static long share(long amount, BigDecimal percent) {
        return percent.multiply(BigDecimal.valueOf(amount))
                .divide(BigDecimal.valueOf(100), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
