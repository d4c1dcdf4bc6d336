package dev.herald.redemption;

import dev.herald.access.BrandId;
import dev.herald.access.KeyedHash;
import dev.herald.campaign.CampaignId;
import dev.herald.code.CodeId;
import dev.herald.platform.Page;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The SQL of redemptions that needs no lane: reading, without a lock. */
final class RedemptionStore {

    private final Handle tx;

    RedemptionStore(Handle tx) {
        this.tx = tx;
    }

    Optional<Redemption> find(BrandId brand, RedemptionId id) {
        return tx.createQuery("""
                        select brand_id, redemption_id, campaign_id, code_id, ambassador_id, campaign_name,
                               ambassador_name, key_hash, request_hash, order_hash, order_reference, customers, amount,
                               shipping, discount, on_shipping, currency, placed_at, turn_day, redeemed_at, first_order, region,
                               age_band, tags, lines, corrected_from, credit, click_link, clicked_at
                          from redemption
                         where brand_id = :brand
                           and redemption_id = :id
                        """)
                .bind("brand", brand.value())
                .bind("id", id.value())
                .map((row, _) -> RedemptionRow.redemption(row))
                .findOne();
    }

    /** The code that a mistyped text was mended to when the order was redeemed or reserved, or the request came before. */
    Optional<CodeId> mendedBefore(BrandId brand, String typed, KeyedHash order, @Nullable RequestKey key) {
        return tx.createQuery("""
                        select r.code_id
                          from redeemed_order o
                         cross join unnest(o.redemptions) as made(id)
                          join redemption r
                            on r.brand_id = o.brand_id
                           and r.redemption_id = made.id
                         where o.brand_id = :brand
                           and o.order_hash = :order
                           and r.corrected_from = :typed
                        union all
                        select code_id
                          from reservation
                         where brand_id = :brand
                           and order_hash = :order
                           and state = 'held'
                           and corrected_from = :typed
                        union all
                        select code_id
                          from reservation
                         where brand_id = :brand
                           and key_hash = :key
                           and corrected_from = :typed
                         limit 1
                        """)
                .bind("brand", brand.value())
                .bind("order", order.bytes())
                .bind("key", key == null ? new byte[0] : key.key().bytes())
                .bind("typed", typed)
                .map((row, _) -> new CodeId(row.getLong("code_id")))
                .findOne();
    }

    /** @param campaign absent for all campaigns */
    List<Redemption> list(BrandId brand, @Nullable CampaignId campaign, Page page) {
        return tx.createQuery(campaign == null ? """
                        select brand_id, redemption_id, campaign_id, code_id, ambassador_id, campaign_name,
                               ambassador_name, key_hash, request_hash, order_hash, order_reference, customers, amount,
                               shipping, discount, on_shipping, currency, placed_at, turn_day, redeemed_at, first_order, region,
                               age_band, tags, lines, corrected_from, credit, click_link, clicked_at
                          from redemption
                         where brand_id = :brand
                           and redemption_id < :before
                           and :campaign = 0
                         order by redemption_id desc
                         limit :fetch
                        """ : """
                        select brand_id, redemption_id, campaign_id, code_id, ambassador_id, campaign_name,
                               ambassador_name, key_hash, request_hash, order_hash, order_reference, customers, amount,
                               shipping, discount, on_shipping, currency, placed_at, turn_day, redeemed_at, first_order, region,
                               age_band, tags, lines, corrected_from, credit, click_link, clicked_at
                          from redemption
                         where brand_id = :brand
                           and campaign_id = :campaign
                           and redemption_id < :before
                         order by redemption_id desc
                         limit :fetch
                        """)
                .bind("brand", brand.value())
                .bind("campaign", campaign == null ? 0 : campaign.value())
                .bind("before", page.before())
                .bind("fetch", page.fetch())
                .map((row, _) -> RedemptionRow.redemption(row))
                .list();
    }

    Optional<Reservation> findReservation(BrandId brand, ReservationId id) {
        return tx.createQuery("""
                        select brand_id, reservation_id, campaign_id, code_id, key_hash, request_hash, order_hash,
                               order_reference, customers, region, age_band, tags, amount, shipping, currency, discount,
                               turn_day, state, redemption_id, reserved_at, ttl_seconds, expires_at, corrected_from, clicks
                          from reservation
                         where brand_id = :brand
                           and reservation_id = :id
                        """)
                .bind("brand", brand.value())
                .bind("id", id.value())
                .map((row, _) -> RedemptionRow.reservation(row))
                .findOne();
    }
}
