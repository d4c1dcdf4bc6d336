package dev.herald.portal;

import dev.herald.campaign.Campaign;
import dev.herald.insight.Latest;
import dev.herald.insight.OwnFigures;
import dev.herald.portal.EarningsRules.Sure;
import dev.herald.portal.TicketRules.Told;
import dev.herald.portal.Visits.Visit;
import dev.herald.reward.Rewards;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What an ambassador has earned, and by which of the latest redemptions. */
final class OwnRewards {

    private final Rewards rewards;
    private final OwnFigures figures;
    private final InstantSource clock;

    OwnRewards(Rewards rewards, OwnFigures figures, InstantSource clock) {
        this.rewards = rewards;
        this.figures = figures;
        this.clock = clock;
    }

    List<Told> latest(Visit visit, Campaign campaign, int most) {
        var brand = visit.brand().id();
        var latest = figures.latest(brand, visit.ambassador(), campaign.id(), most);
        var entries = rewards.of(brand, latest.stream().map(Latest::id).toList());
        var plans = rewards.plans(
                brand, entries.values().stream().flatMap(List::stream).toList());
        return latest.stream()
                .map(one -> new Told(
                        one, rules(visit).why(one.clickedAt(), entries.getOrDefault(one.id(), List.of()), plans)))
                .toList();
    }

    /** Empty where nothing is promised and nothing was earned. */
    Optional<Earnings> earnings(Visit visit, Campaign campaign, boolean isShared) {
        return rules(visit)
                .earnings(
                        rewards.balances(visit.brand().id(), visit.ambassador()),
                        rewards.progress(campaign, visit.ambassador()),
                        campaign.currency(),
                        Sure.of(campaign.strategy(), isShared));
    }

    private EarningsRules rules(Visit visit) {
        return new EarningsRules(visit.texts(), visit.formats(), clock.instant());
    }
}
