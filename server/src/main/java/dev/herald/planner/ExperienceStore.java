package dev.herald.planner;

import dev.herald.access.BrandId;
import dev.herald.campaign.Strategy;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/** The SQL that reads what past campaigns showed. */
final class ExperienceStore {

    private final Handle tx;

    ExperienceStore(Handle tx) {
        this.tx = tx;
    }

    /** The latest campaigns that were over, or had run for long, at a time and brought enough to learn from. */
    List<PastCampaign> campaigns(BrandId brand, Currency currency, Instant ranSince, Instant now, int most) {
        return tx.createQuery("""
                        select c.strategy, m.members, m.followers, r.active, r.redemptions, r.first_orders,
                               case when c.currency = :currency then r.revenue else 0 end as revenue,
                               coalesce(d.slips, 0) as slips
                          from (select campaign_id, strategy, currency
                                  from campaign
                                 where brand_id = :brand
                                   and state <> 'draft'
                                   and (starts_at < :ran_since or ends_at <= :now or state = 'ended')
                                 order by campaign_id desc
                                 limit :most) c
                         cross join lateral (
                               select count(*) as members, avg(a.audience_size) as followers
                                 from enrollment e
                                 join ambassador a using (brand_id, ambassador_id)
                                where e.brand_id = :brand
                                  and e.campaign_id = c.campaign_id
                               offset 0) m
                         cross join lateral (
                               select count(distinct ambassador_id) filter (where ambassador_id <> 0 and made > undone)
                                          as active,
                                      coalesce(sum(made - undone), 0) as redemptions,
                                      sum(first_orders) as first_orders, sum(revenue) as revenue
                                 from rollup_code
                                where brand_id = :brand
                                  and campaign_id = c.campaign_id
                               offset 0) r
                          left join lateral (
                               select sum(declines) as slips
                                 from decline_count
                                where brand_id = :brand
                                  and campaign_id = c.campaign_id
                                  and reason = 'code_unknown'
                               offset 0) d on true
                         where m.members >= 10
                           and r.redemptions >= 50
                        """)
                .bind("brand", brand.value())
                .bind("currency", currency.getCurrencyCode())
                .bind("ran_since", ranSince)
                .bind("now", now)
                .bind("most", most)
                .map((row, _) -> new PastCampaign(
                        Strategy.valueOf(row.getString("strategy").toUpperCase(Locale.ROOT)),
                        row.getInt("members"),
                        row.getInt("active"),
                        row.getDouble("followers"),
                        row.getInt("redemptions"),
                        row.getInt("first_orders"),
                        row.getDouble("revenue") / Math.pow(10, Math.max(0, currency.getDefaultFractionDigits())),
                        row.getInt("slips")))
                .list();
    }
}
