package dev.herald.redemption;

import dev.herald.access.BrandId;
import dev.herald.code.CodeId;
import dev.herald.code.PromoCode;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads how far a code and its campaign are used up. */
final class CodeCheckStore {

    private final Handle tx;

    CodeCheckStore(Handle tx) {
        this.tx = tx;
    }

    CodeCheckRules.Used used(BrandId brand, PromoCode code) {
        return tx.createQuery("""
                        select coalesce((select used
                                           from code_counter
                                          where brand_id = :brand
                                            and code_id = :code), 0) as by_code,
                               coalesce(c.used, 0) as by_campaign, coalesce(c.spent, 0) as spent
                          from (select) one
                          left join campaign_counter c
                            on c.brand_id = :brand
                           and c.campaign_id = :campaign
                        """)
                .bind("brand", brand.value())
                .bind("code", code.id().value())
                .bind("campaign", code.campaign().value())
                .map((row, _) -> new CodeCheckRules.Used(
                        row.getLong("by_code"), row.getLong("by_campaign"), row.getLong("spent")))
                .one();
    }

    Optional<String> ownerName(BrandId brand, CodeId code) {
        return tx.createQuery("""
                        select a.name
                          from code c
                          join ambassador a using (brand_id, ambassador_id)
                         where c.brand_id = :brand
                           and c.code_id = :code
                        """)
                .bind("brand", brand.value())
                .bind("code", code.value())
                .mapTo(String.class)
                .findOne();
    }
}
