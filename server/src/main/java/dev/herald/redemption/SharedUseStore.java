package dev.herald.redemption;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.Campaign;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** All SQL of the redemptions of shared codes. */
final class SharedUseStore {

    private static final String STANDING = """
            from redemption r
            join code c on c.brand_id = r.brand_id and c.code_id = r.code_id
           where r.brand_id = :brand
             and r.campaign_id = :campaign
             and c.kind = 'blanket'
             and not exists (
                 select
                   from reversal
                  where brand_id = r.brand_id
                    and redemption_id = r.redemption_id
                    and complete)""";

    private final Handle tx;

    SharedUseStore(Handle tx) {
        this.tx = tx;
    }

    long count(Campaign campaign) {
        return tx.createQuery("""
                        select count(*)
                          <standing>
                        """)
                .define("standing", STANDING)
                .bind("brand", campaign.brand().value())
                .bind("campaign", campaign.id().value())
                .mapTo(Long.class)
                .one();
    }

    /** When the last of those that stand was placed; empty if none does. */
    Optional<Instant> lastPlaced(Campaign campaign) {
        return tx.createQuery("""
                        select max(least(r.placed_at, r.redeemed_at))
                          <standing>
                        """)
                .define("standing", STANDING)
                .bind("brand", campaign.brand().value())
                .bind("campaign", campaign.id().value())
                .mapTo(Instant.class)
                .findOne();
    }

    /** By chance, and always the same: whether one is among them its id decides. */
    List<SharedUse> some(Campaign campaign, int oneOf) {
        return tx.createQuery("""
                        select r.redemption_id, least(r.placed_at, r.redeemed_at) as placed_at, r.ambassador_id, <net> as net
                          <standing>
                           and (hashint8(r.redemption_id) & 2147483647) % :oneOf = 0
                         order by r.redemption_id
                        """)
                .define("net", NetOrder.SQL)
                .define("standing", STANDING)
                .bind("brand", campaign.brand().value())
                .bind("campaign", campaign.id().value())
                .bind("oneOf", oneOf)
                .map((row, _) -> {
                    var by = row.getLong("ambassador_id");
                    return new SharedUse(
                            new RedemptionId(row.getLong("redemption_id")),
                            row.getObject("placed_at", OffsetDateTime.class).toInstant(),
                            row.getLong("net"),
                            by == 0 ? null : new AmbassadorId(by));
                })
                .list();
    }
}
