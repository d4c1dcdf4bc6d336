package dev.herald.web;

import dev.herald.money.BasisPoints;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Locale;

/** Writes numbers, money and times the way readers of one brand expect them. */
public record Formats(Locale locale, ZoneId zone) {

    private static final String MINUS = "\u2212";

    /** Money with exactly the digits its currency has: cents for the euro, none for the yen. */
    public String money(long minor, Currency currency) {
        var digits = Math.max(0, currency.getDefaultFractionDigits());
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return apart(format.format(BigDecimal.valueOf(minor, digits)));
    }

    /** The same without digits behind the comma where they are zero: $25, $12.50. */
    public String shortMoney(long minor, Currency currency) {
        var digits = Math.max(0, currency.getDefaultFractionDigits());
        if (minor % Math.powExact(10L, digits) != 0) {
            return money(minor, currency);
        }
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        format.setMaximumFractionDigits(0);
        return apart(format.format(BigDecimal.valueOf(minor, digits)));
    }

    public String count(long count) {
        return NumberFormat.getIntegerInstance(locale).format(count);
    }

    /** An estimated number: a tenth is as fine as it can be told, and that only of small ones. */
    public String estimated(double value) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(value < 10 ? 1 : 0);
        return format.format(value);
    }

    /** A positive rate with three digits that count: 112, 65.6, 6.58, 0.42. */
    public String rate(double value) {
        var digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(value);
    }

    /** A share of an offer, exact: 20%, 12.5%. */
    public String share(BasisPoints share) {
        var format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(2);
        return format.format(share.percent().movePointLeft(2));
    }

    /** A share of one in whole percent: 0.583 is 58%. */
    public String percent(double share) {
        return NumberFormat.getPercentInstance(locale).format(share);
    }

    /** A change with its sign: 0.18 is +18%. */
    public String change(double share) {
        var percent = Math.round(share * 100);
        return sign(percent) + percent(Math.abs(percent) / 100.0);
    }

    /** The difference of two shares in percentage points: 0.04 is +4 pts. */
    public String points(double difference) {
        var points = Math.round(difference * 100);
        return sign(points) + Math.abs(points) + (Math.abs(points) == 1 ? " pt" : " pts");
    }

    /** A day without its year, for an axis: 5 Oct. */
    public String day(LocalDate day) {
        return pattern("MMMd").format(day);
    }

    public String date(LocalDate day) {
        return pattern("yMMMd").format(day);
    }

    public Moment date(Instant at) {
        return moment(at, "yMMMd");
    }

    public Moment time(Instant at) {
        return moment(at, "yMMMdHm");
    }

    /** The JDK sets a currency without a sign of its own close to the digits: KWD1. */
    private static String apart(String money) {
        return money.replaceFirst("([A-Z]{3})(?=\\d)", "$1\u00a0");
    }

    /** To the second, for what happened just now. */
    public Moment second(Instant at) {
        return moment(at, "yMMMdHms");
    }

    private Moment moment(Instant at, String parts) {
        var whole = at.truncatedTo(ChronoUnit.SECONDS);
        return new Moment(
                whole.toString(),
                pattern(parts).format(whole.atZone(zone)),
                pattern("yMMMdHm").format(whole.atOffset(ZoneOffset.UTC)) + " UTC");
    }

    /** In English the day comes first, as most of those read it who write English but not American. */
    private DateTimeFormatter pattern(String parts) {
        if (!locale.getLanguage().equals("en")) {
            return DateTimeFormatter.ofLocalizedPattern(parts).withLocale(locale);
        }
        return DateTimeFormatter.ofPattern(
                switch (parts) {
                    case "MMMd" -> "d MMM";
                    case "yMMMd" -> "d MMM yyyy";
                    default -> "d MMM yyyy, HH:mm";
                },
                locale);
    }

    private static String sign(long value) {
        if (value == 0) {
            return "\u00b1";
        }
        return value < 0 ? MINUS : "+";
    }
}
