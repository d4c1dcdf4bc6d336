package dev.herald.code;

import dev.herald.access.BrandId;
import dev.herald.campaign.CampaignId;
import dev.herald.platform.Page;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Finds codes in use that stand too close to others. */
final class ReplacementStore {

    private final Handle tx;

    ReplacementStore(Handle tx) {
        this.tx = tx;
    }

    /** Newest first; not those whose place another code has taken. */
    List<PromoCode> notSeparated(BrandId brand, CampaignId campaign, Page page, Instant now) {
        return tx.createQuery("""
                        select code_id, campaign_id, ambassador_id, kind, text, display, status, separated,
                               expires_at, successor_id
                          from code
                         where brand_id = :brand
                           and campaign_id = :campaign
                           and code_id < :before
                           and not separated
                           and status = 'live'
                           and successor_id is null
                           and (expires_at is null or expires_at > :now)
                         order by code_id desc
                         limit :fetch
                        """)
                .bind("brand", brand.value())
                .bind("campaign", campaign.value())
                .bind("before", page.before())
                .bind("now", now)
                .bind("fetch", page.fetch())
                .map((row, _) -> CodeStore.code(row))
                .list();
    }
}
