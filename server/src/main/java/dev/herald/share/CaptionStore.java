package dev.herald.share;

import dev.herald.access.BrandId;
import dev.herald.campaign.CampaignId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** All SQL of captions. */
final class CaptionStore {

    private final Handle tx;

    CaptionStore(Handle tx) {
        this.tx = tx;
    }

    List<CaptionTemplate> templates(BrandId brand, CampaignId campaign) {
        return tx.createQuery("""
                        select platform, text
                          from caption
                         where brand_id = :brand
                           and campaign_id = :campaign
                         order by caption_id
                        """)
                .bind("brand", brand.value())
                .bind("campaign", campaign.value())
                .map((row, _) -> new CaptionTemplate(
                        Platform.valueOf(row.getString("platform").toUpperCase(Locale.ROOT)), row.getString("text")))
                .list();
    }

    Optional<String> tag(BrandId brand, CampaignId campaign) {
        return tx.createQuery("""
                        select tag
                          from caption_tag
                         where brand_id = :brand
                           and campaign_id = :campaign
                        """)
                .bind("brand", brand.value())
                .bind("campaign", campaign.value())
                .mapTo(String.class)
                .findOne();
    }

    void insert(BrandId brand, CampaignId campaign, long id, CaptionTemplate template) {
        tx.createUpdate("""
                        insert into caption (brand_id, campaign_id, caption_id, platform, text)
                        values (:brand, :campaign, :id, :platform, :text)
                        """)
                .bind("brand", brand.value())
                .bind("campaign", campaign.value())
                .bind("id", id)
                .bind("platform", template.platform().name().toLowerCase(Locale.ROOT))
                .bind("text", template.text())
                .execute();
    }

    /** The row comes first and is locked, so that two who save at once do not mix their captions. */
    void setTag(BrandId brand, CampaignId campaign, String tag) {
        tx.createUpdate("""
                        insert into caption_tag (brand_id, campaign_id, tag)
                        values (:brand, :campaign, :tag)
                            on conflict (brand_id, campaign_id) do update set tag = excluded.tag
                        """)
                .bind("brand", brand.value())
                .bind("campaign", campaign.value())
                .bind("tag", tag)
                .execute();
    }

    void clear(BrandId brand, CampaignId campaign) {
        tx.createUpdate("delete from caption where brand_id = :brand and campaign_id = :campaign")
                .bind("brand", brand.value())
                .bind("campaign", campaign.value())
                .execute();
    }
}
