package dev.herald.reward;

import dev.herald.access.BrandId;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.reward.RewardBook.Holder;
import dev.herald.reward.RewardBook.Pot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The SQL of an audit: it reads all of a brand, and is not for pages. */
final class AuditStore {

    /** Whose sum it is. */
    record Owner(long ambassador, String currency) {

        @Override
        public String toString() {
            return new AmbassadorId(ambassador) + " in " + currency;
        }
    }

    private final Handle tx;
    private final BrandId brand;

    AuditStore(Handle tx, BrandId brand) {
        this.tx = tx;
        this.brand = brand;
    }

    Map<Long, RewardPlan> plans() {
        var ids = query("select plan_id from reward_plan where brand_id = :brand")
                .mapTo(Long.class)
                .list();
        return new StandingStore(tx, brand).plans(ids);
    }

    /** Campaigns from before plans were events began with the plan that bears their own id. */
    Map<Long, Pot> firstPots() {
        var pots = new HashMap<Long, Pot>();
        query("select campaign_id from reward_plan where brand_id = :brand and plan_id = campaign_id")
                .mapTo(Long.class)
                .forEach(campaign -> pots.put(campaign, new Pot(campaign, 0)));
        return pots;
    }

    /** Redemptions of which something was undone some time. */
    Set<Long> undone() {
        return new HashSet<>(query("select distinct redemption_id from reversal where brand_id = :brand")
                .mapTo(Long.class)
                .list());
    }

    /** What no event earned: prizes, and what the brand paid by an estimate. */
    Map<Owner, Long> granted() {
        return sums(query("""
                        select ambassador_id, currency, sum(amount)::bigint
                          from ledger_entry
                         where brand_id = :brand
                           and kind in ('prize', 'estimated')
                         group by 1, 2
                        """));
    }

    Map<Owner, Long> earned() {
        return sums(query("""
                        select ambassador_id, currency, sum(balance)::bigint
                          from ledger_account
                         where brand_id = :brand
                           and account <> 'cost'
                         group by 1, 2
                        """));
    }

    Map<Holder, Standing> standings() {
        var holders = query("""
                        select campaign_id, ambassador_id, plan_id
                          from reward_standing
                         where brand_id = :brand
                        """)
                .map((row, _) -> new Holder(row.getLong(1), row.getLong(2), row.getLong(3)))
                .list();
        return new StandingStore(tx, brand).standings(holders);
    }

    /** Redemptions credited by an entry. */
    long credited() {
        return query("select count(*) from ledger_entry where brand_id = :brand and kind = 'earned'")
                .mapTo(Long.class)
                .one();
    }

    long entries() {
        return query("select count(*) from ledger_entry where brand_id = :brand")
                .mapTo(Long.class)
                .one();
    }

    /** Accounts whose balance is not the sum of their entries, each as a sentence. */
    List<String> unbalanced() {
        return query("""
                        with summed as (
                            select ambassador_id, currency, account, sum(amount) as amount
                              from (select case when debit = 'cost' then 0 else ambassador_id end as ambassador_id, currency,
                                           debit as account, -amount as amount
                                      from ledger_entry
                                     where brand_id = :brand
                                     union all
                                    select case when credit = 'cost' then 0 else ambassador_id end, currency, credit, amount
                                      from ledger_entry
                                     where brand_id = :brand) legs
                             group by 1, 2, 3
                        )
                        select format('The account %s of %s in %s has %s, and its entries come to %s.', account,
                                      ambassador_id, currency, coalesce(a.balance, 0), coalesce(s.amount, 0))
                          from (select ambassador_id, currency, account, balance
                                  from ledger_account
                                 where brand_id = :brand) a
                          full join summed s using (ambassador_id, currency, account)
                         where coalesce(a.balance, 0) <> coalesce(s.amount, 0)
                         limit 20
                        """).mapTo(String.class).list();
    }

    /** Currencies in which debits do not equal credits, each as a sentence. */
    List<String> uneven() {
        return query("""
                        select format('All balances in %s come to %s instead of 0.', currency, sum(balance))
                          from ledger_account
                         where brand_id = :brand
                         group by currency
                        having sum(balance) <> 0
                        """).mapTo(String.class).list();
    }

    private static Map<Owner, Long> sums(Query query) {
        var sums = new HashMap<Owner, Long>();
        query.map((row, _) -> sums.put(new Owner(row.getLong(1), row.getString(2)), row.getLong(3)))
                .list();
        return sums;
    }

    private Query query(String sql) {
        return tx.createQuery(sql).bind("brand", brand.value());
    }
}
