package dev.herald.insight;

import dev.herald.access.BrandId;
import dev.herald.campaign.CampaignId;
import dev.herald.campaign.Objective;
import dev.herald.campaign.Strategy;
import dev.herald.insight.PeriodReports.Choice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The SQL that reads the rollups of any days. */
final class PeriodStore {

    private static final String CHOSEN = """
                  from rollup_campaign r
                  join campaign c using (brand_id, campaign_id)
                 where r.brand_id = :brand
                   and r.day between :from and :to
                   and c.currency = :currency
                   and (:strategy::text is null or c.strategy = :strategy)
            """;

    /** What a campaign brought, in its currency. */
    record Sold(Currency currency, CampaignTotals campaign) {}

    private final Handle tx;

    PeriodStore(Handle tx) {
        this.tx = tx;
    }

    /** The most frequent first. */
    List<Currency> currencies(BrandId brand, DayRange range) {
        return tx.createQuery("""
                        select c.currency
                          from rollup_campaign r
                          join campaign c using (brand_id, campaign_id)
                         where r.brand_id = :brand
                           and r.day between :from and :to
                         group by c.currency
                         order by sum(r.made) desc, c.currency
                        """)
                .bind("brand", brand.value())
                .bind("from", range.from())
                .bind("to", range.to())
                .mapTo(String.class)
                .map(Currency::getInstance)
                .list();
    }

    List<DayTotals> days(BrandId brand, DayRange range, Currency currency, Choice choice) {
        return chosen(
                        "select r.day, " + SUMS + CHOSEN + " group by r.day order by r.day",
                        brand,
                        range,
                        currency,
                        choice)
                .map((row, _) -> new DayTotals(row.getObject(1, LocalDate.class), totals(row, 2)))
                .list();
    }

    /** What each campaign brought, whatever its currency: so that one reading tells the currencies too. */
    List<Sold> campaigns(BrandId brand, DayRange range, Choice choice) {
        var strategy = choice.strategy();
        return tx.createQuery("select c.currency, c.campaign_id, c.name, c.strategy, c.objective, c.offer_type, " + SUMS
                        + """
                          from (select brand_id, campaign_id, sum(made) as made, sum(undone) as undone,
                                       sum(first_orders) as first_orders, sum(revenue) as revenue,
                                       sum(discount) as discount
                                  from rollup_campaign
                                 where brand_id = :brand
                                   and day between :from and :to
                                 group by 1, 2) r
                          join campaign c using (brand_id, campaign_id)
                         where :strategy::text is null or c.strategy = :strategy
                         group by 1, 2, 3, 4, 5, 6
                         order by sum(revenue) desc, 2 desc
                        """)
                .bind("brand", brand.value())
                .bind("from", range.from())
                .bind("to", range.to())
                .bind("strategy", strategy == null ? null : strategy.name().toLowerCase(Locale.ROOT))
                .map((row, _) -> new Sold(Currency.getInstance(row.getString(1)), campaign(row)))
                .list();
    }

    /** One row for each day and campaign, oldest first. */
    List<PeriodReports.Line> lines(BrandId brand, DayRange range, Currency currency, Choice choice) {
        return chosen(
                        "select r.day, c.campaign_id, c.name, c.strategy, c.objective, c.offer_type, " + SUMS + CHOSEN
                                + " group by 1, 2, 3, 4, 5, 6 order by 1, 2",
                        brand,
                        range,
                        currency,
                        choice)
                .map((row, _) -> new PeriodReports.Line(row.getObject(1, LocalDate.class), campaign(row)))
                .list();
    }

    List<DeclineCount> declines(BrandId brand, DayRange range) {
        return tx.createQuery("""
                        select reason,
                               coalesce(sum(declines) filter (where kind = 'validation'), 0),
                               coalesce(sum(declines) filter (where kind <> 'validation'), 0)
                          from decline_count
                         where brand_id = :brand
                           and day between :from and :to
                         group by reason
                         order by sum(declines) desc, reason
                        """)
                .bind("brand", brand.value())
                .bind("from", range.from())
                .bind("to", range.to())
                .map((row, _) -> new DeclineCount(row.getString(1), row.getLong(2), row.getLong(3)))
                .list();
    }

    private static final String SUMS =
            "sum(made - undone), sum(undone), sum(first_orders), sum(revenue), sum(discount)\n";

    private Query chosen(String sql, BrandId brand, DayRange range, Currency currency, Choice choice) {
        var strategy = choice.strategy();
        return tx.createQuery(sql)
                .bind("brand", brand.value())
                .bind("from", range.from())
                .bind("to", range.to())
                .bind("currency", currency.getCurrencyCode())
                .bind("strategy", strategy == null ? null : strategy.name().toLowerCase(Locale.ROOT));
    }

    /** From the second column on. */
    private static CampaignTotals campaign(ResultSet row) throws SQLException {
        return new CampaignTotals(
                new CampaignId(row.getLong(2)),
                row.getString(3),
                strategy(row.getString(4)),
                Objective.valueOf(row.getString(5).toUpperCase(Locale.ROOT)),
                row.getString(6),
                totals(row, 7));
    }

    private static Strategy strategy(String column) {
        return Strategy.valueOf(column.toUpperCase(Locale.ROOT));
    }

    private static Totals totals(ResultSet row, int first) throws SQLException {
        return new Totals(
                row.getLong(first),
                row.getLong(first + 1),
                row.getLong(first + 2),
                row.getLong(first + 3),
                row.getLong(first + 4));
    }
}
