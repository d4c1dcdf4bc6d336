package dev.herald.redemption;

import dev.herald.campaign.Campaign;
import dev.herald.campaign.Limits;
import dev.herald.campaign.Period;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * Brings a campaign's counters in line with changed limits: makes those that a new limit needs from what was redeemed
 * so far, and drops those that no limit needs. The caller holds the campaign's lock against redemptions.
 */
final class CounterStore {

    /** All that takes or took a slot of the campaign, less what reversals gave back. */
    private static final String SLOTS = """
            with slot as (
                select r.code_id, r.customers, r.turn_day, (not coalesce(v.slot_back, false))::int as uses,
                       (not coalesce(v.turn_back, false))::int as turns, r.discount - coalesce(v.back, 0) as discount
                  from redemption r
                  left join lateral (
                       select sum(discount_back) as back, bool_or(slot_back) as slot_back,
                              bool_or(coalesce(turn_back, slot_back)) as turn_back
                         from reversal
                        where brand_id = r.brand_id and redemption_id = r.redemption_id) v on true
                 where r.brand_id = :brand and r.campaign_id = :campaign
                 union all
                select code_id, customers, turn_day, 1, 1, discount
                  from reservation
                 where brand_id = :brand and campaign_id = :campaign and state = 'held')
            """;

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
        execute(SLOTS + """
                insert into campaign_counter as c (brand_id, campaign_id, used, spent, max_uses, budget)
                select :brand, :campaign, used, spent,
                       case when :per_campaign::bigint is not null then greatest(:per_campaign, used) end,
                       case when :budget::bigint is not null then greatest(:budget, spent) end
                  from (select coalesce(sum(uses), 0) as used, coalesce(sum(discount), 0) as spent from slot) so_far
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
        execute(SLOTS + """
                insert into code_counter as c (brand_id, code_id, campaign_id, used, max_uses)
                select :brand, code_id, :campaign, used, greatest(:per_code, used)
                  from (select code_id, sum(uses) as used from slot group by code_id) so_far
                    on conflict (brand_id, code_id) do nothing
                """);
        execute("""
                update code_counter
                   set max_uses = greatest(:per_code, used)
                 where brand_id = :brand and campaign_id = :campaign
                """);
    }

    /** Periods are told apart by the form of their keys; see {@link Period#key}. */
    private void adaptCustomers() {
        for (var period : Period.values()) {
            var cap = campaign.limits().customerCaps().stream()
                    .filter(one -> one.period() == period)
                    .findFirst();
            if (cap.isPresent()) {
                adaptCustomers(period, cap.get().most());
            } else {
                update("""
                        delete from customer_counter
                         where brand_id = :brand and campaign_id = :campaign and length(period) = :length
                        """).bind("length", formOf(period).length).execute();
            }
        }
    }

    private void adaptCustomers(Period period, long most) {
        update(SLOTS + """
                insert into customer_counter as c (brand_id, campaign_id, customer, period, used, max_uses)
                select :brand, :campaign, customer, period, used, greatest(:most, used)
                  from (select customer, coalesce(to_char(turn_day, :format), '') as period, sum(turns) as used
                          from slot, unnest(customers) as customer
                         group by 1, 2) so_far
                    on conflict (brand_id, campaign_id, customer, period) do nothing
                """)
                .bind("format", formOf(period).format)
                .bind("most", most)
                .execute();
        update("""
                update customer_counter
                   set max_uses = greatest(:most, used)
                 where brand_id = :brand and campaign_id = :campaign and length(period) = :length
                """).bind("length", formOf(period).length).bind("most", most).execute();
    }

    /**
     * How the database writes a period's key.
     *
     * @param length of every such key
     */
    private record Form(String format, int length) {}

    private static Form formOf(Period period) {
        return switch (period) {
            case CAMPAIGN -> new Form("", 0);
            case DAY -> new Form("YYYY-MM-DD", 10);
            case WEEK -> new Form("IYYY-\"W\"IW", 8);
            case MONTH -> new Form("YYYY-MM", 7);
        };
    }

    private void execute(String sql) {
        update(sql).execute();
    }

    private Update update(String sql) {
        var limits = campaign.limits();
        return tx.createUpdate(sql)
                .configure(SqlStatements.class, config -> config.setUnusedBindingAllowed(true))
                .bind("brand", campaign.brand().value())
                .bind("campaign", campaign.id().value())
                .bind("per_campaign", capped(limits.perCampaign()))
                .bind("per_code", capped(limits.perCode()))
                .bind("per_customer", limits.perCustomer())
                .bind("budget", capped(limits.budget()));
    }

    private static @Nullable Long capped(long limit) {
        return limit == Limits.NONE ? null : limit;
    }
}
