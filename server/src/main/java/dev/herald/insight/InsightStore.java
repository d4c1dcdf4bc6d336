package dev.herald.insight;

import dev.herald.access.BrandId;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.CampaignId;
import dev.herald.code.CodeId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The SQL that reads rollups. */
final class InsightStore {

    /** Somebody who owns codes. */
    record Owner(AmbassadorId id, String name, long audienceSize) {}

    private final Handle tx;

    InsightStore(Handle tx) {
        this.tx = tx;
    }

    Totals totals(BrandId brand, CampaignId campaign) {
        return totals(brand, List.of(campaign)).getOrDefault(campaign, Totals.NONE);
    }

    /** Campaigns without any redemption are left out. */
    Map<CampaignId, Totals> totals(BrandId brand, List<CampaignId> campaigns) {
        var totals = new HashMap<CampaignId, Totals>();
        tx.createQuery("""
                        select campaign_id, sum(made - undone), sum(undone), sum(first_orders), sum(revenue),
                               sum(discount)
                          from rollup_campaign
                         where brand_id = :brand
                           and campaign_id = any (:campaigns)
                         group by campaign_id
                        """)
                .bind("brand", brand.value())
                .bindArray(
                        "campaigns",
                        Long.class,
                        campaigns.stream().map(CampaignId::value).toList())
                .map((row, _) -> totals.put(new CampaignId(row.getLong(1)), totals(row)))
                .list();
        return totals;
    }

    /** Codes without any redemption are left out. */
    Map<CodeId, Long> uses(BrandId brand, List<CodeId> codes) {
        var uses = new HashMap<CodeId, Long>();
        tx.createQuery("""
                        select code_id, sum(made - undone)
                          from rollup_code
                         where brand_id = :brand
                           and code_id = any (:codes)
                         group by code_id
                        """)
                .bind("brand", brand.value())
                .bindArray(
                        "codes", Long.class, codes.stream().map(CodeId::value).toList())
                .map((row, _) -> uses.put(new CodeId(row.getLong(1)), row.getLong(2)))
                .list();
        return uses;
    }

    Map<AmbassadorId, Totals> totalsByAmbassador(BrandId brand, CampaignId campaign) {
        var totals = new HashMap<AmbassadorId, Totals>();
        tx.createQuery("""
                        select ambassador_id, sum(made - undone), sum(undone), sum(first_orders), sum(revenue),
                               sum(discount)
                          from rollup_code
                         where brand_id = :brand
                           and campaign_id = :campaign
                           and ambassador_id <> 0
                         group by ambassador_id
                        """)
                .bind("brand", brand.value())
                .bind("campaign", campaign.value())
                .map((row, _) -> totals.put(new AmbassadorId(row.getLong(1)), totals(row)))
                .list();
        return totals;
    }

    Map<AmbassadorId, Totals> totalsByAmbassador(BrandId brand, String currency, LocalDate from, LocalDate to) {
        var totals = new HashMap<AmbassadorId, Totals>();
        tx.createQuery("""
                        select ambassador_id, sum(made - undone), sum(undone), sum(first_orders), sum(revenue),
                               sum(discount)
                          from rollup_ambassador
                         where brand_id = :brand
                           and currency = :currency
                           and day between :from and :to
                         group by ambassador_id
                        """)
                .bind("brand", brand.value())
                .bind("from", from)
                .bind("to", to)
                .bind("currency", currency)
                .map((row, _) -> totals.put(new AmbassadorId(row.getLong(1)), totals(row)))
                .list();
        return totals;
    }

    List<DayTotals> days(BrandId brand, CampaignId campaign, LocalDate from, LocalDate to) {
        return tx.createQuery("""
                        select day, sum(made - undone), sum(undone), sum(first_orders), sum(revenue), sum(discount)
                          from rollup_campaign
                         where brand_id = :brand
                           and campaign_id = :campaign
                           and day between :from and :to
                         group by day
                         order by day
                        """)
                .bind("brand", brand.value())
                .bind("campaign", campaign.value())
                .bind("from", from)
                .bind("to", to)
                .map((row, _) -> new DayTotals(row.getObject(1, LocalDate.class), totals(row)))
                .list();
    }

    List<DayTotals> days(BrandId brand, String currency, LocalDate from, LocalDate to) {
        return tx.createQuery("""
                        select r.day, sum(made - undone), sum(undone), sum(first_orders), sum(revenue), sum(discount)
                          from rollup_campaign r
                          join campaign c using (brand_id, campaign_id)
                         where r.brand_id = :brand
                           and r.day between :from and :to
                           and c.currency = :currency
                         group by r.day
                         order by r.day
                        """)
                .bind("brand", brand.value())
                .bind("from", from)
                .bind("to", to)
                .bind("currency", currency)
                .map((row, _) -> new DayTotals(row.getObject(1, LocalDate.class), totals(row)))
                .list();
    }

    /** The first and the last day with an order in a campaign; empty without any. */
    Optional<List<LocalDate>> span(BrandId brand, CampaignId campaign) {
        return tx.createQuery("""
                        select min(day), max(day)
                          from rollup_campaign
                         where brand_id = :brand
                           and campaign_id = :campaign
                        having count(*) > 0
                        """)
                .bind("brand", brand.value())
                .bind("campaign", campaign.value())
                .map((row, _) -> List.of(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)))
                .findOne();
    }

    /** The currency that most redemptions of some days were in. */
    Optional<String> currency(BrandId brand, LocalDate from, LocalDate to) {
        return tx.createQuery("""
                        select c.currency
                          from rollup_campaign r
                          join campaign c using (brand_id, campaign_id)
                         where r.brand_id = :brand
                           and r.day between :from and :to
                         group by c.currency
                         order by sum(r.made) desc, c.currency
                         limit 1
                        """)
                .bind("brand", brand.value())
                .bind("from", from)
                .bind("to", to)
                .mapTo(String.class)
                .findOne();
    }

    boolean hasMoreAmbassadors(BrandId brand, int than) {
        return tx.createQuery("""
                        select count(*) > :than
                          from (select from ambassador where brand_id = :brand limit :than + 1) counted
                        """)
                .bind("brand", brand.value())
                .bind("than", than)
                .mapTo(Boolean.class)
                .one();
    }

    /** The codes of some ambassadors in a campaign, oldest first. */
    Map<AmbassadorId, List<RankedAmbassador.Code>> codes(
            BrandId brand, CampaignId campaign, List<AmbassadorId> ambassadors) {
        return byOwner(tx.createQuery("""
                        select ambassador_id, code_id, text, display
                          from code
                         where brand_id = :brand
                           and campaign_id = :campaign
                           and ambassador_id = any (:ambassadors)
                         order by code_id
                        """)
                .bind("brand", brand.value())
                .bind("campaign", campaign.value())
                .bindArray("ambassadors", Long.class, values(ambassadors)));
    }

    /** All codes of some ambassadors, newest first. */
    Map<AmbassadorId, List<RankedAmbassador.Code>> codes(BrandId brand, List<AmbassadorId> ambassadors) {
        return byOwner(tx.createQuery("""
                        select ambassador_id, code_id, text, display
                          from code
                         where brand_id = :brand
                           and ambassador_id = any (:ambassadors)
                         order by code_id desc
                        """)
                .bind("brand", brand.value())
                .bindArray("ambassadors", Long.class, values(ambassadors)));
    }

    private static List<Long> values(List<AmbassadorId> ambassadors) {
        return ambassadors.stream().map(AmbassadorId::value).toList();
    }

    private static Map<AmbassadorId, List<RankedAmbassador.Code>> byOwner(Query query) {
        var codes = new HashMap<AmbassadorId, List<RankedAmbassador.Code>>();
        query.map((row, _) -> codes.computeIfAbsent(new AmbassadorId(row.getLong(1)), _ -> new ArrayList<>())
                        .add(new RankedAmbassador.Code(new CodeId(row.getLong(2)), row.getString(3), row.getString(4))))
                .list();
        return codes;
    }

    List<DeclineCount> declines(BrandId brand, CampaignId campaign) {
        return tx.createQuery("""
                        select reason,
                               coalesce(sum(declines) filter (where kind = 'validation'), 0),
                               coalesce(sum(declines) filter (where kind <> 'validation'), 0)
                          from decline_count
                         where brand_id = :brand
                           and campaign_id = :campaign
                         group by reason
                         order by sum(declines) desc, reason
                        """)
                .bind("brand", brand.value())
                .bind("campaign", campaign.value())
                .map((row, _) -> new DeclineCount(row.getString(1), row.getLong(2), row.getLong(3)))
                .list();
    }

    private static Totals totals(ResultSet row) throws SQLException {
        return new Totals(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6));
    }
}
