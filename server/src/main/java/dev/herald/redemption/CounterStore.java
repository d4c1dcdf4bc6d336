package dev.herald.redemption;

import dev.herald.campaign.Campaign;
import dev.herald.campaign.Limits;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/**
 * Brings a campaign's counters in line with changed limits: makes those that a new limit needs from what was redeemed
 * so far, and drops those that no limit needs. The caller holds the campaign's lock against redemptions.
 */
final class CounterStore {

    private final Handle tx;
    private final Campaign campaign;

    CounterStore(Handle tx, Campaign campaign) {
        this.tx = tx;
        this.campaign = campaign;
    }

    void adapt() {
        adaptCampaign();
        adaptCodes();
        adaptCustomers();
    }

    private void adaptCampaign() {
        if (!campaign.limits().countsCampaign()) {
            execute("""
                    delete from campaign_counter
                     where brand_id = :brand and campaign_id = :campaign
                    """);
            return;
        }
        execute("""
                insert into campaign_counter as c (brand_id, campaign_id, used, spent, max_uses, budget)
                select :brand, :campaign, used, spent,
                       case when :per_campaign::bigint is not null then greatest(:per_campaign, used) end,
                       case when :budget::bigint is not null then greatest(:budget, spent) end
                  from (select count(*) - count(back.redemption_id) filter (where back.slots > 0) as used,
                               coalesce(sum(r.discount), 0) - coalesce(sum(back.discount), 0) as spent
                          from redemption r
                          left join lateral (
                               select v.redemption_id, sum(v.discount_back) as discount,
                                      count(*) filter (where v.slot_back) as slots
                                 from reversal v
                                where v.brand_id = r.brand_id and v.redemption_id = r.redemption_id
                                group by v.redemption_id) back on true
                         where r.brand_id = :brand and r.campaign_id = :campaign) so_far
                    on conflict (brand_id, campaign_id) do update
                   set max_uses = case when :per_campaign::bigint is not null then greatest(:per_campaign, c.used) end,
                       budget = case when :budget::bigint is not null then greatest(:budget, c.spent) end
                """);
    }

    private void adaptCodes() {
        if (!campaign.limits().countsCodes()) {
            execute("""
                    delete from code_counter
                     where brand_id = :brand and campaign_id = :campaign
                    """);
            return;
        }
        execute("""
                insert into code_counter as c (brand_id, code_id, campaign_id, used, max_uses)
                select brand_id, code_id, campaign_id, used, greatest(:per_code, used)
                  from (select r.brand_id, r.code_id, r.campaign_id, count(*) as used
                          from redemption r
                         where r.brand_id = :brand and r.campaign_id = :campaign
                           and not exists (
                               select from reversal v
                                where v.brand_id = r.brand_id and v.redemption_id = r.redemption_id and v.slot_back)
                         group by r.brand_id, r.code_id, r.campaign_id) so_far
                    on conflict (brand_id, code_id) do nothing
                """);
        execute("""
                update code_counter
                   set max_uses = greatest(:per_code, used)
                 where brand_id = :brand and campaign_id = :campaign
                """);
    }

    private void adaptCustomers() {
        if (!campaign.limits().countsCustomers()) {
            execute("""
                    delete from customer_counter
                     where brand_id = :brand and campaign_id = :campaign
                    """);
            return;
        }
        execute("""
                insert into customer_counter as c (brand_id, campaign_id, customer, used, max_uses)
                select brand_id, campaign_id, customer, used, greatest(:per_customer, used)
                  from (select r.brand_id, r.campaign_id, identity as customer, count(*) as used
                          from redemption r, unnest(r.customers) as identity
                         where r.brand_id = :brand and r.campaign_id = :campaign
                           and not exists (
                               select from reversal v
                                where v.brand_id = r.brand_id and v.redemption_id = r.redemption_id
                                  and coalesce(v.turn_back, v.slot_back))
                         group by r.brand_id, r.campaign_id, identity) so_far
                    on conflict (brand_id, campaign_id, customer) do nothing
                """);
        execute("""
                update customer_counter
                   set max_uses = greatest(:per_customer, used)
                 where brand_id = :brand and campaign_id = :campaign
                """);
    }

    private void execute(String sql) {
        var limits = campaign.limits();
        tx.createUpdate(sql)
                .configure(SqlStatements.class, config -> config.setUnusedBindingAllowed(true))
                .bind("brand", campaign.brand().value())
                .bind("campaign", campaign.id().value())
                .bind("per_campaign", capped(limits.perCampaign()))
                .bind("per_code", capped(limits.perCode()))
                .bind("per_customer", limits.perCustomer())
                .bind("budget", capped(limits.budget()))
                .execute();
    }

    private static @Nullable Long capped(long limit) {
        return limit == Limits.NONE ? null : limit;
    }
}
