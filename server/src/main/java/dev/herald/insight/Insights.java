package dev.herald.insight;

import dev.herald.access.Access;
import dev.herald.access.BrandId;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.CampaignId;
import dev.herald.code.CodeId;
import dev.herald.platform.Database;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What happened and what is known of it: figures, ranking, timeline, declines. Reads rollups, never redemptions. */
public final class Insights {

    /** The longest timeline, in days. */
    public static final int MOST_DAYS = 400;

    private static final int TOP = 10;

    /** To sum up and rank the whole brand with more takes longer than a page may. */
    private static final int MANY = 1_000;

    private static final String USUAL_CURRENCY = "USD";

    private final Database db;
    private final Access access;
    private final InstantSource clock;
    private final RollupJob rollups;
    private final Remembered<Asked, Overview> overviews;

    private record Asked(BrandId brand, LocalDate today, int days) {}

    public Insights(Database db, Access access, InstantSource clock, RollupJob rollups) {
        this.db = db;
        this.access = access;
        this.clock = clock;
        this.rollups = rollups;
        this.overviews = new Remembered<>(clock);
    }

    /** The totals of one campaign since its start. */
    public Totals totals(BrandId brand, CampaignId campaign) {
        rollups.catchUp(brand);
        return db.inBrand(brand.value(), tx -> new InsightStore(tx).totals(brand, campaign));
    }

    /** The totals of each of some campaigns since its start. */
    public Map<CampaignId, Totals> totals(BrandId brand, List<CampaignId> campaigns) {
        rollups.catchUp(brand);
        var totals = db.inBrand(brand.value(), tx -> new InsightStore(tx).totals(brand, campaigns));
        return campaigns.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), id -> totals.getOrDefault(id, Totals.NONE)));
    }

    /** How many redemptions of each of some codes stand. */
    public Map<CodeId, Long> uses(BrandId brand, List<CodeId> codes) {
        rollups.catchUp(brand);
        return db.inBrand(brand.value(), tx -> new InsightStore(tx).uses(brand, codes));
    }

    /**
     * Everybody who owns a code of the campaign or has a credit, most redemptions first, without codes. Nobody, if all
     * share one code and no click counted.
     */
    public List<RankedAmbassador> ranking(BrandId brand, CampaignId campaign) {
        return ranking(brand, campaign, RankingChoice.USUAL);
    }

    /** The same on any board. */
    public List<RankedAmbassador> ranking(BrandId brand, CampaignId campaign, RankingChoice choice) {
        rollups.catchUp(brand);
        return db.inBrand(brand.value(), tx -> {
            var store = new InsightStore(tx);
            return RankingRules.ranked(
                    new OwnerStore(tx).owners(brand, campaign), store.totalsByAmbassador(brand, campaign), choice);
        });
    }

    /** Some of a ranking with their codes in the campaign. */
    public List<RankedAmbassador> withCodes(BrandId brand, CampaignId campaign, List<RankedAmbassador> some) {
        return db.inBrand(brand.value(), tx -> with(some, ids -> new InsightStore(tx).codes(brand, campaign, ids)));
    }

    private static List<RankedAmbassador> with(
            List<RankedAmbassador> some,
            Function<List<AmbassadorId>, Map<AmbassadorId, List<RankedAmbassador.Code>>> codesOf) {
        var codes = codesOf.apply(some.stream().map(RankedAmbassador::id).toList());
        return some.stream()
                .map(one -> one.with(codes.getOrDefault(one.id(), List.of())))
                .toList();
    }

    /** Each day of a campaign from its first order to its last, but at most the last {@link #MOST_DAYS}. */
    public List<DayTotals> timeline(BrandId brand, CampaignId campaign) {
        rollups.catchUp(brand);
        return db.inBrand(brand.value(), tx -> {
            var store = new InsightStore(tx);
            return store.span(brand, campaign)
                    .map(span -> timeline(store, brand, campaign, span.getFirst(), span.getLast()))
                    .orElse(List.of());
        });
    }

    /** Each day of a campaign between two, both included; the last {@link #MOST_DAYS} of them. */
    public List<DayTotals> timeline(BrandId brand, CampaignId campaign, LocalDate from, LocalDate to) {
        rollups.catchUp(brand);
        return db.inBrand(brand.value(), tx -> timeline(new InsightStore(tx), brand, campaign, from, to));
    }

    /** Why codes of a campaign were refused, the most frequent reason first. */
    public List<DeclineCount> declines(BrandId brand, CampaignId campaign) {
        return db.inBrand(brand.value(), tx -> new InsightStore(tx).declines(brand, campaign));
    }

    /** How often texts were typed that are no code of the brand. */
    public List<DeclineCount> unknownCodes(BrandId brand) {
        return declines(brand, new CampaignId(0));
    }

    /** The last days of the whole brand, today included. With very many ambassadors it may be half a minute old. */
    public Overview overview(BrandId brand, int days) {
        rollups.catchUp(brand);
        var many = db.inBrand(brand.value(), tx -> new InsightStore(tx).hasMoreAmbassadors(brand, MANY));
        return many
                ? overviews.get(new Asked(brand, today(brand), days), () -> overviewNow(brand, days))
                : overviewNow(brand, days);
    }

    private Overview overviewNow(BrandId brand, int days) {
        var today = today(brand);
        var first = today.minusDays(days - 1L);
        return db.inBrand(brand.value(), tx -> {
            var store = new InsightStore(tx);
            var currency = store.currency(brand, first, today)
                    .or(() -> store.currency(brand, LocalDate.EPOCH, today))
                    .orElse(USUAL_CURRENCY);
            var now = store.days(brand, currency, first, today);
            return new Overview(
                    Currency.getInstance(currency),
                    sum(now),
                    sum(store.days(brand, currency, first.minusDays(days), first.minusDays(1))),
                    everyDay(now, first, today),
                    top(tx, brand, currency, first, today));
        });
    }

    private static List<RankedAmbassador> top(
            Handle tx, BrandId brand, String currency, LocalDate first, LocalDate last) {
        var store = new InsightStore(tx);
        var totals = store.totalsByAmbassador(brand, currency, first, last);
        var ranked =
                RankingRules.ranked(new OwnerStore(tx).owners(brand, totals.keySet()), totals, RankingChoice.USUAL)
                        .stream()
                        .filter(one -> one.totals().redemptions() > 0)
                        .limit(TOP)
                        .toList();
        return with(ranked, ids -> store.codes(brand, ids));
    }

    private static List<DayTotals> timeline(
            InsightStore store, BrandId brand, CampaignId campaign, LocalDate from, LocalDate to) {
        var earliest = to.minusDays(MOST_DAYS - 1L);
        var first = from.isBefore(earliest) ? earliest : from;
        return everyDay(store.days(brand, campaign, first, to), first, to);
    }

    /** Also the days on which nothing happened. */
    static List<DayTotals> everyDay(List<DayTotals> some, LocalDate first, LocalDate last) {
        var byDay = some.stream().collect(Collectors.toMap(DayTotals::day, DayTotals::totals));
        var all = new ArrayList<DayTotals>();
        for (var i = 0L; i <= ChronoUnit.DAYS.between(first, last); i++) {
            var day = first.plusDays(i);
            all.add(new DayTotals(day, byDay.getOrDefault(day, Totals.NONE)));
        }
        return all;
    }

    static Totals sum(List<DayTotals> days) {
        return days.stream().map(DayTotals::totals).reduce(Totals.NONE, Totals::plus);
    }

    private LocalDate today(BrandId brand) {
        var zone = access.brand(brand).orElseThrow().zone();
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
