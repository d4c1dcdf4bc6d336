package dev.herald.insight;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says which segments a redemption belongs to. Pure. */
final class SegmentRules {

    /** What a shop tells of one order: more categories than a person tells apart are not counted. */
    private static final int MOST_CATEGORIES = 20;

    /** The bands of an order's worth end at 1, 2 and 5 times each power of ten: about doubling, in any currency. */
    private static final long[] STEPS = {1, 2, 5};

    /**
     * What is known of a redemption. Texts as the shop sent them.
     *
     * @param amount merchandise before discount, in minor units
     */
    record Known(
            @Nullable String region,
            @Nullable String ageBand,
            boolean firstOrder,
            long amount,
            String currency,
            List<String> categories,
            List<String> tags) {}

    private SegmentRules() {}

    /** Each segment once, and before the segments of a dimension their base. */
    static List<Segment> of(Known known) {
        var segments = new ArrayList<Segment>();
        var region = told(known.region());
        var age = told(known.ageBand());
        add(segments, Dimension.REGION, region.isEmpty() ? List.of() : List.of(region));
        add(segments, Dimension.AGE_BAND, age.isEmpty() ? List.of() : List.of(age));
        add(
                segments,
                Dimension.REGION_AND_AGE,
                region.isEmpty() || age.isEmpty() ? List.of() : List.of(region + ", " + age));
        add(segments, Dimension.FIRST_ORDER, List.of(known.firstOrder() ? Segment.NEW : Segment.RETURNING));
        var basket = new Segment(Dimension.BASKET, band(known.amount(), known.currency()), known.currency());
        segments.add(basket.base());
        segments.add(basket);
        add(segments, Dimension.CATEGORY, known.categories());
        add(segments, Dimension.TAG, known.tags());
        return segments;
    }

    private static void add(List<Segment> segments, Dimension dimension, List<String> names) {
        var told = names.stream()
                .map(SegmentRules::told)
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted()
                .limit(MOST_CATEGORIES)
                .map(name -> Segment.of(dimension, name))
                .toList();
        if (!told.isEmpty()) {
            segments.add(told.getFirst().base());
            segments.addAll(told);
        }
    }

    private static String told(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** Such as "20-50": from 20 to below 50 of the currency's major units. */
    static String band(long amount, String currency) {
        var digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        var whole = BigDecimal.valueOf(amount, digits)
                .setScale(0, RoundingMode.DOWN)
                .longValueExact();
        var from = 0L;
        for (var power = 1L; ; power *= 10) {
            for (var step : STEPS) {
                var to = step * power;
                if (whole < to) {
                    return from + "-" + to;
                }
                from = to;
            }
        }
    }
}
