package dev.herald.insight;

import dev.herald.access.BrandId;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.CampaignId;
import dev.herald.insight.InsightStore.Owner;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The SQL that reads what ambassadors did in all campaigns. */
final class TrackRecordStore {

    /** Earlier campaigns tell little of what will be. */
    private static final int MOST_CAMPAIGNS = 1_000;

    /** A campaign that has begun, and how much of it is over. */
    record Begun(CampaignId id, double part) {}

    /** What each sold in any currency, and what all did in one. */
    record Sold(Map<AmbassadorId, Long> redemptions, Totals totals) {}

    private final Handle tx;
    private final BrandId brand;

    TrackRecordStore(Handle tx, BrandId brand) {
        this.tx = tx;
        this.brand = brand;
    }

    /** The newest ones. */
    List<Begun> begun(Instant now, @Nullable CampaignId only) {
        return tx.createQuery("""
                        select campaign_id, starts_at, ends_at
                          from campaign
                         where brand_id = :brand
                           and (:only::bigint is null or campaign_id = :only)
                           and state <> 'draft'
                           and starts_at < :now
                         order by campaign_id desc
                         limit :most
                        """)
                .bind("brand", brand.value())
                .bind("only", only == null ? null : only.value())
                .bind("now", now)
                .bind("most", MOST_CAMPAIGNS)
                .map((row, _) -> begun(row, now))
                .list();
    }

    private static Begun begun(ResultSet row, Instant now) throws SQLException {
        var starts = row.getObject("starts_at", OffsetDateTime.class).toInstant();
        var ends = row.getObject("ends_at", OffsetDateTime.class);
        var length = ends == null ? Duration.ofDays(365) : Duration.between(starts, ends.toInstant());
        return new Begun(
                new CampaignId(row.getLong("campaign_id")),
                TrackRecords.partOver(Duration.between(starts, now), length));
    }

    /** In how many campaigns somebody had a code, and in how many of them it brought nothing. */
    record Part(double campaigns, double silent) {

        static final Part NONE = new Part(0, 0);
    }

    /**
     * Parts of campaigns are counted as parts. Codes and sales are put together by grouping instead of joining them: planned
     * before the tables were analysed, a join of the two would take minutes.
     */
    Map<AmbassadorId, Part> tookPart(List<Begun> begun) {
        var took = new HashMap<AmbassadorId, Part>();
        tx.createQuery("""
                        select ambassador_id, sum(part), coalesce(sum(part) filter (where sold <= 0), 0)
                          from (select campaign_id, ambassador_id, sum(sold) as sold
                                  from (select campaign_id, ambassador_id, 0 as sold
                                          from code
                                         where brand_id = :brand
                                           and campaign_id = any (:campaigns)
                                           and ambassador_id is not null
                                         union all
                                        select campaign_id, ambassador_id, made - undone
                                          from rollup_code
                                         where brand_id = :brand
                                           and campaign_id = any (:campaigns)
                                           and ambassador_id <> 0) as each
                                 group by campaign_id, ambassador_id) as member
                          join unnest(:campaigns::bigint[], :parts::float8[]) as b (campaign_id, part)
                         using (campaign_id)
                         group by ambassador_id
                        """)
                .bind("brand", brand.value())
                .bindArray("campaigns", Long.class, ids(begun))
                .bindArray(
                        "parts", Double.class, begun.stream().map(Begun::part).toList())
                .map((row, _) -> took.put(
                        new AmbassadorId(row.getLong(1)),
                        new Part(row.getDouble(2), Math.min(row.getDouble(2), row.getDouble(3)))))
                .list();
        return took;
    }

    Sold sold(List<Begun> begun, Currency currency) {
        var redemptions = new HashMap<AmbassadorId, Long>();
        var totals = tx
                .createQuery("""
                        select r.ambassador_id,
                               sum(made - undone),
                               coalesce(sum(made - undone) filter (where c.currency = :currency), 0),
                               coalesce(sum(undone) filter (where c.currency = :currency), 0),
                               coalesce(sum(first_orders) filter (where c.currency = :currency), 0),
                               coalesce(sum(revenue) filter (where c.currency = :currency), 0),
                               coalesce(sum(discount) filter (where c.currency = :currency), 0)
                          from rollup_code r
                          join campaign c using (brand_id, campaign_id)
                         where r.brand_id = :brand
                           and r.campaign_id = any (:campaigns)
                           and r.ambassador_id <> 0
                         group by r.ambassador_id
                        """)
                .bind("brand", brand.value())
                .bind("currency", currency.getCurrencyCode())
                .bindArray("campaigns", Long.class, ids(begun))
                .map((row, _) -> {
                    redemptions.put(new AmbassadorId(row.getLong(1)), row.getLong(2));
                    return new Totals(row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6), row.getLong(7));
                })
                .stream()
                .reduce(Totals.NONE, Totals::plus);
        return new Sold(redemptions, totals);
    }

    /** Everybody who was not removed. */
    List<Owner> people() {
        return tx.createQuery("""
                        select ambassador_id, name, audience_size
                          from ambassador
                         where brand_id = :brand
                           and removed_at is null
                         order by ambassador_id
                        """)
                .bind("brand", brand.value())
                .map((row, _) -> new Owner(new AmbassadorId(row.getLong(1)), row.getString(2), row.getLong(3)))
                .list();
    }

    private static List<Long> ids(List<Begun> begun) {
        return begun.stream().map(one -> one.id().value()).toList();
    }
}
