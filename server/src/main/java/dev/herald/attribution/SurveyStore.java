package dev.herald.attribution;

import dev.herald.access.BrandId;
import dev.herald.campaign.CampaignId;
import dev.herald.redemption.RedemptionId;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** All SQL of what buyers answered. */
final class SurveyStore {

    private final Handle tx;
    private final BrandId brand;

    SurveyStore(Handle tx, BrandId brand) {
        this.tx = tx;
        this.brand = brand;
    }

    /** Lets one answer about a redemption after another be counted. */
    void lock(RedemptionId redemption) {
        tx.createQuery("select 1 from pg_advisory_xact_lock(hashtextextended('survey_answer', :redemption))")
                .bind("redemption", redemption.value())
                .mapTo(Integer.class)
                .one();
    }

    int count(CampaignId campaign, RedemptionId redemption) {
        return tx.createQuery("""
                        select count(*)
                          from survey_answer
                         where brand_id = :brand
                           and campaign_id = :campaign
                           and redemption_id = :redemption
                        """)
                .bind("brand", brand.value())
                .bind("campaign", campaign.value())
                .bind("redemption", redemption.value())
                .mapTo(Integer.class)
                .one();
    }

    void insert(CampaignId campaign, long id, SurveyAnswer.Of given, Instant at) {
        var named = given.answer().named();
        tx.createUpdate("""
                        insert into survey_answer (brand_id, campaign_id, redemption_id, answer_id, said, ambassador_id,
                               answered_at)
                        values (:brand, :campaign, :redemption, :id, :said, :ambassador, :at)
                        """)
                .bind("brand", brand.value())
                .bind("campaign", campaign.value())
                .bind("redemption", given.redemption().value())
                .bind("id", id)
                .bind("said", given.answer().word())
                .bind("ambassador", named == null ? null : named.value())
                .bind("at", at)
                .execute();
    }

    /** The last about each redemption. */
    List<SurveyAnswer.Of> latest(CampaignId campaign) {
        return tx.createQuery("""
                        select distinct on (redemption_id) redemption_id, said, ambassador_id
                          from survey_answer
                         where brand_id = :brand
                           and campaign_id = :campaign
                         order by redemption_id, answer_id desc
                        """)
                .bind("brand", brand.value())
                .bind("campaign", campaign.value())
                .map((row, _) -> new SurveyAnswer.Of(
                        new RedemptionId(row.getLong("redemption_id")),
                        SurveyAnswer.of(row.getString("said"), row.getLong("ambassador_id"))))
                .list();
    }
}
