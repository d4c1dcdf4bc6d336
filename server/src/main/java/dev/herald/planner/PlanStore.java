package dev.herald.planner;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.herald.access.BrandId;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.CampaignId;
import dev.herald.platform.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** All SQL of plans. */
final class PlanStore {

    private static final TypeReference<Map<String, String>> TYPED = new TypeReference<>() {};

    private final Handle tx;

    PlanStore(Handle tx) {
        this.tx = tx;
    }

    void insert(BrandId brand, CampaignPlan plan, List<AmbassadorId> chosen) {
        tx.createUpdate("""
                        insert into campaign_plan (brand_id, plan_id, typed, changed_at, chosen)
                        values (:brand, :id, :typed::jsonb, :at, :chosen)
                        """)
                .bind("brand", brand.value())
                .bind("id", plan.id().value())
                .bind("typed", Json.text(plan.typed()))
                .bind("at", plan.changedAt())
                .bindArray(
                        "chosen",
                        Long.class,
                        chosen.stream().map(AmbassadorId::value).toList())
                .execute();
    }

    List<AmbassadorId> chosen(BrandId brand, CampaignPlan.Id id) {
        return tx.createQuery("""
                        select one.ambassador_id
                          from campaign_plan p
                         cross join unnest(p.chosen) with ordinality as one (ambassador_id, place)
                         where p.brand_id = :brand
                           and p.plan_id = :id
                         order by one.place
                        """)
                .bind("brand", brand.value())
                .bind("id", id.value())
                .map((row, _) -> new AmbassadorId(row.getLong(1)))
                .list();
    }

    Optional<CampaignPlan> find(BrandId brand, CampaignPlan.Id id) {
        return tx.createQuery("""
                        select plan_id, typed, campaign_id, changed_at, cardinality(chosen) as chosen
                          from campaign_plan
                         where brand_id = :brand
                           and plan_id = :id
                        """)
                .bind("brand", brand.value())
                .bind("id", id.value())
                .map((row, _) -> plan(row))
                .findOne();
    }

    /** Keeps everybody else from the plan until the transaction ends. */
    Optional<CampaignPlan> lock(BrandId brand, CampaignPlan.Id id) {
        return tx.createQuery("""
                        select plan_id, typed, campaign_id, changed_at, cardinality(chosen) as chosen
                          from campaign_plan
                         where brand_id = :brand
                           and plan_id = :id
                           for update
                        """)
                .bind("brand", brand.value())
                .bind("id", id.value())
                .map((row, _) -> plan(row))
                .findOne();
    }

    Optional<CampaignPlan> untouched(BrandId brand) {
        return tx.createQuery("""
                        select plan_id, typed, campaign_id, changed_at, cardinality(chosen) as chosen
                          from campaign_plan
                         where brand_id = :brand
                           and campaign_id is null
                           and typed = '{}'
                         order by plan_id desc
                         limit 1
                        """)
                .bind("brand", brand.value())
                .map((row, _) -> plan(row))
                .findOne();
    }

    List<CampaignPlan> unfinished(BrandId brand, int most) {
        return tx.createQuery("""
                        select plan_id, typed, campaign_id, changed_at, cardinality(chosen) as chosen
                          from campaign_plan
                         where brand_id = :brand
                           and campaign_id is null
                           and typed <> '{}'
                         order by plan_id desc
                         limit :most
                        """)
                .bind("brand", brand.value())
                .bind("most", most)
                .map((row, _) -> plan(row))
                .list();
    }

    Optional<CampaignPlan> of(BrandId brand, CampaignId campaign) {
        return tx.createQuery("""
                        select plan_id, typed, campaign_id, changed_at, cardinality(chosen) as chosen
                          from campaign_plan
                         where brand_id = :brand
                           and campaign_id = :campaign
                        """)
                .bind("brand", brand.value())
                .bind("campaign", campaign.value())
                .map((row, _) -> plan(row))
                .findOne();
    }

    void save(BrandId brand, CampaignPlan.Id id, Map<String, String> typed, Instant at) {
        tx.createUpdate("""
                        update campaign_plan
                           set typed = :typed::jsonb, changed_at = :at
                         where brand_id = :brand
                           and plan_id = :id
                        """)
                .bind("brand", brand.value())
                .bind("id", id.value())
                .bind("typed", Json.text(typed))
                .bind("at", at)
                .execute();
    }

    void finish(BrandId brand, CampaignPlan.Id id, CampaignId campaign) {
        tx.createUpdate("""
                        update campaign_plan
                           set campaign_id = :campaign
                         where brand_id = :brand
                           and plan_id = :id
                        """)
                .bind("brand", brand.value())
                .bind("id", id.value())
                .bind("campaign", campaign.value())
                .execute();
    }

    void delete(BrandId brand, CampaignPlan.Id id) {
        tx.createUpdate("""
                        delete from campaign_plan
                         where brand_id = :brand
                           and plan_id = :id
                           and campaign_id is null
                        """).bind("brand", brand.value()).bind("id", id.value()).execute();
    }

    private static CampaignPlan plan(ResultSet row) throws SQLException {
        var campaign = row.getObject("campaign_id", Long.class);
        return new CampaignPlan(
                new CampaignPlan.Id(row.getLong("plan_id")),
                Json.read(row.getString("typed"), TYPED),
                campaign == null ? null : new CampaignId(campaign),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getInt("chosen"));
    }
}
