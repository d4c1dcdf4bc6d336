package dev.herald.code;

import dev.herald.access.BrandId;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.CampaignId;
import dev.herald.money.BasisPoints;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** All SQL of enrollments. */
final class EnrollmentStore {

    private final Handle tx;

    EnrollmentStore(Handle tx) {
        this.tx = tx;
    }

    void insert(BrandId brand, Enrollment enrollment, Instant at) {
        tx.createUpdate("""
                        insert into enrollment (brand_id, enrollment_id, campaign_id, ambassador_id, code_id, created_at)
                        values (:brand, :id, :campaign, :ambassador, :code, :at)
                        """)
                .bind("brand", brand.value())
                .bind("id", enrollment.id().value())
                .bind("campaign", enrollment.campaign().value())
                .bind("ambassador", enrollment.ambassador().value())
                .bind("code", enrollment.code().id().value())
                .bind("at", at)
                .execute();
    }

    List<Enrollment> of(BrandId brand, CampaignId campaign, Collection<Long> ambassadors) {
        return tx.createQuery("""
                        select e.enrollment_id, e.ambassador_id as member, c.code_id, c.campaign_id, c.ambassador_id,
                               c.kind, c.text, c.display, c.status, c.separated, c.expires_at, c.successor_id
                          from enrollment e
                          join code c using (brand_id, code_id)
                         where e.brand_id = :brand
                           and e.campaign_id = :campaign
                           and e.ambassador_id = any (:ambassadors)
                        """)
                .bind("brand", brand.value())
                .bind("campaign", campaign.value())
                .bindArray("ambassadors", Long.class, ambassadors)
                .map((row, _) -> enrollment(row))
                .list();
    }

    Set<AmbassadorId> members(BrandId brand, CampaignId campaign) {
        return tx.createQuery("""
                        select ambassador_id
                          from enrollment
                         where brand_id = :brand
                           and campaign_id = :campaign
                        """)
                .bind("brand", brand.value())
                .bind("campaign", campaign.value())
                .map((row, _) -> new AmbassadorId(row.getLong("ambassador_id")))
                .set();
    }

    /** Those members to whom the campaign's own code was given. */
    Set<AmbassadorId> sharers(BrandId brand, CampaignId campaign) {
        return tx.createQuery("""
                        select e.ambassador_id
                          from enrollment e
                          join code c using (brand_id, code_id)
                         where e.brand_id = :brand
                           and e.campaign_id = :campaign
                           and c.kind = 'blanket'
                        """)
                .bind("brand", brand.value())
                .bind("campaign", campaign.value())
                .map((row, _) -> new AmbassadorId(row.getLong("ambassador_id")))
                .set();
    }

    /** Those of some ambassadors who belong to the share of the brand's ambassadors with the most followers. */
    Set<AmbassadorId> mostFollowed(BrandId brand, BasisPoints share, Collection<Long> ambassadors) {
        return tx.createQuery("""
                        select ambassador_id
                          from (select ambassador_id, count(*) over () as many,
                                       row_number() over (order by audience_size desc, ambassador_id) as place
                                  from ambassador
                                 where brand_id = :brand) placed
                         where place <= ceil(many * :share)
                           and ambassador_id = any (:ambassadors)
                        """)
                .bind("brand", brand.value())
                .bind("share", share.share())
                .bindArray("ambassadors", Long.class, ambassadors)
                .map((row, _) -> new AmbassadorId(row.getLong("ambassador_id")))
                .set();
    }

    /** An ambassador's enrollments, newest first. */
    List<Enrollment> of(BrandId brand, AmbassadorId ambassador) {
        return tx.createQuery("""
                        select e.enrollment_id, e.ambassador_id as member, c.code_id, c.campaign_id, c.ambassador_id,
                               c.kind, c.text, c.display, c.status, c.separated, c.expires_at, c.successor_id
                          from enrollment e
                          join code c using (brand_id, code_id)
                         where e.brand_id = :brand
                           and e.ambassador_id = :ambassador
                         order by e.enrollment_id desc
                        """)
                .bind("brand", brand.value())
                .bind("ambassador", ambassador.value())
                .map((row, _) -> enrollment(row))
                .list();
    }

    Optional<Enrollment> find(BrandId brand, Enrollment.Id id) {
        return tx.createQuery("""
                        select e.enrollment_id, e.ambassador_id as member, c.code_id, c.campaign_id, c.ambassador_id,
                               c.kind, c.text, c.display, c.status, c.separated, c.expires_at, c.successor_id
                          from enrollment e
                          join code c using (brand_id, code_id)
                         where e.brand_id = :brand
                           and e.enrollment_id = :id
                        """)
                .bind("brand", brand.value())
                .bind("id", id.value())
                .map((row, _) -> enrollment(row))
                .findOne();
    }

    /** How many codes an ambassador ever had in a campaign. */
    int codesOf(Campaign campaign, AmbassadorId ambassador) {
        return tx.createQuery("""
                        select count(*)
                          from code
                         where brand_id = :brand
                           and ambassador_id = :ambassador
                           and campaign_id = :campaign
                        """)
                .bind("brand", campaign.brand().value())
                .bind("ambassador", ambassador.value())
                .bind("campaign", campaign.id().value())
                .mapTo(Integer.class)
                .one();
    }

    /** Whoever had the one code has the other from now on. */
    void move(BrandId brand, CodeId from, CodeId to) {
        tx.createUpdate("""
                        update enrollment
                           set code_id = :to
                         where brand_id = :brand
                           and code_id = :from
                        """)
                .bind("brand", brand.value())
                .bind("from", from.value())
                .bind("to", to.value())
                .execute();
    }

    private static Enrollment enrollment(ResultSet row) throws SQLException {
        return new Enrollment(
                new Enrollment.Id(row.getLong("enrollment_id")),
                new CampaignId(row.getLong("campaign_id")),
                new AmbassadorId(row.getLong("member")),
                CodeStore.code(row));
    }
}
