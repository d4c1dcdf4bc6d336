package dev.herald.code;

import dev.herald.access.BrandId;
import dev.herald.campaign.CampaignId;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Counts live codes by their form, and finds those that stand too close to others. */
final class CodeFormStore {

    /**
     * Live codes of one kind and length that were made together.
     *
     * @param first the first of them in the order of their letters, as {@code last} is the last
     */
    record Group(boolean memorable, int length, long codes, String first, String last) {}

    private final Handle tx;

    CodeFormStore(Handle tx) {
        this.tx = tx;
    }

    List<Group> groups(BrandId brand, CampaignId campaign, Instant now) {
        return tx.createQuery("""
                        select kind <> 'unique' as memorable, length(text) as length, count(*) as codes,
                               min(text collate "C") as first, max(text collate "C") as last
                          from code
                         where brand_id = :brand
                           and campaign_id = :campaign
                           and status = 'live'
                           and (expires_at is null or expires_at > :now)
                         group by 1, 2, job_id
                        """)
                .bind("brand", brand.value())
                .bind("campaign", campaign.value())
                .bind("now", now)
                .map((row, _) -> new Group(
                        row.getBoolean("memorable"),
                        row.getInt("length"),
                        row.getLong("codes"),
                        row.getString("first"),
                        row.getString("last")))
                .list();
    }
}
