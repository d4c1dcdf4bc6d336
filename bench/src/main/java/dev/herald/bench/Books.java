package dev.herald.bench;

import java.sql.Connection;
import java.sql.SQLException;

/** Whether what is counted is what is there, over all brands of a database. */
final class Books {

    /** One row for each campaign whose counter, rows and events don't agree, and one for the number of redemptions. */
    private static final String DIFFERENCES = """
            with standing as (
                select r.brand_id, r.campaign_id, r.redemption_id, r.discount,
                       coalesce(sum(v.discount_back), 0) as back,
                       coalesce(bool_or(v.slot_back), false) as free
                  from redemption r
                  left join reversal v using (brand_id, redemption_id)
                 group by r.brand_id, r.campaign_id, r.redemption_id, r.discount
            ), counted as (
                select brand_id, campaign_id, count(*) filter (where not free) as used,
                       sum(discount - back) as spent
                  from standing
                 group by brand_id, campaign_id
            )
            select (select count(*)
                      from campaign_counter c
                      left join counted n using (brand_id, campaign_id)
                     where c.used <> coalesce(n.used, 0) or c.spent <> coalesce(n.spent, 0)),
                   (select count(*)
                      from redemption r
                     where not exists (
                           select
                             from event e
                            where e.brand_id = r.brand_id and e.subject_id = r.redemption_id and e.kind = 'redeemed')),
                   (select count(*) from redemption)
            """;

    private Books() {}

    /** The number of redemptions. Throws IllegalStateException if any counter is wrong or any event missing. */
    static long check(Connection owner) throws SQLException {
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery(DIFFERENCES)) {
            rows.next();
            if (rows.getLong(1) != 0 || rows.getLong(2) != 0) {
                throw new IllegalStateException(rows.getLong(1) + " counters are wrong, " + rows.getLong(2)
                        + " redemptions have no event, of " + rows.getLong(3) + " redemptions");
            }
            return rows.getLong(3);
        }
    }
}
