package dev.herald.portal;

import dev.herald.campaign.Campaign;
import dev.herald.code.PromoCode;
import dev.herald.portal.AmbassadorPage.Choice;
import dev.herald.portal.AmbassadorPage.Past;
import dev.herald.portal.AmbassadorPage.Ticket;
import dev.herald.web.Formats;
import dev.herald.web.Words;

/** Makes what an ambassador sees of one campaign. */
record TicketRules(String brand, Formats formats) {

    static boolean isOver(Campaign.State state) {
        return state == Campaign.State.ENDED || state == Campaign.State.ARCHIVED;
    }

    /** How to greet somebody: by the first name, unless that is a title or an initial. */
    static String callName(String name) {
        var first = name.strip().replaceFirst("(?s)\\s.*", "");
        return first.length() < 2 || first.endsWith(".") ? name : first;
    }

    /** @param choice how the ambassador can choose another code, if it is his own */
    Ticket ticket(Campaign campaign, Campaign.State state, PromoCode code, long used, Choice choice) {
        var usable = code.status() == PromoCode.Status.LIVE;
        var offer = Words.offerWithin(campaign, formats);
        var shared = code.kind() == PromoCode.Kind.BLANKET;
        return new Ticket(
                campaign.name(),
                usable && state == Campaign.State.RUNNING,
                usable ? state(campaign, state) : "Switched off",
                (shared ? "The campaign's code, " : "Your code, ") + offer + " for followers",
                code.display(),
                Caption.of(code.display(), offer, brand),
                formats.count(used),
                (used == 1 ? "time used" : "times used") + (shared ? ", by everybody's followers" : ""),
                shared ? null : choice);
    }

    Past past(Campaign campaign, PromoCode code, long used) {
        return new Past(campaign.name(), code.display(), formats.count(used) + (used == 1 ? " use" : " uses"));
    }

    private String state(Campaign campaign, Campaign.State state) {
        return switch (state) {
            case RUNNING -> "Live";
            case SCHEDULED -> "Starts " + formats.date(campaign.startsAt()).shown();
            case DRAFT -> "Starts soon";
            case PAUSED -> "Paused";
            case ENDED, ARCHIVED -> "Ended";
        };
    }
}
