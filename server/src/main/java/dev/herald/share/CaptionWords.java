package dev.herald.share;

import dev.herald.campaign.Campaign;
import dev.herald.campaign.Offer;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;

/** What a campaign gives and until when, within a sentence of the brand's language; English where we speak no other. */
record CaptionWords(Locale locale) {

    String offer(Campaign campaign) {
        return switch (campaign.offer()) {
            case Offer.Percent(var share, var max) -> {
                var percent = number(share.percent())
                        + switch (language()) {
                            case "de" -> "\u00a0% Rabatt";
                            case "fr" -> "\u00a0% de réduction";
                            default -> "% off";
                        };
                yield max == Offer.NO_MAXIMUM ? percent : percent + most(money(max, campaign.currency()));
            }
            case Offer.Amount(var value, var _) ->
                money(value, campaign.currency())
                        + switch (language()) {
                            case "de" -> " Rabatt";
                            case "fr" -> " de réduction";
                            default -> " off";
                        };
            case Offer.FreeShipping() ->
                switch (language()) {
                    case "de" -> "kostenlosen Versand";
                    case "fr" -> "livraison offerte";
                    default -> "free shipping";
                };
        };
    }

    String until(Campaign campaign, ZoneId zone) {
        if (campaign.endsAt().equals(Campaign.NO_END)) {
            return switch (language()) {
                case "de" -> "auf Weiteres";
                case "fr" -> "nouvel ordre";
                default -> "further notice";
            };
        }
        // The end is the first moment at which codes do not work: midnight belongs to the day before.
        var last = campaign.endsAt().atZone(zone).minusSeconds(1);
        var pattern = language().equals("de") ? "d. MMMM yyyy" : "d MMMM yyyy";
        return DateTimeFormatter.ofPattern(pattern, spoken()).format(last);
    }

    String language() {
        var language = locale.getLanguage();
        return language.equals("de") || language.equals("fr") ? language : "en";
    }

    private String most(String money) {
        return switch (language()) {
            case "de" -> " (höchstens " + money + ")";
            case "fr" -> " (" + money + " maximum)";
            default -> " (up to " + money + ")";
        };
    }

    private String number(BigDecimal number) {
        return NumberFormat.getNumberInstance(spoken()).format(number);
    }

    private String money(long minor, Currency currency) {
        var digits = Math.max(0, currency.getDefaultFractionDigits());
        var whole = minor % Math.powExact(10L, digits) == 0;
        var format = NumberFormat.getCurrencyInstance(spoken());
        format.setCurrency(currency);
        format.setMinimumFractionDigits(whole ? 0 : digits);
        format.setMaximumFractionDigits(digits);
        return format.format(BigDecimal.valueOf(minor, digits));
    }

    /** The words are in one of our languages, so the numbers are as well. */
    private Locale spoken() {
        return language().equals(locale.getLanguage()) ? locale : Locale.ENGLISH;
    }
}
