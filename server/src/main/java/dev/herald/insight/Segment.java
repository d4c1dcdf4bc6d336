package dev.herald.insight;

import java.util.Locale;

/**
 * A group of redemptions, by one thing that is known of them.
 *
 * @param name of the group; {@link #ALL} for every redemption of which anything is known in this dimension
 * @param currency the orders of a basket band are compared with orders in the same currency only; "" in other dimensions
 */
public record Segment(Dimension dimension, String name, String currency) {

    static final String ALL = "";

    /** Every redemption is either a first order or not. */
    static final Segment EVERY_ONE = of(Dimension.FIRST_ORDER, ALL);

    static final String NEW = "new";
    static final String RETURNING = "returning";

    public static Segment of(Dimension dimension, String name) {
        return new Segment(dimension, name, "");
    }

    /** Of which this one is a part. */
    public Segment base() {
        return new Segment(dimension, ALL, currency);
    }

    boolean isBase() {
        return name.equals(ALL);
    }

    /** The name as the API tells it: that of a basket band with its currency. */
    public String label() {
        return currency.isEmpty() ? name : name + ' ' + currency;
    }

    /** The dimension as the rollup keeps it. */
    String column() {
        return currency.isEmpty() ? dimension.word() : dimension.word() + ' ' + currency;
    }

    static Segment ofColumns(String column, String name) {
        var blank = column.indexOf(' ');
        var word = blank < 0 ? column : column.substring(0, blank);
        var dimension = Dimension.valueOf(word.toUpperCase(Locale.ROOT));
        return new Segment(dimension, name, blank < 0 ? "" : column.substring(blank + 1));
    }
}
