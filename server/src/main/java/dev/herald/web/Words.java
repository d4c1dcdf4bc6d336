package dev.herald.web;

import dev.herald.campaign.Campaign;
import dev.herald.campaign.Offer;
import dev.herald.campaign.Strategy;

/** The words pages use for what a campaign gives and how its codes are given. */
public final class Words {

    private Words() {}

    /** What the buyer gets: 20% off, up to €50.00. */
    public static String offer(Campaign campaign, Formats formats) {
        return switch (campaign.offer()) {
            case Offer.Percent(var share, var max) ->
                share.percent().toPlainString() + "% off"
                        + (max == Offer.NO_MAXIMUM ? "" : ", up to " + formats.money(max, campaign.currency()));
            case Offer.Amount(var value, var _) -> formats.money(value, campaign.currency()) + " off";
            case Offer.FreeShipping() -> "Free shipping";
        };
    }

    /** The same within a sentence. */
    public static String offerWithin(Campaign campaign, Formats formats) {
        return campaign.offer() instanceof Offer.FreeShipping ? "free shipping" : offer(campaign, formats);
    }

    public static String strategy(Strategy strategy) {
        return switch (strategy) {
            case BLANKET -> "One blanket code";
            case UNIQUE -> "Unique codes";
            case PERSONAL -> "Personal codes";
            case TIERED -> "Tiered codes";
        };
    }

    public static String state(Campaign.State state) {
        return switch (state) {
            case DRAFT -> "Draft";
            case SCHEDULED -> "Scheduled";
            case RUNNING -> "Running";
            case PAUSED -> "Paused";
            case ENDED -> "Ended";
            case ARCHIVED -> "Archived";
        };
    }
}
