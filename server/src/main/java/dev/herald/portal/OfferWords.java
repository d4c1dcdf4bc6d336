package dev.herald.portal;

import dev.herald.campaign.Campaign;
import dev.herald.campaign.Offer;
import dev.herald.web.Formats;
import dev.herald.web.Texts;

/** Says what a campaign gives, in the reader's language and within a sentence. */
record OfferWords(Texts texts, Formats formats) {

    String offer(Campaign campaign) {
        return switch (campaign.offer()) {
            case Offer.Percent(var share, var max) ->
                max == Offer.NO_MAXIMUM
                        ? texts.say("offer.percent", formats.share(share))
                        : texts.say(
                                "offer.percent.max",
                                formats.share(share),
                                formats.shortMoney(max, campaign.currency()));
            case Offer.Amount(var value, var _) ->
                texts.say("offer.amount", formats.shortMoney(value, campaign.currency()));
            case Offer.FreeShipping() -> texts.say("offer.shipping");
        };
    }

    /** The same at the beginning of a line. */
    String headline(Campaign campaign) {
        var offer = offer(campaign);
        return offer.substring(0, 1).toUpperCase(texts.locale()) + offer.substring(1);
    }
}
