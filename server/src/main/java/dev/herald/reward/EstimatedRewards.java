package dev.herald.reward;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.attribution.Estimate;
import dev.herald.attribution.Estimates;
import dev.herald.campaign.Campaign;
import dev.herald.platform.Database;
import dev.herald.platform.Ids;
import dev.herald.platform.RequestRefused;
import dev.herald.reward.EstimatedRewardRules.Part;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Pays for estimated credit, which nobody does but the brand, and only once in a campaign, when it is over and nothing can
 * be sent back any more.
 */
public final class EstimatedRewards {

    private final Database db;
    private final RewardJob job;
    private final Estimates estimates;
    private final Ids ids;
    private final InstantSource clock;

    public EstimatedRewards(Database db, RewardJob job, Estimates estimates, Ids ids, InstantSource clock) {
        this.db = db;
        this.job = job;
        this.estimates = estimates;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * One ambassador's part.
     *
     * @param credited redemptions, in the mean
     * @param byLink those of them that links tell of, which are rewarded already
     * @param amount minor units of the campaign's currency for the rest
     */
    public record Line(AmbassadorId ambassador, double credited, double byLink, long amount) {}

    /**
     * What an estimate pays.
     *
     * @param paidBy the version by which the campaign's estimated credit was paid; 0 if it was not
     * @param lines who gets something, in the estimate's order
     */
    public record Offer(int paidBy, List<Line> lines) {

        public Offer {
            lines = List.copyOf(lines);
        }

        public long total() {
            return lines.stream().mapToLong(Line::amount).sum();
        }
    }

    /** What it would pay or, if it has been paid, what it did; 409 if the campaign promises nothing. */
    public Offer offer(Campaign campaign, Estimate estimate) {
        var by = Settled.of(campaign, estimate, estimates);
        job.catchUp(campaign.brand());
        return db.inBrand(campaign.brand().value(), tx -> offer(new SettlementStore(tx, campaign), by));
    }

    /** Credits it; 409 while it is too early, and once it has been paid. */
    public Offer pay(Campaign campaign, Estimate estimate) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (campaign.shownState(now) != Campaign.State.ENDED) {
            throw new RequestRefused(
                    409, "campaign_open", "The campaign has not ended yet. Estimated credit is paid once it is over.");
        }
        var by = Settled.of(campaign, estimate, estimates);
        job.catchUp(campaign.brand());
        return db.inBrand(campaign.brand().value(), tx -> pay(tx, by, now));
    }

    private Offer pay(Handle tx, Settled by, Instant now) {
        var campaign = by.campaign();
        job.requireAll(tx, campaign.brand());
        var store = new SettlementStore(tx, campaign);
        by.requireFinal(plan(store));
        var offer = offer(store, by);
        if (offer.paidBy() != 0) {
            throw new RequestRefused(
                    409,
                    "estimate_paid",
                    "Estimated credit of this campaign was paid already, by estimate " + offer.paidBy() + ".");
        }
        if (offer.lines().isEmpty()) {
            throw new RequestRefused(
                    409, "estimate_empty", "By this estimate nobody gets anything beyond what links tell of.");
        }
        var version = by.estimate().version();
        new EntryStore(tx, campaign.brand())
                .add(offer.lines().stream()
                        .map(line -> LedgerEntry.byEstimate(
                                ids.next(),
                                EntryKind.ESTIMATED,
                                campaign,
                                version,
                                line.ambassador(),
                                line.amount(),
                                now))
                        .toList());
        return new Offer(version, offer.lines());
    }

    private static Offer offer(SettlementStore store, Settled by) {
        var plan = plan(store);
        var given = store.given(EntryKind.ESTIMATED);
        var paid = given.stream().collect(Collectors.toMap(LedgerEntry::ambassador, LedgerEntry::amount));
        var paidBy = given.isEmpty() ? 0 : given.getFirst().estimate();
        var earned = store.earnedByEach();
        var credits = by.credits();
        var amounts = EstimatedRewardRules.amounts(
                plan,
                credits.stream()
                        .map(one -> new Part(
                                one.ambassador(),
                                Math.max(0, one.credited() - one.byLink()),
                                earned.getOrDefault(one.ambassador(), 0L)))
                        .toList(),
                by.estimate().net(),
                store.earned());
        var lines = new ArrayList<Line>();
        for (var i = 0; i < credits.size(); i++) {
            var one = credits.get(i);
            var amount = paidBy == 0 ? amounts.get(i) : paid.getOrDefault(one.ambassador(), 0L);
            if (amount > 0) {
                lines.add(new Line(one.ambassador(), one.credited(), one.byLink(), amount));
            }
        }
        return new Offer(paidBy, lines);
    }

    private static RewardPlan plan(SettlementStore store) {
        return store.plan()
                .orElseThrow(() -> new RequestRefused(
                        409, "reward_missing", "The campaign promises no reward. Give it a reward plan first."));
    }
}
