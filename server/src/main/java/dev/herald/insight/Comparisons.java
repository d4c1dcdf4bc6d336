package dev.herald.insight;

import dev.herald.access.Brand;
import dev.herald.campaign.Campaign;
import dev.herald.platform.Csv;
import dev.herald.platform.Database;
import dev.herald.platform.Download;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Two campaigns beside each other, day by day since the first redemption of each. Reads rollups, never redemptions. */
public final class Comparisons {

    private static final List<String> COLUMNS = List.of(
            "day_since_first",
            "date",
            "campaign_id",
            "campaign",
            "redemptions",
            "reversed",
            "first_orders",
            "revenue",
            "discount",
            "currency");

    private final Database db;
    private final InstantSource clock;
    private final RollupJob rollups;

    public Comparisons(Database db, InstantSource clock, RollupJob rollups) {
        this.db = db;
        this.clock = clock;
        this.rollups = rollups;
    }

    public Comparison of(Brand brand, Campaign first, Campaign second) {
        rollups.catchUp(brand.id());
        return db.inBrand(brand.id().value(), tx -> {
            var one = side(tx, brand, first);
            var other = side(tx, brand, second);
            return new Comparison(first, one, second, other, ComparisonRules.differences(one, other));
        });
    }

    /** Each day of both as a file; money in minor units. */
    public static Download file(Comparison comparison) {
        return new Download("comparison.csv", Csv.TYPE, out -> write(comparison, out));
    }

    private static void write(Comparison comparison, OutputStream out) throws IOException {
        try (var csv = new Csv(out, ',')) {
            csv.row(COLUMNS);
            write(comparison.first(), comparison.firstSide(), csv);
            write(comparison.second(), comparison.secondSide(), csv);
        }
    }

    private static void write(Campaign campaign, ComparedSide side, Csv csv) {
        for (var i = 0; i < side.days().size(); i++) {
            var day = side.days().get(i);
            var totals = day.totals();
            csv.row(List.of(
                    Integer.toString(i + 1),
                    day.day().toString(),
                    campaign.id().toString(),
                    campaign.name(),
                    Long.toString(totals.redemptions()),
                    Long.toString(totals.reversed()),
                    Long.toString(totals.firstOrders()),
                    Long.toString(totals.revenue()),
                    Long.toString(totals.discount()),
                    side.currency().getCurrencyCode()));
        }
    }

    private ComparedSide side(Handle tx, Brand brand, Campaign campaign) {
        var id = brand.id();
        var insight = new InsightStore(tx);
        var sold = insight.totalsByAmbassador(id, campaign.id());
        var owners = new OwnerStore(tx)
                .owners(id, campaign.id()).stream()
                        .map(one -> new Observation(
                                sold.getOrDefault(one.id(), Totals.NONE).redemptions(),
                                Reach.thousands(one.audienceSize())))
                        .toList();
        return new ComparedSide(
                campaign.currency(),
                insight.totals(id, campaign.id()),
                new ComparisonStore(tx).memberReach(id, campaign.id()),
                owners,
                days(insight, brand, campaign));
    }

    /**
     * From the first redemption to the campaign's end or today, but at most as many as a timeline has. Not from the start
     * that was announced: some campaigns are launched long after it.
     */
    private List<DayTotals> days(InsightStore insight, Brand brand, Campaign campaign) {
        var span = insight.span(brand.id(), campaign.id());
        if (span.isEmpty()) {
            return List.of();
        }
        var first = span.get().getFirst();
        var now = clock.instant();
        var end = day(brand, campaign.endsAt().isBefore(now) ? campaign.endsAt().minusNanos(1) : now);
        var wanted = end.isBefore(span.get().getLast()) ? span.get().getLast() : end;
        var latest = first.plusDays(Insights.MOST_DAYS - 1L);
        var last = wanted.isAfter(latest) ? latest : wanted;
        return Insights.everyDay(insight.days(brand.id(), campaign.id(), first, last), first, last);
    }

    private static LocalDate day(Brand brand, Instant at) {
        return LocalDate.ofInstant(at, brand.zone());
    }
}
