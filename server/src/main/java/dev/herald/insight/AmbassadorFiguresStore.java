package dev.herald.insight;

import dev.herald.access.BrandId;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.code.CodeId;
import dev.herald.insight.AmbassadorFigures.Sales;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The SQL of what single ambassadors brought. */
final class AmbassadorFiguresStore {

    private final Handle tx;
    private final BrandId brand;

    AmbassadorFiguresStore(Handle tx, BrandId brand) {
        this.tx = tx;
        this.brand = brand;
    }

    Map<AmbassadorId, Sales> sales(List<AmbassadorId> ambassadors) {
        var sales = new HashMap<AmbassadorId, Sales>();
        tx.createQuery("""
                        select ambassador_id, currency, sum(made - undone), sum(undone), sum(first_orders), sum(revenue),
                               sum(discount)
                          from rollup_ambassador
                         where brand_id = :brand
                           and ambassador_id = any (:ambassadors)
                         group by ambassador_id, currency
                         order by ambassador_id, sum(made) desc, currency
                        """)
                .bind("brand", brand.value())
                .bindArray("ambassadors", Long.class, values(ambassadors))
                .map((row, _) -> sales.merge(
                        new AmbassadorId(row.getLong(1)),
                        new Sales(Currency.getInstance(row.getString(2)), totals(row, 3), false),
                        (most, _) -> new Sales(most.currency(), most.totals(), true)))
                .list();
        return sales;
    }

    Map<LocalDate, Totals> days(AmbassadorId ambassador, String currency, LocalDate from) {
        var days = new HashMap<LocalDate, Totals>();
        tx.createQuery("""
                        select day, made - undone, undone, first_orders, revenue, discount
                          from rollup_ambassador
                         where brand_id = :brand
                           and ambassador_id = :ambassador
                           and currency = :currency
                           and day >= :from
                        """)
                .bind("brand", brand.value())
                .bind("ambassador", ambassador.value())
                .bind("currency", currency)
                .bind("from", from)
                .map((row, _) -> days.put(row.getObject(1, LocalDate.class), totals(row, 2)))
                .list();
        return days;
    }

    Map<AmbassadorId, List<RankedAmbassador.Code>> liveCodes(List<AmbassadorId> ambassadors, Instant at) {
        var codes = new HashMap<AmbassadorId, List<RankedAmbassador.Code>>();
        tx.createQuery("""
                        select ambassador_id, code_id, text, display
                          from code
                         where brand_id = :brand
                           and ambassador_id = any (:ambassadors)
                           and status = 'live'
                           and (expires_at is null or expires_at > :at)
                         order by code_id desc
                        """)
                .bind("brand", brand.value())
                .bindArray("ambassadors", Long.class, values(ambassadors))
                .bind("at", at)
                .map((row, _) -> codes.computeIfAbsent(new AmbassadorId(row.getLong(1)), _ -> new ArrayList<>())
                        .add(new RankedAmbassador.Code(new CodeId(row.getLong(2)), row.getString(3), row.getString(4))))
                .list();
        return codes;
    }

    private static List<Long> values(List<AmbassadorId> ambassadors) {
        return ambassadors.stream().map(AmbassadorId::value).toList();
    }

    private static Totals totals(ResultSet row, int from) throws SQLException {
        return new Totals(
                row.getLong(from),
                row.getLong(from + 1),
                row.getLong(from + 2),
                row.getLong(from + 3),
                row.getLong(from + 4));
    }
}
