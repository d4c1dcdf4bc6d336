package dev.herald.code;

import dev.herald.access.BrandId;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.CampaignId;
import dev.herald.platform.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** All SQL of codes and enrollments. */
final class CodeStore {

    private final Handle tx;

    CodeStore(Handle tx) {
        this.tx = tx;
    }

    /** Lets one transaction at a time make codes in a brand, so that what was found free stays free. */
    void lockCodesOf(BrandId brand) {
        tx.createQuery("select 1 from (select pg_advisory_xact_lock(:brand)) as locked")
                .bind("brand", brand.value())
                .mapTo(Integer.class)
                .one();
    }

    /** Those of the skeletons that some code of the brand has, live or not. */
    Set<String> taken(BrandId brand, Collection<String> skeletons) {
        return Set.copyOf(tx.createQuery("""
                        select skeleton
                          from code
                         where brand_id = :brand
                           and skeleton = any (:skeletons)
                        """)
                .bind("brand", brand.value())
                .bindArray("skeletons", String.class, skeletons)
                .mapTo(String.class)
                .list());
    }

    /** False if a code with this skeleton is there already. */
    boolean insert(BrandId brand, PromoCode code, String skeleton, Instant at) {
        return tx.createUpdate("""
                                insert into code (brand_id, code_id, campaign_id, ambassador_id, kind, text, display,
                                       skeleton, separated, created_at)
                                values (:brand, :id, :campaign, :owner, :kind, :text, :display,
                                       :skeleton, :separated, :at)
                                on conflict (brand_id, skeleton) do nothing
                                """)
                        .bind("brand", brand.value())
                        .bind("id", code.id().value())
                        .bind("campaign", code.campaign().value())
                        .bind(
                                "owner",
                                code.owner() == null ? null : code.owner().value())
                        .bind("kind", code.kind().name().toLowerCase(Locale.ROOT))
                        .bind("text", code.text())
                        .bind("display", code.display())
                        .bind("skeleton", skeleton)
                        .bind("separated", code.separated())
                        .bind("at", at)
                        .execute()
                == 1;
    }

    /** Those that are there, of any of the open brands. */
    Map<CodeLookups.Key, PromoCode> find(List<CodeLookups.Key> keys) {
        var found = new HashMap<CodeLookups.Key, PromoCode>();
        tx.createQuery("""
                        select a.brand_id, c.skeleton, c.code_id, c.campaign_id, c.ambassador_id, c.kind, c.text,
                               c.display, c.status, c.separated
                          from unnest(:brands, :skeletons) as a(brand_id, skeleton)
                         cross join lateral (
                               select skeleton, code_id, campaign_id, ambassador_id, kind, text, display, status,
                                      separated
                                 from code
                                where brand_id = a.brand_id
                                  and skeleton = a.skeleton
                               offset 0) c
                        """)
                .bindArray(
                        "brands",
                        Long.class,
                        keys.stream().map(key -> key.brand().value()).toList())
                .bindArray(
                        "skeletons",
                        String.class,
                        keys.stream().map(CodeLookups.Key::skeleton).toList())
                .map((row, _) -> found.put(
                        new CodeLookups.Key(new BrandId(row.getLong("brand_id")), row.getString("skeleton")),
                        code(row)))
                .list();
        return found;
    }

    Optional<PromoCode> find(BrandId brand, String skeleton) {
        return tx.createQuery("""
                        select code_id, campaign_id, ambassador_id, kind, text, display, status, separated
                          from code
                         where brand_id = :brand
                           and skeleton = :skeleton
                        """)
                .bind("brand", brand.value())
                .bind("skeleton", skeleton)
                .map((row, _) -> code(row))
                .findOne();
    }

    Optional<PromoCode> find(BrandId brand, CodeId id) {
        return tx.createQuery("""
                        select code_id, campaign_id, ambassador_id, kind, text, display, status, separated
                          from code
                         where brand_id = :brand
                           and code_id = :id
                        """)
                .bind("brand", brand.value())
                .bind("id", id.value())
                .map((row, _) -> code(row))
                .findOne();
    }

    Optional<PromoCode> blanketOf(BrandId brand, CampaignId campaign) {
        return tx.createQuery("""
                        select code_id, campaign_id, ambassador_id, kind, text, display, status, separated
                          from code
                         where brand_id = :brand
                           and campaign_id = :campaign
                           and kind = 'blanket'
                           and status = 'live'
                         order by code_id
                         limit 1
                        """)
                .bind("brand", brand.value())
                .bind("campaign", campaign.value())
                .map((row, _) -> code(row))
                .findOne();
    }

    List<PromoCode> list(BrandId brand, CampaignId campaign, Page page) {
        return tx.createQuery("""
                        select code_id, campaign_id, ambassador_id, kind, text, display, status, separated
                          from code
                         where brand_id = :brand
                           and campaign_id = :campaign
                           and code_id < :before
                         order by code_id desc
                         limit :fetch
                        """)
                .bind("brand", brand.value())
                .bind("campaign", campaign.value())
                .bind("before", page.before())
                .bind("fetch", page.fetch())
                .map((row, _) -> code(row))
                .list();
    }

    void insertEnrollment(BrandId brand, Enrollment enrollment, Instant at) {
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

    List<Enrollment> enrollmentsOf(BrandId brand, CampaignId campaign, Collection<Long> ambassadors) {
        return tx.createQuery("""
                        select e.enrollment_id, e.ambassador_id as member, c.code_id, c.campaign_id, c.ambassador_id,
                               c.kind, c.text, c.display, c.status, c.separated
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

    /** An ambassador's enrollments, newest first. */
    List<Enrollment> enrollmentsOf(BrandId brand, AmbassadorId ambassador) {
        return tx.createQuery("""
                        select e.enrollment_id, e.ambassador_id as member, c.code_id, c.campaign_id, c.ambassador_id,
                               c.kind, c.text, c.display, c.status, c.separated
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

    private static Enrollment enrollment(ResultSet row) throws SQLException {
        return new Enrollment(
                new Enrollment.Id(row.getLong("enrollment_id")),
                new CampaignId(row.getLong("campaign_id")),
                new AmbassadorId(row.getLong("member")),
                code(row));
    }

    private static PromoCode code(ResultSet row) throws SQLException {
        return new PromoCode(
                new CodeId(row.getLong("code_id")),
                new CampaignId(row.getLong("campaign_id")),
                owner(row),
                PromoCode.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("text"),
                row.getString("display"),
                PromoCode.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getBoolean("separated"));
    }

    private static @Nullable AmbassadorId owner(ResultSet row) throws SQLException {
        var owner = row.getLong("ambassador_id");
        return row.wasNull() ? null : new AmbassadorId(owner);
    }
}
