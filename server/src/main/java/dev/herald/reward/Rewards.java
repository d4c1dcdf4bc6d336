package dev.herald.reward;

import dev.herald.access.BrandId;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.Campaign;
import dev.herald.platform.Database;
import dev.herald.platform.Page;
import dev.herald.redemption.RedemptionId;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** What ambassadors have earned: balances, entries, and how far they have come. */
public final class Rewards {

    /** More entries than this in a month are told as the first of them. */
    private static final int MOST_IN_STATEMENT = 100_000;

    private final Database db;
    private final RewardJob job;

    public Rewards(Database db, RewardJob job) {
        this.db = db;
        this.job = job;
    }

    /** By currency; none if nothing was ever earned. */
    public List<Balances> balances(BrandId brand, AmbassadorId ambassador) {
        return balances(brand, List.of(ambassador)).getOrDefault(ambassador, List.of());
    }

    /** The same of several; those who never earned anything are left out. */
    public Map<AmbassadorId, List<Balances>> balances(BrandId brand, Collection<AmbassadorId> ambassadors) {
        job.catchUp(brand);
        var accounts = db.inBrand(brand.value(), tx -> new EntryStore(tx, brand).balances(ambassadors));
        var balances = new HashMap<AmbassadorId, List<Balances>>();
        accounts.stream()
                .collect(Collectors.groupingBy(EntryStore.Balance::ambassador))
                .forEach((ambassador, own) -> balances.put(ambassador, Balances.of(own)));
        return balances;
    }

    /** Of all ambassadors together. */
    public List<Balances> totals(BrandId brand) {
        job.catchUp(brand);
        return Balances.of(db.inBrand(brand.value(), tx -> new EntryStore(tx, brand).totals()));
    }

    /** Newest first. */
    public List<LedgerEntry> entries(BrandId brand, AmbassadorId ambassador, Page page) {
        job.catchUp(brand);
        return db.inBrand(brand.value(), tx -> new EntryStore(tx, brand).of(ambassador, page));
    }

    /** What an ambassador was owed, earned and got in a month of the brand's time zone, by currency. */
    public List<Statement> statements(BrandId brand, AmbassadorId ambassador, YearMonth month, ZoneId zone) {
        job.catchUp(brand);
        var from = month.atDay(1).atStartOfDay(zone).toInstant();
        var until = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
        return db.inBrand(
                brand.value(),
                tx -> Statement.of(
                        new StatementStore(tx, brand).owedAt(ambassador, from),
                        new EntryStore(tx, brand).of(ambassador, from, until, MOST_IN_STATEMENT)));
    }

    /** All that a redemption caused, oldest first. */
    public List<LedgerEntry> of(BrandId brand, RedemptionId redemption) {
        return of(brand, List.of(redemption)).getOrDefault(redemption, List.of());
    }

    /** The same of several; those that caused nothing are left out. */
    public Map<RedemptionId, List<LedgerEntry>> of(BrandId brand, Collection<RedemptionId> redemptions) {
        job.catchUp(brand);
        var ids = redemptions.stream().map(RedemptionId::value).toList();
        return db.inBrand(brand.value(), tx -> new EntryStore(tx, brand).ofRedemptions(ids)).stream()
                .collect(Collectors.groupingBy(one -> new RedemptionId(one.redemption())));
    }

    /** The plans under which something was earned. */
    public Map<Long, RewardPlan> plans(BrandId brand, Collection<LedgerEntry> entries) {
        var plans = entries.stream()
                .map(LedgerEntry::terms)
                .filter(Objects::nonNull)
                .map(LedgerEntry.Terms::plan)
                .distinct()
                .toList();
        return db.inBrand(brand.value(), tx -> new StandingStore(tx, brand).plans(plans));
    }

    /** Empty where the campaign promises nothing. */
    public Optional<Progress> progress(Campaign campaign, AmbassadorId ambassador) {
        job.catchUp(campaign.brand());
        return db.inBrand(
                campaign.brand().value(),
                tx -> new StandingStore(tx, campaign.brand())
                        .progress(campaign.id().value(), ambassador.value()));
    }
}
