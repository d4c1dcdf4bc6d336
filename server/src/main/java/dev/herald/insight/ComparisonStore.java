package dev.herald.insight;

import dev.herald.access.BrandId;
import dev.herald.campaign.CampaignId;
import dev.herald.insight.ComparedSide.MemberReach;
import org.jdbi.v3.core.Handle;

/** The SQL that only comparisons need. */
final class ComparisonStore {

    private final Handle tx;

    ComparisonStore(Handle tx) {
        this.tx = tx;
    }

    /** Whom the members of a campaign reach, whatever codes they have. */
    MemberReach memberReach(BrandId brand, CampaignId campaign) {
        var members = tx.createQuery("""
                        select a.audience_size
                          from enrollment e
                          join ambassador a using (brand_id, ambassador_id)
                         where e.brand_id = :brand
                           and e.campaign_id = :campaign
                        """)
                .bind("brand", brand.value())
                .bind("campaign", campaign.value())
                .map((row, _) -> Reach.thousands(row.getLong(1)))
                .list();
        return new MemberReach(
                members.size(),
                members.stream().mapToDouble(one -> one).sum(),
                members.stream().mapToDouble(one -> one * one).sum());
    }
}
