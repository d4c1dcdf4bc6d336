package dev.herald.insight;

import dev.herald.access.BrandId;
import dev.herald.insight.SegmentRules.Known;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** The SQL that turns events into counts by segment. */
final class SegmentStore {

    /** The last event taken. */
    record Cursor(String xid, long event) {}

    /**
     * An event, with what is known of its redemption.
     *
     * @param change 1 for a redemption, -1 for its complete reversal, 0 for one in part
     * @param ambassador 0 where nobody is credited
     */
    record Fact(Cursor cursor, int change, long campaign, long ambassador, Known known) {}

    private final Handle tx;
    private final BrandId brand;

    SegmentStore(Handle tx, BrandId brand) {
        this.tx = tx;
        this.brand = brand;
    }

    /** Waits until nobody else takes the brand's events; what is written need not wait for the disk, as it can be made again. */
    void lockCursor() {
        tx.execute("set local synchronous_commit = off");
        tx.execute("set local plan_cache_mode = force_custom_plan");
        // Not by the cursor's row: to lock a row makes this a writing transaction from the start, and no event that is
        // younger than it could be summed up elsewhere until it ends.
        tx.createQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended('segments', :brand))) as locked")
                .bind("brand", brand.value())
                .mapTo(Integer.class)
                .one();
        tx.createUpdate("""
                        insert into segment_cursor (brand_id)
                        select :brand
                         where not exists (select from segment_cursor where brand_id = :brand)
                        """).bind("brand", brand.value()).execute();
    }

    /**
     * The next events, oldest first: as for the other rollups only those of transactions older than every running one, and
     * each row looked up one by one. The redemption's id is a column of its own before it is looked up: compared with an
     * expression, the index would not be used under row-level security.
     */
    List<Fact> next(int most) {
        return tx.createQuery("""
                        with seen as (
                            select xid, event_id
                              from segment_cursor
                             where brand_id = :brand
                            offset 0
                        ), taken as (
                            select e.xid, e.event_id, e.kind, e.subject_id
                              from seen
                             cross join lateral (
                                   select xid, event_id, kind, subject_id
                                     from event
                                    where brand_id = :brand
                                      and (xid, event_id) > (seen.xid, seen.event_id)
                                      and xid < pg_snapshot_xmin(pg_current_snapshot())
                                    order by xid, event_id
                                    limit :most) e
                        ), of_redemption as (
                            select t.xid, t.event_id, coalesce(v.redemption_id, t.subject_id) as redemption_id,
                                   case when t.kind = 'redeemed' then 1 when v.complete then -1 else 0 end as change
                              from taken t
                              left join lateral (
                                   select redemption_id, complete
                                     from reversal
                                    where brand_id = :brand
                                      and reversal_id = t.subject_id
                                      and t.kind = 'reversed'
                                   offset 0) v on true
                            offset 0
                        )
                        select t.xid::text, t.event_id, t.change, r.campaign_id, coalesce(r.ambassador_id, 0), r.region,
                               r.age_band, r.first_order, r.amount, r.currency,
                               array(select distinct line ->> 'category'
                                       from jsonb_array_elements(r.lines) line
                                      where line ->> 'category' is not null),
                               r.tags
                          from of_redemption t
                         cross join lateral (
                               select campaign_id, ambassador_id, region, age_band, first_order, amount, currency, lines, tags
                                 from redemption
                                where brand_id = :brand
                                  and redemption_id = t.redemption_id
                               offset 0) r
                         order by t.xid, t.event_id
                        """)
                .bind("brand", brand.value())
                .bind("most", most)
                .map((row, _) -> fact(row))
                .list();
    }

    private static Fact fact(ResultSet row) throws SQLException {
        return new Fact(
                new Cursor(row.getString(1), row.getLong(2)),
                row.getInt(3),
                row.getLong(4),
                row.getLong(5),
                new Known(
                        row.getString(6),
                        row.getString(7),
                        row.getBoolean(8),
                        row.getLong(9),
                        row.getString(10),
                        texts(row.getArray(11)),
                        texts(row.getArray(12))));
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    /** Those of some segments that were never counted before. */
    Set<Segment> unknown(Collection<Segment> segments) {
        return new HashSet<>(tx.createQuery("""
                        select a.dimension, a.segment
                          from unnest(:dimensions, :segments) as a(dimension, segment)
                         where not exists (
                               select
                                 from rollup_segment r
                                where r.brand_id = :brand
                                  and r.ambassador_id = 0
                                  and r.campaign_id = 0
                                  and r.dimension = a.dimension
                                  and r.segment = a.segment)
                        """)
                .bind("brand", brand.value())
                .bindArray("dimensions", String.class, column(segments, Segment::column))
                .bindArray("segments", String.class, column(segments, Segment::name))
                .map((row, _) -> Segment.ofColumns(row.getString(1), row.getString(2)))
                .list());
    }

    /** How many segments of each dimension were counted before. */
    Map<Dimension, Integer> sizes() {
        var sizes = new HashMap<Dimension, Integer>();
        tx.createQuery("""
                        select dimension, count(*)
                          from rollup_segment
                         where brand_id = :brand
                           and ambassador_id = 0
                           and campaign_id = 0
                           and segment <> ''
                         group by dimension
                        """)
                .bind("brand", brand.value())
                .map((row, _) -> sizes.merge(
                        Segment.ofColumns(row.getString(1), Segment.ALL).dimension(), row.getInt(2), Integer::sum))
                .list();
        return sizes;
    }

    void add(List<SegmentCounts.Count> counts) {
        tx.createUpdate("""
                        insert into rollup_segment as u
                               (brand_id, ambassador_id, campaign_id, dimension, segment, made, undone)
                        select :brand, ambassador_id, campaign_id, dimension, segment, made, undone
                          from unnest(:ambassadors, :campaigns, :dimensions, :segments, :made, :undone)
                               as a(ambassador_id, campaign_id, dimension, segment, made, undone)
                            on conflict (brand_id, ambassador_id, campaign_id, dimension, segment)
                               do update set made = u.made + excluded.made,
                                             undone = u.undone + excluded.undone
                        """)
                .bind("brand", brand.value())
                .bindArray("ambassadors", Long.class, column(counts, SegmentCounts.Count::ambassador))
                .bindArray("campaigns", Long.class, column(counts, SegmentCounts.Count::campaign))
                .bindArray(
                        "dimensions",
                        String.class,
                        column(counts, one -> one.segment().column()))
                .bindArray(
                        "segments",
                        String.class,
                        column(counts, one -> one.segment().name()))
                .bindArray("made", Long.class, column(counts, SegmentCounts.Count::made))
                .bindArray("undone", Long.class, column(counts, SegmentCounts.Count::undone))
                .execute();
    }

    void moveCursor(Cursor to) {
        tx.createUpdate("update segment_cursor set xid = :xid::xid8, event_id = :event where brand_id = :brand")
                .bind("brand", brand.value())
                .bind("xid", to.xid())
                .bind("event", to.event())
                .execute();
    }

    private static <T, V> List<V> column(Collection<T> rows, Function<T, V> value) {
        return rows.stream().map(value).toList();
    }
}
