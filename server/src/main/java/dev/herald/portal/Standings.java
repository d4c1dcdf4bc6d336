package dev.herald.portal;

import dev.herald.access.BrandId;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.CampaignId;
import dev.herald.insight.Insights;
import dev.herald.insight.RankedAmbassador;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Every ambassador's place in a campaign, at most a minute old. A ranking estimates everybody at once, so it is made once
 * for all who open their pages; while it is made anew, they see the last one.
 */
final class Standings {

    private static final Duration GOOD_FOR = Duration.ofMinutes(1);
    private static final int MOST_CAMPAIGNS = 1_000;

    private record Held(Instant until, Map<AmbassadorId, Standing> standings) {}

    private final Insights insights;
    private final InstantSource clock;
    private final Map<CampaignId, Held> held = new ConcurrentHashMap<>();

    Standings(Insights insights, InstantSource clock) {
        this.insights = insights;
        this.clock = clock;
    }

    Optional<Standing> of(BrandId brand, CampaignId campaign, AmbassadorId ambassador) {
        var now = clock.instant();
        var known = held.get(campaign);
        if (known == null) {
            return Optional.ofNullable(make(brand, campaign, now).standings().get(ambassador));
        }
        // Whoever comes first after the minute makes it anew; the others go on with what was true a moment ago.
        var next = new Held(now.plus(GOOD_FOR), known.standings());
        if (known.until().isBefore(now) && held.replace(campaign, known, next)) {
            Thread.ofVirtual().name("standings").start(() -> make(brand, campaign, now));
        }
        return Optional.ofNullable(known.standings().get(ambassador));
    }

    private Held make(BrandId brand, CampaignId campaign, Instant now) {
        var made = new Held(now.plus(GOOD_FOR), standings(insights.ranking(brand, campaign)));
        if (held.size() >= MOST_CAMPAIGNS) {
            held.clear();
        }
        held.put(campaign, made);
        return made;
    }

    static Map<AmbassadorId, Standing> standings(List<RankedAmbassador> ranking) {
        return ranking.stream()
                .collect(Collectors.toMap(
                        RankedAmbassador::id,
                        one -> new Standing(
                                one.place(), ranking.size(), one.totals().redemptions(), one.estimate())));
    }
}
