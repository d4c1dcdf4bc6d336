package dev.herald.insight;

import dev.herald.access.Brand;
import dev.herald.campaign.Strategy;
import dev.herald.platform.Csv;
import dev.herald.platform.Database;
import dev.herald.platform.Download;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happened in any days, of all campaigns or of those with one strategy. Reads rollups, never redemptions. */
public final class PeriodReports {

    private static final List<String> COLUMNS = List.of(
            "day",
            "campaign_id",
            "campaign",
            "strategy",
            "redemptions",
            "reversed",
            "first_orders",
            "revenue",
            "discount",
            "currency");

    /**
     * What of these days is wanted.
     *
     * @param against the days to compare with; absent for none
     * @param strategy only campaigns with it; absent for all
     * @param currency only campaigns in it; absent for the most frequent one
     */
    public record Choice(
            DayRange range,
            @Nullable DayRange against,
            @Nullable Strategy strategy,
            @Nullable Currency currency) {}

    /** What a campaign brought on one day. */
    record Line(LocalDate day, CampaignTotals campaign) {}

    private final Database db;
    private final RollupJob rollups;

    public PeriodReports(Database db, RollupJob rollups) {
        this.db = db;
        this.rollups = rollups;
    }

    public PeriodReport of(Brand brand, Choice choice) {
        var id = brand.id();
        rollups.catchUp(id);
        return db.inBrand(id.value(), tx -> {
            var store = new PeriodStore(tx);
            var sold = store.campaigns(id, choice.range(), choice);
            var currencies = currencies(sold);
            var currency = currency(brand, choice, currencies);
            var days = store.days(id, choice.range(), currency, choice);
            var before = choice.against() == null
                    ? List.<DayTotals>of()
                    : store.days(id, choice.against(), currency, choice);
            var campaigns = sold.stream()
                    .filter(one -> one.currency().equals(currency))
                    .map(PeriodStore.Sold::campaign)
                    .toList();
            return new PeriodReport(
                    currency,
                    currencies,
                    Insights.sum(days),
                    Insights.sum(before),
                    Insights.everyDay(
                            days, choice.range().from(), choice.range().to()),
                    campaigns,
                    LikeForLikeRules.of(campaigns),
                    store.declines(id, choice.range()));
        });
    }

    /** The most frequent first. */
    private static List<Currency> currencies(List<PeriodStore.Sold> sold) {
        var redemptions = new HashMap<Currency, Long>();
        sold.forEach(
                one -> redemptions.merge(one.currency(), one.campaign().totals().redemptions(), Long::sum));
        return redemptions.entrySet().stream()
                .sorted(Map.Entry.<Currency, Long>comparingByValue()
                        .reversed()
                        .thenComparing(one -> one.getKey().getCurrencyCode()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Each day of each campaign as a file; money in minor units. */
    public Download file(Brand brand, Choice choice) {
        return new Download("insight.csv", Csv.TYPE, out -> write(brand, choice, out));
    }

    private void write(Brand brand, Choice choice, OutputStream out) throws IOException {
        var id = brand.id();
        rollups.catchUp(id);
        var currency = db.inBrand(
                id.value(), tx -> currency(brand, choice, new PeriodStore(tx).currencies(id, choice.range())));
        var lines = db.inBrand(id.value(), tx -> new PeriodStore(tx).lines(id, choice.range(), currency, choice));
        try (var csv = new Csv(out, ',')) {
            csv.row(COLUMNS);
            lines.forEach(line -> csv.row(cells(line, currency)));
        }
    }

    private static List<String> cells(Line line, Currency currency) {
        var totals = line.campaign().totals();
        return List.of(
                line.day().toString(),
                line.campaign().id().toString(),
                line.campaign().name(),
                line.campaign().strategy().name().toLowerCase(Locale.ROOT),
                Long.toString(totals.redemptions()),
                Long.toString(totals.reversed()),
                Long.toString(totals.firstOrders()),
                Long.toString(totals.revenue()),
                Long.toString(totals.discount()),
                currency.getCurrencyCode());
    }

    private static Currency currency(Brand brand, Choice choice, List<Currency> currencies) {
        var wanted = choice.currency();
        if (wanted != null) {
            return wanted;
        }
        return currencies.isEmpty() ? brand.look().currency() : currencies.getFirst();
    }
}
