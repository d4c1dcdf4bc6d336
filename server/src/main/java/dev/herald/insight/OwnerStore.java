package dev.herald.insight;

import dev.herald.access.BrandId;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.CampaignId;
import dev.herald.insight.InsightStore.Owner;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The SQL of who is ranked. */
final class OwnerStore {

    private final Handle tx;

    OwnerStore(Handle tx) {
        this.tx = tx;
    }

    /**
     * Everybody who owns a code of the campaign or has a credit in it; where all share a code, every member as soon as one
     * has a credit by his link.
     */
    List<Owner> owners(BrandId brand, CampaignId campaign) {
        return tx.createQuery("""
                        select a.ambassador_id, a.name, a.audience_size
                          from ambassador a
                         where a.brand_id = :brand
                           and a.ambassador_id in (
                               select ambassador_id
                                 from code
                                where brand_id = :brand
                                  and campaign_id = :campaign
                                union all
                               select ambassador_id
                                 from rollup_code
                                where brand_id = :brand
                                  and campaign_id = :campaign
                                  and ambassador_id <> 0
                                union all
                               select e.ambassador_id
                                 from enrollment e
                                where e.brand_id = :brand
                                  and e.campaign_id = :campaign
                                  and exists (select
                                                from campaign
                                               where brand_id = :brand
                                                 and campaign_id = :campaign
                                                 and strategy = 'blanket')
                                  and exists (select
                                                from rollup_code
                                               where brand_id = :brand
                                                 and campaign_id = :campaign
                                                 and ambassador_id <> 0))
                        """)
                .bind("brand", brand.value())
                .bind("campaign", campaign.value())
                .map((row, _) -> owner(row))
                .list();
    }

    /** Everybody who owns a code of the brand, and these, who are credited without one. */
    List<Owner> owners(BrandId brand, Collection<AmbassadorId> credited) {
        return tx.createQuery("""
                        select a.ambassador_id, a.name, a.audience_size
                          from ambassador a
                         where a.brand_id = :brand
                           and exists (
                               select from code c
                                where c.brand_id = :brand
                                  and c.ambassador_id = a.ambassador_id)
                         union
                        select ambassador_id, name, audience_size
                          from ambassador
                         where brand_id = :brand
                           and ambassador_id = any (:credited)
                        """)
                .bind("brand", brand.value())
                .bindArray(
                        "credited",
                        Long.class,
                        credited.stream().map(AmbassadorId::value).toList())
                .map((row, _) -> owner(row))
                .list();
    }

    private static Owner owner(ResultSet row) throws SQLException {
        return new Owner(new AmbassadorId(row.getLong(1)), row.getString(2), row.getLong(3));
    }
}
