package dev.herald.attribution;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.ambassador.Ambassadors;
import dev.herald.campaign.Campaign;
import dev.herald.job.Job;
import dev.herald.job.Jobs;
import dev.herald.platform.Database;
import dev.herald.platform.RequestRefused;
import dev.herald.redemption.SharedUses;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Who brought how many of the redemptions of a shared code: estimated by long work, kept for good. */
public final class Estimates {

    /** More would take longer than anybody waits; a part of them tells as much. */
    static final int MOST_LOOKED_AT = 50_000;

    static final int MOST_SHARERS = 20_000;

    private final Database db;
    private final InstantSource clock;
    private final Ambassadors ambassadors;
    private final Sources sources;
    private final Jobs jobs;

    /** Where evidence comes from. */
    public record Sources(Posts posts, Surveys surveys, SharedUses uses) {}

    public Estimates(Database db, InstantSource clock, Ambassadors ambassadors, Sources sources, Jobs jobs) {
        this.db = db;
        this.clock = clock;
        this.ambassadors = ambassadors;
        this.sources = sources;
        this.jobs = jobs;
    }

    /** Has an estimate made; asked again before it is there, it is the same one. */
    public Job begin(Campaign campaign) {
        Posts.requireSharedCode(campaign);
        var sharers = sources.posts().sharers(campaign).size();
        if (sharers == 0) {
            throw new RequestRefused(
                    409, "nobody_shares_the_code", "Nobody shares this campaign's code yet. Add ambassadors first.");
        }
        if (sharers > MOST_SHARERS) {
            throw new RequestRefused(
                    409,
                    "too_many_sharers",
                    "More than %,d ambassadors share this code; that is too many to tell apart."
                            .formatted(MOST_SHARERS));
        }
        return jobs.createUnlessUnderWay(
                campaign.brand(),
                EstimateWork.KIND,
                new EstimateWork.Order(campaign.id().value()),
                sharers);
    }

    /** Makes one now; the same seed and evidence give the same. */
    Estimate make(Campaign campaign, long redemptions, long seed) {
        var oneOf = (int) Math.max(1, Math.ceilDiv(redemptions, MOST_LOOKED_AT));
        var now = clock.instant();
        var evidence = evidence(campaign, oneOf);
        var observed = evidence.observed(campaign, now);
        var estimated = AttributionRules.estimate(observed, seed);
        return db.inBrand(campaign.brand().value(), tx -> {
            var store = new EstimateStore(tx, campaign);
            var version = 1
                    + store.list(Integer.MAX_VALUE, 1).stream()
                            .mapToInt(Estimate::version)
                            .findFirst()
                            .orElse(0);
            var estimate = new Estimate(
                    version,
                    now,
                    redemptions,
                    oneOf,
                    estimated.tauHours(),
                    oneOf * estimated.background(),
                    evidence.posts().size(),
                    (int) observed.orders().stream()
                            .filter(one -> one.clicked() >= 0)
                            .count(),
                    (int) observed.orders().stream()
                            .filter(one -> one.told() != Observed.UNKNOWN)
                            .count(),
                    campaign.shownState(now) == Campaign.State.ENDED,
                    evidence.net(),
                    sources.uses().lastPlaced(campaign).orElse(null),
                    seed);
            store.insert(estimate, credits(evidence, estimated));
            return estimate;
        });
    }

    /** How many redemptions there are to credit. */
    long redemptions(Campaign campaign) {
        return sources.uses().count(campaign);
    }

    private Evidence evidence(Campaign campaign, int oneOf) {
        var sharers = List.copyOf(sources.posts().sharers(campaign));
        return new Evidence(
                List.copyOf(ambassadors.find(campaign.brand(), sharers).values()),
                sources.posts().all(campaign),
                sources.uses().some(campaign, oneOf),
                sources.surveys().latest(campaign),
                oneOf);
    }

    private static List<EstimatedCredit> credits(Evidence evidence, Estimated estimated) {
        var order = new ArrayList<>(
                IntStream.range(0, estimated.credits().size()).boxed().toList());
        order.sort(Comparator.comparingDouble(i -> -estimated.credits().get(i).credited()));
        var credits = new ArrayList<EstimatedCredit>();
        for (var number : order) {
            var one = estimated.credits().get(number);
            credits.add(new EstimatedCredit(
                    credits.size() + 1,
                    evidence.sharers().get(number).id(),
                    evidence.oneOf() * one.credited(),
                    evidence.oneOf() * one.low(),
                    evidence.oneOf() * one.high(),
                    evidence.oneOf() * one.byLink(),
                    one.top(),
                    one.grade(),
                    one.alike().stream()
                            .map(other -> evidence.sharers().get(other).id())
                            .toList()));
        }
        return credits;
    }

    /** The newest first, from below a version. */
    public List<Estimate> list(Campaign campaign, int below, int most) {
        return db.inBrand(campaign.brand().value(), tx -> new EstimateStore(tx, campaign).list(below, most));
    }

    public Optional<Estimate> latest(Campaign campaign) {
        return list(campaign, Integer.MAX_VALUE, 1).stream().findFirst();
    }

    Optional<Estimate> find(Campaign campaign, int version) {
        return list(campaign, version + 1, 1).stream()
                .filter(one -> one.version() == version)
                .findFirst();
    }

    /** The one that an address names: by its version, or {@code latest}; 404 if there is none. */
    public Estimate get(Campaign campaign, String version) {
        Posts.requireSharedCode(campaign);
        var found = version.equals("latest")
                ? latest(campaign)
                : version.matches("[1-9][0-9]{0,8}")
                        ? find(campaign, Integer.parseInt(version))
                        : Optional.<Estimate>empty();
        return found.orElseThrow(() -> RequestRefused.notFound("estimate"));
    }

    /** The most credit first, from after a place. */
    public List<EstimatedCredit> credits(Campaign campaign, Estimate estimate, int after, int most) {
        return db.inBrand(
                campaign.brand().value(),
                tx -> new EstimateStore(tx, campaign).credits(estimate.version(), after, most));
    }

    /** What it credits to one. */
    public Optional<EstimatedCredit> credit(Campaign campaign, Estimate estimate, AmbassadorId ambassador) {
        return db.inBrand(
                campaign.brand().value(), tx -> new EstimateStore(tx, campaign).credit(estimate.version(), ambassador));
    }
}
