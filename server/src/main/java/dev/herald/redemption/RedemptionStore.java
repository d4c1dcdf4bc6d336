package dev.herald.redemption;

import dev.herald.access.BrandId;
import dev.herald.access.KeyedHash;
import dev.herald.campaign.CampaignId;
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
                               age_band, tags, lines, corrected_from
                          from redemption
                         where brand_id = :brand
                           and redemption_id = :id
                        """)
                .bind("brand", brand.value())
                .bind("id", id.value())
                .map((row, _) -> RedemptionRow.redemption(row))
                .findOne();
    }

    /** Whether any code was redeemed on the order. */
    boolean isRedeemed(BrandId brand, KeyedHash order) {
        return tx.createQuery("""
                        select exists (
                               select
                                 from redeemed_order
                                where brand_id = :brand
                                  and order_hash = :order)
                        """)
                .bind("brand", brand.value())
                .bind("order", order.bytes())
                .mapTo(Boolean.class)
                .one();
    }

    /** @param campaign absent for all campaigns */
    List<Redemption> list(BrandId brand, @Nullable CampaignId campaign, Page page) {
        return tx.createQuery(campaign == null ? """
                        select brand_id, redemption_id, campaign_id, code_id, ambassador_id, campaign_name,
                               ambassador_name, key_hash, request_hash, order_hash, order_reference, customers, amount,
                               shipping, discount, on_shipping, currency, placed_at, turn_day, redeemed_at, first_order, region,
                               age_band, tags, lines, corrected_from
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
                               age_band, tags, lines, corrected_from
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
                               turn_day, state, redemption_id, reserved_at, ttl_seconds, expires_at, corrected_from
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
