package dev.herald.reward;

import dev.herald.access.BrandId;
import dev.herald.redemption.NetOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/** The SQL that reads what happened, each row looked up one by one: a join might be planned over whole tables. */
final class RewardEventStore {

    /** An event and its place. */
    record Placed(String xid, long event, RewardEvent what) {}

    private final Handle tx;
    private final BrandId brand;

    RewardEventStore(Handle tx, BrandId brand) {
        this.tx = tx;
        this.brand = brand;
    }

    /** The next events, oldest first, only of transactions older than every running one. */
    List<Placed> next(RewardStore.Cursor after, int most) {
        return tx.createQuery("""
                        with taken as (
                            select xid, event_id, kind, subject_id
                              from event
                             where brand_id = :brand
                               and (xid, event_id) > (:xid::xid8, :event)
                               and xid < pg_snapshot_xmin(pg_current_snapshot())
                             order by xid, event_id
                             limit :most
                        )
                        select t.xid, t.event_id, t.kind, t.subject_id, r.campaign_id, coalesce(r.ambassador_id, 0),
                               r.currency, r.amount, r.net, r.first_order, r.placed_at,
                               0::bigint as redemption_id, false as complete
                          from taken t
                         cross join lateral (
                               select campaign_id, ambassador_id, currency, amount, first_order,
                                      -- A shop's clock may be ahead, but nothing is held longer for that.
                                      least(placed_at, redeemed_at) as placed_at,
                                      <net> as net
                                 from redemption
                                where brand_id = :brand
                                  and redemption_id = t.subject_id
                               offset 0) r
                         where t.kind = 'redeemed'
                         union all
                        select t.xid, t.event_id, t.kind, t.subject_id, 0, 0, null, v.amount, 0, false, null,
                               v.redemption_id, v.complete
                          from taken t
                         cross join lateral (
                               select redemption_id, amount, complete
                                 from reversal
                                where brand_id = :brand
                                  and reversal_id = t.subject_id
                               offset 0) v
                         where t.kind = 'reversed'
                         union all
                        select t.xid, t.event_id, t.kind, t.subject_id, coalesce(p.campaign_id, 0), 0, null, 0, 0, false,
                               null, 0, false
                          from taken t
                          left join reward_plan p
                                 on p.brand_id = :brand
                                and p.plan_id = t.subject_id
                         where t.kind not in ('redeemed', 'reversed')
                         order by 1, 2
                        """)
                .define("net", NetOrder.SQL)
                .bind("brand", brand.value())
                .bind("xid", after.xid())
                .bind("event", after.event())
                .bind("most", most)
                .map((row, _) -> placed(row))
                .list();
    }

    private static Placed placed(ResultSet row) throws SQLException {
        var subject = row.getLong(4);
        var what = switch (row.getString(3)) {
            case "redeemed" ->
                new RewardEvent.Redeemed(
                        subject,
                        row.getLong(5),
                        row.getLong(6),
                        row.getString(7),
                        Earned.whole(row.getLong(8), row.getLong(9), row.getBoolean(10)),
                        Objects.requireNonNull(row.getObject(11, OffsetDateTime.class))
                                .toInstant());
            case "reversed" -> new RewardEvent.Reversed(subject, row.getLong(12), row.getLong(8), row.getBoolean(13));
            case "reward_planned" -> new RewardEvent.Planned(row.getLong(5), subject);
            default -> new RewardEvent.Other();
        };
        return new Placed(row.getString(1), row.getLong(2), what);
    }
}
