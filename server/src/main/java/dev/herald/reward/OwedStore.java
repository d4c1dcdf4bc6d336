package dev.herald.reward;

import dev.herald.access.BrandId;
import dev.herald.ambassador.AmbassadorId;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The SQL that asks what is due to whom; an account each for those who earned something, which are few. */
final class OwedStore {

    private final Handle tx;
    private final BrandId brand;

    OwedStore(Handle tx, BrandId brand) {
        this.tx = tx;
        this.brand = brand;
    }

    /** Everybody who is to be paid, whom most is owed first. */
    List<Owed> all(PayoutWish wish) {
        return tx.createQuery("""
                        select ambassador_id, balance
                          from ledger_account
                         where brand_id = :brand
                           and currency = :currency
                           and account = 'due'
                           and balance >= :minimum
                           and (:everybody or ambassador_id = any (:ambassadors))
                         order by balance desc, ambassador_id desc
                        """)
                .bind("brand", brand.value())
                .bind("currency", wish.currency().getCurrencyCode())
                .bind("minimum", wish.minimum())
                .bind("everybody", wish.ambassadors().isEmpty())
                .bindArray(
                        "ambassadors",
                        Long.class,
                        wish.ambassadors().stream().map(AmbassadorId::value).toList())
                .map((row, _) -> new Owed(new AmbassadorId(row.getLong(1)), row.getLong(2)))
                .list();
    }

    /**
     * Some of those whom something is owed, whom most is owed first.
     *
     * @param after the last of those before, or none
     */
    List<Owed> some(String currency, List<AmbassadorId> after, int most) {
        return tx.createQuery("""
                        select ambassador_id, balance
                          from ledger_account
                         where brand_id = :brand
                           and currency = :currency
                           and account = 'due'
                           and balance > 0
                           and (:first
                                or (balance, ambassador_id) < (select balance, ambassador_id
                                                                 from ledger_account
                                                                where brand_id = :brand
                                                                  and ambassador_id = :after
                                                                  and currency = :currency
                                                                  and account = 'due'))
                         order by balance desc, ambassador_id desc
                         limit :most
                        """)
                .bind("brand", brand.value())
                .bind("currency", currency)
                .bind("first", after.isEmpty())
                .bind("after", after.isEmpty() ? 0 : after.getFirst().value())
                .bind("most", most)
                .map((row, _) -> new Owed(new AmbassadorId(row.getLong(1)), row.getLong(2)))
                .list();
    }
}
