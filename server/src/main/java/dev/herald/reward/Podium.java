package dev.herald.reward;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.attribution.Estimates;
import dev.herald.campaign.Campaign;
import dev.herald.platform.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who stands where in a campaign's contest, and who has been given what. */
public final class Podium {

    /** A prize that was given. */
    public record Given(AmbassadorId ambassador, long prize) {}

    /**
     * A contest as it stands.
     *
     * @param estimated whether an estimate tells who leads, because a code is shared
     * @param leaders who would win if nothing changed, the best first; none once the prizes are given
     * @param given the highest first; none before
     * @param heldUntil when the last order of an ended campaign is past its time for returns; absent if all are
     */
    public record View(
            List<Long> prizes,
            boolean estimated,
            List<Winner> leaders,
            List<Given> given,
            @Nullable Instant heldUntil) {

        public View {
            prizes = List.copyOf(prizes);
            leaders = List.copyOf(leaders);
            given = List.copyOf(given);
        }

        /** Whether there is a contest, or was one when prizes were given. */
        public boolean isThere() {
            return !prizes.isEmpty() || !given.isEmpty();
        }
    }

    private final Database db;
    private final RewardJob job;
    private final Estimates estimates;
    private final InstantSource clock;

    public Podium(Database db, RewardJob job, Estimates estimates, InstantSource clock) {
        this.db = db;
        this.job = job;
        this.estimates = estimates;
        this.clock = clock;
    }

    public View of(Campaign campaign) {
        job.catchUp(campaign.brand());
        var now = clock.instant();
        var estimated = campaign.strategy().sharesCode();
        return db.inBrand(campaign.brand().value(), tx -> {
            var settlement = new SettlementStore(tx, campaign);
            var prizes = settlement.plan().map(RewardPlan::prizes).orElse(List.of());
            var given = settlement.given(EntryKind.PRIZE).stream()
                    .map(one -> new Given(one.ambassador(), one.amount()))
                    .sorted(Comparator.comparingLong(Given::prize).reversed())
                    .toList();
            if (prizes.isEmpty() || !given.isEmpty()) {
                return new View(prizes, estimated, List.of(), given, null);
            }
            var leaders = estimated
                    ? likely(campaign, prizes)
                    : ContestRules.winners(settlement.first(prizes.size()), prizes);
            var held = campaign.shownState(now) == Campaign.State.ENDED
                    ? settlement.heldUntil(now).orElse(null)
                    : null;
            return new View(prizes, estimated, leaders, given, held);
        });
    }

    private List<Winner> likely(Campaign campaign, List<Long> prizes) {
        return Settled.latest(campaign, estimates)
                .map(by -> by.likelyWinners(prizes))
                .orElse(List.of());
    }
}
