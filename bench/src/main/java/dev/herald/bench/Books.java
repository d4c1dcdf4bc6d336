package dev.herald.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Whether what is counted is what is there, over all brands of a database. */
final class Books {

    /** What redemptions take of their limits, less what reversals gave back, and what is held. */
    private static final String STANDING = """
            with standing as (
                select r.brand_id, r.campaign_id, r.code_id, r.customers, r.turn_day,
                       r.discount - coalesce(v.back, 0) as spent, (not coalesce(v.slot, false))::int as used,
                       (not coalesce(v.turn, false))::int as turns, (not coalesce(v.turn, false))::int as known
                  from redemption r
                  left join (select brand_id, redemption_id, sum(discount_back) as back, bool_or(slot_back) as slot,
                                    bool_or(coalesce(turn_back, slot_back)) as turn
                               from reversal
                              group by brand_id, redemption_id) v using (brand_id, redemption_id)
                 union all
                select brand_id, campaign_id, code_id, customers, turn_day, discount, 1, 1, 0
                  from reservation
                 where state = 'held'
            )
            """;

    /** What may be wrong, and the query that counts it. */
    private static final Map<String, String> FAULTS = new LinkedHashMap<>();

    static {
        FAULTS.put("campaigns whose counter is not the sum of their redemptions", STANDING + """
                select count(*)
                  from campaign_counter c
                  left join (select brand_id, campaign_id, sum(used) as used, sum(spent) as spent
                               from standing
                              group by brand_id, campaign_id) s using (brand_id, campaign_id)
                 where c.used <> coalesce(s.used, 0) or c.spent <> coalesce(s.spent, 0)
                """);
        FAULTS.put("codes whose counter is not the number of their redemptions", STANDING + """
                select count(*)
                  from code_counter c
                  left join (select brand_id, code_id, sum(used) as used
                               from standing
                              group by brand_id, code_id) s using (brand_id, code_id)
                 where c.used <> coalesce(s.used, 0)
                """);
        FAULTS.put("customers whose turns are not the number of their redemptions", STANDING + """
                select count(*)
                  from customer_counter c
                  left join (select brand_id, campaign_id, customer, period, sum(turns) as used
                               from standing, unnest(customers) as customer,
                                    unnest(array['', to_char(turn_day, 'YYYY-MM-DD'),
                                                 to_char(turn_day, 'IYYY-"W"IW'),
                                                 to_char(turn_day, 'YYYY-MM')]) as period
                              group by brand_id, campaign_id, customer, period) s
                       using (brand_id, campaign_id, customer, period)
                 where c.used <> coalesce(s.used, 0)
                """);
        FAULTS.put("holds that their customers are not known by, or ended ones that they still are", """
                select count(*)
                  from (select brand_id, campaign_id, unnest(customers) as customer, reservation_id
                          from reservation
                         where state = 'held') h
                  full join reservation_of_customer c using (brand_id, campaign_id, customer, reservation_id)
                 where h.* is null or c.* is null
                """);
        FAULTS.put("customers whose standing redemptions are miscounted", STANDING + """
                select count(*)
                  from customer c
                  full join (select brand_id, unnest(customers) as customer, sum(known) as used
                               from standing
                              group by brand_id, customer) s using (brand_id, customer)
                 where coalesce(c.standing, 0) <> coalesce(s.used, 0)
                """);
        FAULTS.put("redemptions without exactly one event", """
                select count(*)
                  from redemption r
                  full join (select brand_id, subject_id as redemption_id, count(*) as events
                               from event
                              where kind = 'redeemed'
                              group by brand_id, subject_id) e using (brand_id, redemption_id)
                 where r.campaign_id is null or e.events is distinct from 1
                """);
        FAULTS.put("redemptions that their order does not know", """
                select count(*)
                  from redemption r
                  left join redeemed_order o using (brand_id, order_hash)
                 where not coalesce(r.campaign_id = any (o.campaigns) and r.redemption_id = any (o.redemptions), false)
                """);
    }

    private Books() {}

    /** The number of redemptions. Throws IllegalStateException that names the first fault, if there is any. */
    static long check(Connection owner) throws SQLException {
        for (var fault : FAULTS.entrySet()) {
            var found = number(owner, fault.getValue());
            if (found > 0) {
                throw new IllegalStateException(found + " " + fault.getKey());
            }
        }
        return number(owner, "select count(*) from redemption");
    }

    static long number(Connection owner, String sql) throws SQLException {
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
