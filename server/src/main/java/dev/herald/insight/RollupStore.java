package dev.herald.insight;

import dev.herald.access.BrandId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The SQL that turns events into rollups. */
final class RollupStore {

    /** Each rollup by its own key, all from the same sums. */
    private static final String ADDED = String.join(
            ",\n",
            added("rollup", "campaign_id, day, code_id, ambassador_id", "true"),
            added("rollup_campaign", "campaign_id, day", "true"),
            added("rollup_ambassador", "ambassador_id, currency, day", "ambassador_id <> 0"),
            added("rollup_code", "campaign_id, code_id, ambassador_id", "true"));

    private final Handle tx;

    RollupStore(Handle tx) {
        this.tx = tx;
    }

    /**
     * Waits until nobody else takes the events of these brands; the locks end with the transaction. What the transaction
     * writes can be made again from the events, whose cursor it moves, so that it need not wait for the disk.
     */
    void lockCursors(List<BrandId> brands) {
        tx.execute("set local synchronous_commit = off");
        tx.createUpdate("""
                        insert into rollup_cursor (brand_id)
                        select brand_id
                          from unnest(:brands) as b(brand_id)
                         order by brand_id
                            on conflict do nothing
                        """).bindArray("brands", Long.class, values(brands)).execute();
        tx.createQuery("""
                        select brand_id
                          from rollup_cursor
                         where brand_id = any (:brands)
                         order by brand_id
                           for update
                        """)
                .bindArray("brands", Long.class, values(brands))
                .mapTo(Long.class)
                .list();
    }

    /**
     * Adds the next events of the brands to the rollups and moves their cursors behind them; tells how many they were, of
     * each brand that had any. Only events of transactions older than every running one are taken: among those, none can
     * appear later below the cursor. Rows are looked up one by one (lateral, offset 0), because a join, planned while the
     * tables were small, would go through all rows of the brand.
     *
     * @param most of each brand
     */
    Map<BrandId, Integer> takeEvents(List<BrandId> brands, int most) {
        // A plan that was made when the tables were small is good for small tables only.
        tx.execute("set local plan_cache_mode = force_custom_plan");
        var taken = new HashMap<BrandId, Integer>();
        tx.createQuery("""
                        with seen as (
                            select c.brand_id, c.xid, c.event_id, b.time_zone
                              from unnest(:brands) as a(brand_id)
                             cross join lateral (
                                   select brand_id, xid, event_id
                                     from rollup_cursor
                                    where brand_id = a.brand_id
                                   offset 0) c
                             cross join lateral (
                                   select time_zone
                                     from brand
                                    where brand_id = a.brand_id
                                   offset 0) b
                            offset 0
                        ), taken as (
                            select seen.brand_id, seen.time_zone, e.xid, e.event_id, e.kind, e.subject_id
                              from seen
                             cross join lateral (
                                   select xid, event_id, kind, subject_id
                                     from event
                                    where brand_id = seen.brand_id
                                      and (xid, event_id) > (seen.xid, seen.event_id)
                                      and xid < pg_snapshot_xmin(pg_current_snapshot())
                                    order by xid, event_id
                                    limit :most) e
                        ), fact as (
                            select taken.brand_id, taken.time_zone, r.campaign_id, r.currency, r.placed_at, r.code_id,
                                   r.ambassador_id, 1 as made, 0 as undone, r.first_order::int as first_orders,
                                   r.amount as revenue, r.discount
                              from taken
                             cross join lateral (
                                   select campaign_id, currency, placed_at, code_id, ambassador_id, first_order, amount,
                                          discount
                                     from redemption
                                    where brand_id = taken.brand_id
                                      and redemption_id = taken.subject_id
                                   offset 0) r
                             where taken.kind = 'redeemed'
                             union all
                            select taken.brand_id, taken.time_zone, r.campaign_id, r.currency, r.placed_at, r.code_id,
                                   r.ambassador_id, 0, v.complete::int, -(v.complete and r.first_order)::int,
                                   -v.amount, -v.discount_back
                              from taken
                             cross join lateral (
                                   select redemption_id, complete, amount, discount_back
                                     from reversal
                                    where brand_id = taken.brand_id
                                      and reversal_id = taken.subject_id
                                   offset 0) v
                             cross join lateral (
                                   select campaign_id, currency, placed_at, code_id, ambassador_id, first_order
                                     from redemption
                                    where brand_id = taken.brand_id
                                      and redemption_id = v.redemption_id
                                   offset 0) r
                             where taken.kind = 'reversed'
                        ), summed as (
                            select brand_id, campaign_id, currency, (placed_at at time zone time_zone)::date as day,
                                   code_id, coalesce(ambassador_id, 0) as ambassador_id, sum(made) as made,
                                   sum(undone) as undone, sum(first_orders) as first_orders, sum(revenue) as revenue,
                                   sum(discount) as discount
                              from fact
                             group by 1, 2, 3, 4, 5, 6
                        ), %s
                        , moved as (
                            insert into rollup_cursor (brand_id, xid, event_id)
                            select distinct on (brand_id) brand_id, xid, event_id
                              from taken
                             order by brand_id, xid desc, event_id desc
                                on conflict (brand_id)
                                   do update set xid = excluded.xid, event_id = excluded.event_id
                        )
                        select brand_id, count(*) from taken group by brand_id
                        """.formatted(ADDED))
                .bindArray("brands", Long.class, values(brands))
                .bind("most", most)
                .map((row, _) -> taken.put(new BrandId(row.getLong(1)), row.getInt(2)))
                .list();
        return taken;
    }

    private static List<Long> values(List<BrandId> brands) {
        return brands.stream().map(BrandId::value).toList();
    }

    private static String added(String rollup, String key, String which) {
        return """
                added_to_%1$s as (
                    insert into %1$s as u (brand_id, %2$s, made, undone, first_orders, revenue, discount)
                    select brand_id, %2$s, sum(made), sum(undone), sum(first_orders), sum(revenue), sum(discount)
                      from summed
                     where %3$s
                     group by brand_id, %2$s
                        on conflict (brand_id, %2$s)
                           do update set made = u.made + excluded.made,
                                         undone = u.undone + excluded.undone,
                                         first_orders = u.first_orders + excluded.first_orders,
                                         revenue = u.revenue + excluded.revenue,
                                         discount = u.discount + excluded.discount
                )""".formatted(rollup, key, which);
    }
}
