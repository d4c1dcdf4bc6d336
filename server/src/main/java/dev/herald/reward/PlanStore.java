package dev.herald.reward;

import dev.herald.campaign.Campaign;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** The SQL of plans; they are only added. */
final class PlanStore {

    private final Handle tx;

    PlanStore(Handle tx) {
        this.tx = tx;
    }

    void add(Campaign campaign, long id, Instant at) {
        tx.createUpdate("""
                        insert into reward_plan (brand_id, plan_id, campaign_id, plan, currency, planned_at)
                        values (:brand, :id, :campaign, :plan::jsonb, :currency, :at)
                        """)
                .bind("brand", campaign.brand().value())
                .bind("id", id)
                .bind("campaign", campaign.id().value())
                .bind("plan", campaign.reward())
                .bind("currency", campaign.currency().getCurrencyCode())
                .bind("at", at)
                .execute();
    }
}
