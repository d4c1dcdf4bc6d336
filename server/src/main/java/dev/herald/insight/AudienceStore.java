package dev.herald.insight;

import dev.herald.access.BrandId;
import java.util.HashMap;
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
