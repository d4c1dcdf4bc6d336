package dev.herald.reward;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.Campaign;
import dev.herald.platform.Database;
import dev.herald.reward.RewardBook.Pot;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** What a plan would have paid in a campaign that was there: every order and reversal of it once more, under the plan. */
public final class Previews {

    /** More than this is told of the first of them. */
    static final int MOST_REDEMPTIONS = 200_000;

    /** @param earned minor units of the campaign's currency */
    public record Line(AmbassadorId ambassador, long redemptions, long earned) {}

    /**
     * What would have been paid, the most first.
     *
     * @param redemptions that were looked at
     * @param complete false if there were more than can be looked at at once
     */
    public record Preview(List<Line> lines, long earned, long redemptions, boolean complete) {}

    /**
     * What has been earned in a campaign until now, with its prizes and less what was taken back.
     *
     * @param earned by all together
     * @param earnedBy by those who were asked for
     */
    public record Past(long earned, Map<AmbassadorId, Long> earnedBy) {

        public Past {
            earnedBy = Map.copyOf(earnedBy);
        }

        public long earnedBy(AmbassadorId ambassador) {
            return earnedBy.getOrDefault(ambassador, 0L);
        }
    }

    private final Database db;
    private final RewardJob job;

    public Previews(Database db, RewardJob job) {
        this.db = db;
        this.job = job;
    }

    /** What was really earned, under whatever plan counted at the time. */
    public Past past(Campaign campaign, Collection<AmbassadorId> ambassadors) {
        job.catchUp(campaign.brand());
        return db.inBrand(campaign.brand().value(), tx -> {
            var store = new PreviewStore(tx, campaign);
            return new Past(store.earned(), store.earnedBy(ambassadors));
        });
    }

    public Preview of(Campaign campaign, RewardPlan plan) {
        var happened =
                db.inBrand(campaign.brand().value(), tx -> new PreviewStore(tx, campaign).events(MOST_REDEMPTIONS + 1));
        var redemptions =
                happened.stream().filter(RewardEvent.Redeemed.class::isInstance).count();
        var ids = new AtomicLong();
        var book = new RewardBook(Map.of(1L, plan), ids::incrementAndGet, Instant.EPOCH, Instant.EPOCH);
        book.know(campaign.id().value(), new Pot(1, 0));
        happened.forEach(book::carryOut);
        var lines = lines(book, plan);
        return new Preview(
                lines,
                lines.stream().mapToLong(Line::earned).sum(),
                Math.min(redemptions, MOST_REDEMPTIONS),
                redemptions <= MOST_REDEMPTIONS);
    }

    private static List<Line> lines(RewardBook book, RewardPlan plan) {
        var lines = new HashMap<AmbassadorId, Line>();
        for (var holder : book.changedStandings()) {
            var standing = book.standing(holder);
            var ambassador = new AmbassadorId(holder.ambassador());
            lines.put(ambassador, new Line(ambassador, standing.redemptions(), standing.earned()));
        }
        var entrants = lines.values().stream()
                .map(line -> new ContestRules.Entrant(line.ambassador(), line.redemptions()))
                .toList();
        for (var winner : ContestRules.winners(entrants, plan.prizes())) {
            lines.computeIfPresent(
                    winner.ambassador(),
                    (ambassador, line) -> new Line(ambassador, line.redemptions(), line.earned() + winner.prize()));
        }
        return lines.values().stream()
                .sorted(Comparator.comparingLong(Line::earned)
                        .reversed()
                        .thenComparingLong(line -> line.ambassador().value()))
                .toList();
    }
}
