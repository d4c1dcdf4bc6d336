package dev.herald.portal;

import dev.herald.campaign.Campaign;
import dev.herald.campaign.Limits;
import dev.herald.web.Formats;
import dev.herald.web.Texts;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** The conditions of a campaign in plain words. Pure. */
record TermsRules(Texts texts, Formats formats) {

    List<String> terms(Campaign campaign, Campaign.State state) {
        var terms = new ArrayList<String>();
        var limits = campaign.limits();
        if (limits.minimumOrder() > 0) {
            terms.add(texts.say("terms.minimum", formats.shortMoney(limits.minimumOrder(), campaign.currency())));
        }
        if (limits.firstOrderOnly()) {
            terms.add(texts.say("terms.first"));
        }
        if (limits.perCustomer() == 1) {
            terms.add(texts.say("terms.once"));
        } else {
            times(terms, "terms.times", limits.perCustomer());
            times(terms, "terms.day", limits.perCustomerPerDay());
            times(terms, "terms.week", limits.perCustomerPerWeek());
            times(terms, "terms.month", limits.perCustomerPerMonth());
        }
        if (state == Campaign.State.SCHEDULED) {
            terms.add(texts.say("terms.from", formats.time(campaign.startsAt()).shown()));
        }
        terms.add(
                campaign.endsAt().equals(Campaign.NO_END)
                        ? texts.say("terms.open")
                        : texts.say("terms.until", last(campaign.endsAt())));
        if (limits.countsCampaign() || limits.countsCodes()) {
            terms.add(texts.say("terms.scarce"));
        }
        if (!campaign.combinable()) {
            terms.add(texts.say("terms.alone"));
        }
        return terms;
    }

    /** The end is the first moment at which codes do not work: midnight belongs to the day before. */
    private String last(Instant end) {
        var atMidnight = end.atZone(formats.zone()).toLocalTime().equals(LocalTime.MIDNIGHT);
        return atMidnight
                ? formats.date(end.minusSeconds(1)).shown()
                : formats.time(end).shown();
    }

    private void times(List<String> terms, String name, long most) {
        if (most != Limits.NONE) {
            terms.add(texts.say(name, formats.count(most)));
        }
    }
}
