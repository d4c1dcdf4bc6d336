package dev.herald.wizard;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;

/** Reads numbers as people write them: 1,000.50 in London, 1.000,50 in Berlin, 1 000,50 in Paris. */
final class Numbers {

    private static final int LONGEST = 40;

    private Numbers() {}

    /** Empty if the text is no number; signs of currencies and percents around it do not matter. */
    static Optional<BigDecimal> read(String text, Locale locale) {
        var bare = text.replaceAll("[\\s\\u00a0\\u202f'’%\\p{Sc}]", "");
        if (bare.length() > LONGEST || !bare.matches("[0-9]+([.,][0-9]+)*|[.,][0-9]+")) {
            return Optional.empty();
        }
        var point = decimalPoint(bare, DecimalFormatSymbols.getInstance(locale).getDecimalSeparator());
        var whole = (point < 0 ? bare : bare.substring(0, point)).replaceAll("[.,]", "");
        var fraction = point < 0 ? "" : "." + bare.substring(point + 1);
        return Optional.of(new BigDecimal("0" + whole + fraction));
    }

    /** Where the fraction begins, or -1: 1,000 is a thousand in London, 12,5 is twelve and a half everywhere. */
    private static int decimalPoint(String bare, char usual) {
        var last = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','));
        if (last < 0) {
            return -1;
        }
        var sign = bare.charAt(last);
        if (bare.indexOf(sign) != last) {
            return -1;
        }
        var other = sign == '.' ? ',' : '.';
        var groupsThree = bare.length() - last == 4 && last > 0 && last <= 3;
        return sign != usual && groupsThree && bare.indexOf(other) < 0 ? -1 : last;
    }
}
