package dev.herald.reward;

import dev.herald.access.BrandId;
import dev.herald.redemption.NetOrder;
import dev.herald.reward.RewardBook.Credited;
import dev.herald.reward.RewardBook.Holder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The SQL of how far the job has come, and of what it knows of orders that were credited. */
final class RewardStore {

    /** The last event taken, and what was held until when is due already. */
    record Cursor(String xid, long event, Instant maturedTo, long maturedLast) {}

    private final Handle tx;
    private final BrandId brand;

    RewardStore(Handle tx, BrandId brand) {
        this.tx = tx;
        this.brand = brand;
    }

    /**
     * Waits until nobody else posts what this brand's events mean. Not by a row: to lock one makes this a writing transaction
     * from the start, and no event younger than it could be taken elsewhere until it ends.
     */
    void lock() {
        tx.execute("set local plan_cache_mode = force_custom_plan");
        tx.createQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended('rewards', :brand))) as locked")
                .bind("brand", brand.value())
                .mapTo(Integer.class)
                .one();
    }

    Cursor cursor() {
        return tx.createQuery("""
                        select xid, event_id, matured_to, matured_last
                          from reward_cursor
                         where brand_id = :brand
                        """)
                .bind("brand", brand.value())
                .map((row, _) -> new Cursor(row.getString(1), row.getLong(2), time(row, 3), row.getLong(4)))
                .findOne()
                .orElse(new Cursor("0", 0, Instant.EPOCH, 0));
    }

    void moveCursor(Cursor to) {
        tx.createUpdate("""
                        insert into reward_cursor (brand_id, xid, event_id, matured_to, matured_last)
                        values (:brand, :xid::xid8, :event, :to, :last)
                            on conflict (brand_id)
                               do update set xid = excluded.xid, event_id = excluded.event_id,
                                             matured_to = excluded.matured_to, matured_last = excluded.matured_last
                        """)
                .bind("brand", brand.value())
                .bind("xid", to.xid())
                .bind("event", to.event())
                .bind("to", to.maturedTo())
                .bind("last", to.maturedLast())
                .execute();
    }

    /** What is known of redemptions that were credited. */
    Map<Long, Credited> credited(Collection<Long> redemptions) {
        var credited = new HashMap<Long, Credited>();
        tx.createQuery("""
                        select a.id, r.amount, r.net, r.first_order, e.campaign_id, e.ambassador_id, e.currency, e.plan_id,
                               e.rate, e.held, u.undone, u.gone
                          from unnest(:ids) as a(id)
                         cross join lateral (
                               select amount, first_order,
                                      <net> as net
                                 from redemption
                                where brand_id = :brand
                                  and redemption_id = a.id
                               offset 0) r
                         cross join lateral (
                               select max(campaign_id) as campaign_id, max(ambassador_id) as ambassador_id,
                                      max(currency) as currency, max(plan_id) as plan_id, max(rate) as rate,
                                      sum(case 'held' when credit then amount when debit then -amount else 0 end)::bigint
                                          as held,
                                      array_agg(reversal_id) filter (where kind = 'reversed') as reversals
                                 from ledger_entry
                                where brand_id = :brand
                                  and redemption_id = a.id
                               having bool_or(kind = 'earned')
                               offset 0) e
                         cross join lateral (
                               select coalesce(sum(amount), 0)::bigint as undone, coalesce(bool_or(complete), false) as gone
                                 from reversal
                                where brand_id = :brand
                                  and reversal_id = any (e.reversals)
                               offset 0) u
                        """)
                .define("net", NetOrder.SQL)
                .bind("brand", brand.value())
                .bindArray("ids", Long.class, redemptions)
                .map((row, _) -> credited.put(
                        row.getLong(1),
                        new Credited(
                                new Holder(row.getLong(5), row.getLong(6), row.getLong(8)),
                                row.getString(7),
                                row.getLong(9),
                                new Earned(
                                        row.getLong(2),
                                        row.getLong(3),
                                        row.getBoolean(4),
                                        row.getLong(11),
                                        row.getBoolean(12)),
                                row.getLong(10))))
                .list();
        return credited;
    }

    /** Those of the brands in which something is held that is due by now. */
    static List<BrandId> ripe(Handle tx, List<BrandId> brands, Instant now) {
        return tx.createQuery("""
                        select seen.brand_id
                          from (select b.brand_id, coalesce(c.matured_to, 'epoch') as matured_to,
                                       coalesce(c.matured_last, 0) as matured_last
                                  from unnest(:brands) as b(brand_id)
                                  left join reward_cursor c on c.brand_id = b.brand_id
                                offset 0) seen
                         cross join lateral (
                               select
                                 from ledger_entry e
                                where e.brand_id = seen.brand_id
                                  and e.kind = 'earned'
                                  and e.credit = 'held'
                                  and (e.due_at, e.entry_id) > (seen.matured_to, seen.matured_last)
                                  and e.due_at <= :now
                                limit 1) ripe
                        """)
                .bindArray(
                        "brands",
                        Long.class,
                        brands.stream().map(BrandId::value).toList())
                .bind("now", now)
                .mapTo(Long.class)
                .map(BrandId::new)
                .list();
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
