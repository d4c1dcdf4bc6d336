package dev.herald.console;

import dev.herald.campaign.Campaign;
import dev.herald.console.Badge.Tone;
import dev.herald.insight.Totals;
import dev.herald.web.Formats;
import dev.herald.web.Words;
import java.time.Instant;
import java.util.List;

/** Puts campaigns into lines, as they stand at one moment. */
record CampaignLines(Formats formats, Instant now) {

    CampaignLine line(Campaign campaign, Totals totals) {
        return new CampaignLine(
                campaign.id().toString(),
                campaign.name(),
                state(campaign.shownState(now)),
                Words.strategy(campaign.strategy()),
                Words.offer(campaign, formats),
                formats.date(campaign.startsAt()),
                campaign.endsAt().equals(Campaign.NO_END) ? List.of() : List.of(formats.date(campaign.endsAt())),
                formats.count(totals.redemptions()));
    }

    static Badge state(Campaign.State state) {
        var tone = switch (state) {
            case RUNNING -> Tone.GOOD;
            case SCHEDULED -> Tone.INFO;
            case PAUSED -> Tone.WARN;
            case DRAFT, ENDED, ARCHIVED -> Tone.PLAIN;
        };
        return new Badge(Words.state(state), tone);
    }
}
