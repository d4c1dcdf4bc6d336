package dev.herald.insight;

import dev.herald.access.BrandId;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.CampaignId;
import dev.herald.code.CodeId;
import dev.herald.redemption.RedemptionId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** The SQL behind what an ambassador sees of his own, and behind counts that are watched. */
final class OwnFiguresStore {

    /** How far back the latest redemptions in one campaign are looked for. */
    private static final int LOOKED_THROUGH = 50;

    /** A code whose uses are watched. */
    record Watched(BrandId brand, CodeId code) {}

    /** How far the rollups of a brand have come. */
    record Cursor(String xid, long event) {}

    private final Handle tx;

    OwnFiguresStore(Handle tx) {
        this.tx = tx;
    }

    List<CodeId> codesOf(BrandId brand, AmbassadorId ambassador, CampaignId campaign) {
        return tx.createQuery("""
                        select code_id
                          from code
                         where brand_id = :brand
                           and ambassador_id = :ambassador
                           and campaign_id = :campaign
                        """)
                .bind("brand", brand.value())
                .bind("ambassador", ambassador.value())
                .bind("campaign", campaign.value())
                .map((row, _) -> new CodeId(row.getLong(1)))
                .list();
    }

    Map<LocalDate, Long> days(BrandId brand, List<CodeId> codes, LocalDate from) {
        var days = new TreeMap<LocalDate, Long>();
        tx.createQuery("""
                        select day, sum(made - undone)
                          from rollup
                         where brand_id = :brand
                           and code_id = any (:codes)
                           and day >= :from
                         group by day
                        """)
                .bind("brand", brand.value())
                .bindArray(
                        "codes", Long.class, codes.stream().map(CodeId::value).toList())
                .bind("from", from)
                .map((row, _) -> days.put(row.getObject(1, LocalDate.class), row.getLong(2)))
                .list();
        return days;
    }

    long credited(BrandId brand, AmbassadorId ambassador, CampaignId campaign) {
        return tx.createQuery("""
                        select coalesce(sum(made - undone), 0)
                          from rollup_code
                         where brand_id = :brand
                           and campaign_id = :campaign
                           and ambassador_id = :ambassador
                        """)
                .bind("brand", brand.value())
                .bind("campaign", campaign.value())
                .bind("ambassador", ambassador.value())
                .mapTo(Long.class)
                .one();
    }

    List<Latest> latest(BrandId brand, AmbassadorId ambassador, CampaignId campaign, int most) {
        return tx.createQuery("""
                        select r.redemption_id, r.placed_at, r.clicked_at, coalesce(r.region, '') as region, r.first_order,
                               exists (select
                                         from reversal v
                                        where v.brand_id = r.brand_id
                                          and v.redemption_id = r.redemption_id
                                          and v.complete) as undone
                          from (select brand_id, redemption_id, campaign_id, placed_at, clicked_at, region,
                                       first_order
                                  from redemption
                                 where brand_id = :brand
                                   and ambassador_id = :ambassador
                                 order by redemption_id desc
                                 limit :through) r
                         where r.campaign_id = :campaign
                         order by r.redemption_id desc
                         limit :most
                        """)
                .bind("brand", brand.value())
                .bind("ambassador", ambassador.value())
                .bind("campaign", campaign.value())
                .bind("through", LOOKED_THROUGH)
                .bind("most", most)
                .map((row, _) -> new Latest(
                        new RedemptionId(row.getLong("redemption_id")),
                        row.getObject("placed_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("clicked_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)
                                .orElse(null),
                        row.getString("region"),
                        row.getBoolean("first_order"),
                        row.getBoolean("undone")))
                .list();
    }

    /** How far the rollups of the brands have come; those without any are left out. */
    Map<BrandId, Cursor> cursors(Collection<BrandId> brands) {
        var cursors = new HashMap<BrandId, Cursor>();
        tx.createQuery("""
                        select brand_id, xid::text, event_id
                          from rollup_cursor
                         where brand_id = any (:brands)
                        """)
                .bindArray(
                        "brands",
                        Long.class,
                        brands.stream().map(BrandId::value).toList())
                .map((row, _) -> cursors.put(new BrandId(row.getLong(1)), new Cursor(row.getString(2), row.getLong(3))))
                .list();
        return cursors;
    }

    /** How many redemptions of each code stand; each is looked up by itself, whatever the planner takes the table for. */
    Map<Watched, Long> uses(List<Watched> codes) {
        var uses = new HashMap<Watched, Long>();
        tx.createQuery("""
                        select w.brand_id, w.code_id, r.uses
                          from unnest(:brands, :codes) as w(brand_id, code_id)
                         cross join lateral (
                               select coalesce(sum(made - undone), 0) as uses
                                 from rollup_code
                                where brand_id = w.brand_id
                                  and code_id = w.code_id
                               offset 0) r
                        """)
                .bindArray(
                        "brands",
                        Long.class,
                        codes.stream().map(one -> one.brand().value()).toList())
                .bindArray(
                        "codes",
                        Long.class,
                        codes.stream().map(one -> one.code().value()).toList())
                .map((row, _) ->
                        uses.put(new Watched(new BrandId(row.getLong(1)), new CodeId(row.getLong(2))), row.getLong(3)))
                .list();
        return uses;
    }
}
