package dev.herald.campaign;

import dev.herald.money.BasisPoints;

/** What the buyer gets. All amounts are in minor units of the campaign's currency. */
public sealed interface Offer {

    /** The most a percent offer may give when it has no maximum of its own. */
    long NO_MAXIMUM = Long.MAX_VALUE;

    /** The discount on an order, never more than its merchandise (or, for free shipping, than its shipping). */
    long discountOn(long amount, long shipping);

    /** Whether the discount is on the shipping, and so on no line of the order. */
    default boolean isOnShipping() {
        return false;
    }

    /** A short number that codes carry: MIA20 for 20 %; "" if the offer has none. */
    String number();

    /** A share of the merchandise, rounded half up, up to a maximum. */
    record Percent(BasisPoints share, long max) implements Offer {

        @Override
        public long discountOn(long amount, long shipping) {
            return Math.min(share.of(amount), max);
        }

        @Override
        public String number() {
            return share.percent().scale() == 0 ? share.percent().toPlainString() : "";
        }
    }

    /**
     * A fixed amount.
     *
     * @param value minor units, above 0
     * @param fractionDigits of the currency, to tell ten dollars from a thousand cents
     */
    record Amount(long value, int fractionDigits) implements Offer {

        @Override
        public long discountOn(long amount, long shipping) {
            return Math.min(value, amount);
        }

        @Override
        public String number() {
            var unit = Math.powExact(10L, fractionDigits);
            return value % unit == 0 ? Long.toString(value / unit) : "";
        }
    }

    /** The buyer pays no shipping. */
    record FreeShipping() implements Offer {

        @Override
        public long discountOn(long amount, long shipping) {
            return shipping;
        }

        @Override
        public boolean isOnShipping() {
            return true;
        }

        @Override
        public String number() {
            return "";
        }
    }
}
