package dev.herald.insight;

import dev.herald.access.BrandId;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The SQL that turns events into rollups. */
final class RollupStore {

    private final Handle tx;

    RollupStore(Handle tx) {
        this.tx = tx;
    }

    /**
     * The last event taken.
     *
     * @param xid of the transaction that wrote it, as PostgreSQL writes it
     */
    record Cursor(String xid, long event) {}

    /** Waits until nobody else takes this brand's events; the lock ends with the transaction. */
    Cursor lockCursor(BrandId brand) {
        tx.createUpdate("""
                        insert into rollup_cursor (brand_id)
                        values (:brand)
                            on conflict do nothing
                        """).bind("brand", brand.value()).execute();
        return tx.createQuery("""
                        select xid, event_id
                          from rollup_cursor
                         where brand_id = :brand
                           for update
                        """)
                .bind("brand", brand.value())
                .map((row, _) -> new Cursor(row.getString(1), row.getLong(2)))
                .one();
    }

    /**
     * Adds the next events to the rollups and moves the cursor behind them; tells how many they were. Only events of
     * transactions older than every running one are taken: among those, none can appear later below the cursor. Rows are
     * looked up one by one (lateral, offset 0), because a join, planned while the tables were small, would go through all
     * rows of the brand.
     */
    int takeEvents(BrandId brand, Cursor cursor, int most) {
        // A plan that was made when the tables were small is good for small tables only.
        tx.execute("set local plan_cache_mode = force_custom_plan");
        return tx.createQuery("""
                        with taken as (
                            select xid, event_id, kind, subject_id
                              from event
                             where brand_id = :brand
                               and (xid, event_id) > (cast(:xid as xid8), :event)
                               and xid < pg_snapshot_xmin(pg_current_snapshot())
                             order by xid, event_id
                             limit :most
                        ), fact as (
                            select r.campaign_id, r.placed_at, r.code_id, r.ambassador_id, 1 as made, 0 as undone,
                                   r.first_order::int as first_orders, r.amount as revenue, r.discount
                              from taken
                             cross join lateral (
                                   select campaign_id, placed_at, code_id, ambassador_id, first_order, amount, discount
                                     from redemption
                                    where brand_id = :brand
                                      and redemption_id = taken.subject_id
                                   offset 0) r
                             where taken.kind = 'redeemed'
                             union all
                            select r.campaign_id, r.placed_at, r.code_id, r.ambassador_id, 0, v.complete::int,
                                   -(v.complete and r.first_order)::int, -v.amount, -v.discount_back
                              from taken
                             cross join lateral (
                                   select redemption_id, complete, amount, discount_back
                                     from reversal
                                    where brand_id = :brand
                                      and reversal_id = taken.subject_id
                                   offset 0) v
                             cross join lateral (
                                   select campaign_id, placed_at, code_id, ambassador_id, first_order
                                     from redemption
                                    where brand_id = :brand
                                      and redemption_id = v.redemption_id
                                   offset 0) r
                             where taken.kind = 'reversed'
                        ), added as (
                            insert into rollup as u (brand_id, campaign_id, day, code_id, ambassador_id, made, undone,
                                   first_orders, revenue, discount)
                            select b.brand_id, campaign_id, (placed_at at time zone b.time_zone)::date, code_id,
                                   coalesce(ambassador_id, 0), sum(made), sum(undone), sum(first_orders),
                                   sum(revenue), sum(discount)
                              from fact
                              join brand b on b.brand_id = :brand
                             group by 1, 2, 3, 4, 5
                                on conflict (brand_id, campaign_id, day, code_id, ambassador_id)
                                   do update set made = u.made + excluded.made,
                                                 undone = u.undone + excluded.undone,
                                                 first_orders = u.first_orders + excluded.first_orders,
                                                 revenue = u.revenue + excluded.revenue,
                                                 discount = u.discount + excluded.discount
                        ), moved as (
                            update rollup_cursor c
                               set xid = last.xid, event_id = last.event_id
                              from (select xid, event_id
                                      from taken
                                     order by xid desc, event_id desc
                                     limit 1) last
                             where c.brand_id = :brand
                        )
                        select count(*) from taken
                        """)
                .bind("brand", brand.value())
                .bind("xid", cursor.xid())
                .bind("event", cursor.event())
                .bind("most", most)
                .mapTo(Integer.class)
                .one();
    }

    /**
     * Those of the open brands that have events behind their cursor, whether these can be taken yet or not. The cursor is
     * read in a subquery of its own: compared with an expression instead of a column, the index would not be used under
     * row-level security.
     */
    List<BrandId> behind(List<BrandId> brands) {
        return tx.createQuery("""
                        select seen.brand_id
                          from (select b.brand_id, coalesce(c.xid, '0'::xid8) as xid, coalesce(c.event_id, 0) as event_id
                                  from unnest(:brands) as b(brand_id)
                                  left join rollup_cursor c on c.brand_id = b.brand_id
                                offset 0) seen
                         cross join lateral (
                               select
                                 from event e
                                where e.brand_id = seen.brand_id
                                  and (e.xid, e.event_id) > (seen.xid, seen.event_id)
                                order by e.xid, e.event_id
                                limit 1) left_behind
                        """)
                .bindArray(
                        "brands",
                        Long.class,
                        brands.stream().map(BrandId::value).toList())
                .mapTo(Long.class)
                .map(BrandId::new)
                .list();
    }
}
