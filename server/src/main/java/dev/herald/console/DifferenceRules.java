package dev.herald.console;

import dev.herald.console.Badge.Tone;
import dev.herald.insight.Difference;
import dev.herald.insight.Difference.Reckoned;
import dev.herald.insight.Difference.Told;
import dev.herald.insight.Difference.Unknown;
import dev.herald.insight.Measure;
import dev.herald.web.Formats;
import java.util.Currency;
import java.util.List;

/** Says in plain words how two campaigns, or two kinds of them, differ. */
record DifferenceRules(Formats formats, Currency currency) {

    /** @param first, second what both are called within a sentence */
    DifferenceLine line(Difference one, String first, String second) {
        return switch (one) {
            case Reckoned it ->
                new DifferenceLine(
                        name(it.measure()),
                        value(it.measure(), it.first()),
                        value(it.measure(), it.second()),
                        List.of(badge(it.told(), first, second)),
                        it.measure().isRatio() ? ratio(it) : points(it));
            case Unknown it ->
                new DifferenceLine(
                        name(it.measure()),
                        "\u2013",
                        "\u2013",
                        List.of(),
                        switch (it.reason()) {
                            case NO_MEMBERS -> "One of the campaigns has no members, so nobody knows whom it reached.";
                            case NO_REDEMPTIONS -> "There are no redemptions to compare yet.";
                            case TOO_FEW_DAYS -> "Each needs redemptions on at least three days.";
                            case OTHER_CURRENCY -> "The campaigns are in different currencies.";
                        });
        };
    }

    static String name(Measure measure) {
        return switch (measure) {
            case REDEMPTIONS_PER_THOUSAND_REACHED -> "Redemptions per 1,000 people reached";
            case REDEMPTIONS_PER_CAMPAIGN -> "Redemptions of a typical campaign";
            case NEW_CUSTOMER_SHARE -> "New customers";
            case REVENUE_PER_REDEMPTION -> "Net revenue per redemption";
        };
    }

    private String value(Measure measure, double value) {
        return switch (measure) {
            case REDEMPTIONS_PER_THOUSAND_REACHED -> formats.rate(value);
            case REDEMPTIONS_PER_CAMPAIGN -> formats.count(Math.round(value));
            case NEW_CUSTOMER_SHARE -> formats.percent(value);
            case REVENUE_PER_REDEMPTION -> formats.money(Math.round(value), currency);
        };
    }

    private static Badge badge(Told told, String first, String second) {
        return switch (told) {
            case HIGHER -> new Badge("Higher with " + first, Tone.GOOD);
            case LOWER -> new Badge("Higher with " + second, Tone.GOOD);
            case NO_DIFFERENCE_YET -> new Badge("No difference can be told yet", Tone.INFO);
        };
    }

    private String ratio(Reckoned it) {
        var much = it.measure() == Measure.REVENUE_PER_REDEMPTION ? " times as much" : " times as many";
        return formats.rate(it.estimate()) + much + ", most likely between " + formats.rate(it.low()) + " and "
                + formats.rate(it.high());
    }

    private String points(Reckoned it) {
        return formats.points(it.estimate()) + ", most likely between " + formats.points(it.low()) + " and "
                + formats.points(it.high());
    }
}
