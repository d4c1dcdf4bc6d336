package dev.herald.insight;

import dev.herald.access.BrandId;
import dev.herald.campaign.CampaignId;
import dev.herald.insight.MemberRules.Member;
import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The SQL that reads counts by segment. */
final class AudienceStore {

    /** What is compared; nobody and no campaign in particular is 0. */
    record Sides(long ambassador, long campaign, long within) {}

    /** Redemptions that stand by segment: of the one side, and of what it is a part of. */
    record Counts(Map<Segment, Long> here, Map<Segment, Long> all) {}

    private final Handle tx;
    private final BrandId brand;

    AudienceStore(Handle tx, BrandId brand) {
        this.tx = tx;
        this.brand = brand;
    }

    /** Those who own a code of the campaign; of very many only the first. */
    List<Member> members(CampaignId campaign, int most) {
        return tx.createQuery("""
                        with brought as (
                            select ambassador_id, sum(made - undone) as redemptions
                              from rollup_code
                             where brand_id = :brand
                               and campaign_id = :campaign
                               and ambassador_id <> 0
                             group by ambassador_id
                        )
                        select coalesce(b.redemptions, 0), a.channels, a.tags
                          from ambassador a
                          left join brought b using (ambassador_id)
                         where a.brand_id = :brand
                           and a.ambassador_id in (
                               select ambassador_id
                                 from code
                                where brand_id = :brand
                                  and campaign_id = :campaign
                                  and ambassador_id is not null
                                order by ambassador_id
                                limit :most)
                        """)
                .bind("brand", brand.value())
                .bind("campaign", campaign.value())
                .bind("most", most)
                .map((row, _) -> new Member(row.getLong(1), texts(row.getArray(2)), texts(row.getArray(3))))
                .list();
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    /** Both sides by one statement, so that they are of the same moment; some thousand segments at most. */
    Counts counts(Sides sides) {
        // A plan for any campaign would read those of all.
        tx.execute("set local plan_cache_mode = force_custom_plan");
        var counts = new Counts(new HashMap<>(), new HashMap<>());
        tx.createQuery("""
                        select true, dimension, segment, sum(made - undone)
                          from rollup_segment
                         where brand_id = :brand
                           and ambassador_id = :ambassador
                           and (campaign_id = :campaign or :campaign = 0)
                         group by dimension, segment
                         union all
                        select false, dimension, segment, made - undone
                          from rollup_segment
                         where brand_id = :brand
                           and ambassador_id = 0
                           and campaign_id = :within
                        """)
                .bind("brand", brand.value())
                .bind("ambassador", sides.ambassador())
                .bind("campaign", sides.campaign())
                .bind("within", sides.within())
                .map((row, _) -> (row.getBoolean(1) ? counts.here() : counts.all())
                        .put(Segment.ofColumns(row.getString(2), row.getString(3)), row.getLong(4)))
                .list();
        return counts;
    }
}
