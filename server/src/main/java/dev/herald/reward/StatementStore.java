package dev.herald.reward;

import dev.herald.access.BrandId;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.platform.Ids;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** The SQL that tells what was owed at a time. */
final class StatementStore {

    private final Handle tx;
    private final BrandId brand;

    StatementStore(Handle tx, BrandId brand) {
        this.tx = tx;
        this.brand = brand;
    }

    /** By currency: what is owed now, less what was added since; so that only the time since is read. */
    Map<String, Long> owedAt(AmbassadorId ambassador, Instant time) {
        var owed = new TreeMap<String, Long>();
        tx.createQuery("""
                        select a.currency, a.owed - coalesce(s.added, 0)
                          from (select currency, sum(balance)::bigint as owed
                                  from ledger_account
                                 where brand_id = :brand
                                   and ambassador_id = :ambassador
                                   and account in ('held', 'due', 'paying')
                                 group by currency) a
                          left join (
                               select currency,
                                      sum(case when credit in ('held', 'due', 'paying') then amount else 0 end
                                          - case when debit in ('held', 'due', 'paying') then amount else 0 end)::bigint
                                          as added
                                 from ledger_entry
                                where brand_id = :brand
                                  and ambassador_id = :ambassador
                                  and entry_id >= :first
                                  and posted_at >= :time
                                group by currency) s
                                 on s.currency = a.currency
                        """)
                .bind("brand", brand.value())
                .bind("ambassador", ambassador.value())
                .bind("first", Ids.first(time.minus(EntryStore.AROUND)))
                .bind("time", time)
                .map((row, _) -> owed.put(row.getString(1), row.getLong(2)))
                .list();
        return owed;
    }
}
