package dev.herald.insight;

import java.util.Locale;

/** Puts segments into plain words. */
public final class SegmentWords {

    private SegmentWords() {}

    /** Who or what is meant, such as "Lyon, 25-34" or "New customers". */
    public static String name(Segment segment) {
        return switch (segment.dimension()) {
            case REGION, REGION_AND_AGE -> segment.name();
            case AGE_BAND -> "Age " + segment.name();
            case FIRST_ORDER -> segment.name().equals(Segment.NEW) ? "New customers" : "Returning customers";
            case BASKET -> basket(segment);
            case CATEGORY -> "Orders with " + segment.name();
            case TAG -> "Customers tagged " + segment.name();
            case AMBASSADOR_CHANNEL -> "Ambassadors on " + segment.name();
            case AMBASSADOR_TAG -> "Ambassadors tagged " + segment.name();
        };
    }

    private static String basket(Segment segment) {
        var dash = segment.name().indexOf('-');
        var from = segment.name().substring(0, dash);
        var to = segment.name().substring(dash + 1);
        return from.equals("0")
                ? "Orders below %s %s".formatted(to, segment.currency())
                : "Orders of %s to %s %s".formatted(from, to, segment.currency());
    }

    /** Such as "1.5 times as likely"; as many digits as tell it from 1. */
    public static String times(double lift) {
        var pattern = Math.abs(lift - 1) < 0.095 ? "%.2f times as likely" : "%.1f times as likely";
        return String.format(Locale.ROOT, pattern, lift);
    }
}
