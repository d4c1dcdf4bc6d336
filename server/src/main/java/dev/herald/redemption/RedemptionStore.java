package dev.herald.redemption;

import dev.herald.access.BrandId;
import dev.herald.access.KeyedHash;
import dev.herald.campaign.CampaignId;
import dev.herald.code.CodeId;
import dev.herald.platform.Database;
import dev.herald.platform.Page;
import dev.herald.redemption.Situation.OrderState;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The SQL of redemptions that needs no lane: reading, without a lock. */
final class RedemptionStore {

    /**
     * What is used up of a campaign; zeros where no limit counts it.
     *
     * @param spent minor units
     */
    record Counted(long used, long spent) {}

    private final Handle tx;

    RedemptionStore(Handle tx) {
        this.tx = tx;
    }

    Optional<Redemption> find(BrandId brand, RedemptionId id) {
        return tx.createQuery("""
                        select brand_id, redemption_id, campaign_id, code_id, ambassador_id, campaign_name,
                               ambassador_name, key_hash, request_hash, order_hash, order_reference, customers, amount,
                               shipping, discount, on_shipping, currency, placed_at, redeemed_at, first_order, region,
                               age_band, tags, lines
                          from redemption
                         where brand_id = :brand
                           and redemption_id = :id
                        """)
                .bind("brand", brand.value())
                .bind("id", id.value())
                .map((row, _) -> RedemptionRow.redemption(row))
                .findOne();
    }

    /** @param campaign absent for all campaigns */
    List<Redemption> list(BrandId brand, @Nullable CampaignId campaign, Page page) {
        return tx.createQuery(campaign == null ? """
                        select brand_id, redemption_id, campaign_id, code_id, ambassador_id, campaign_name,
                               ambassador_name, key_hash, request_hash, order_hash, order_reference, customers, amount,
                               shipping, discount, on_shipping, currency, placed_at, redeemed_at, first_order, region,
                               age_band, tags, lines
                          from redemption
                         where brand_id = :brand
                           and redemption_id < :before
                           and :campaign = 0
                         order by redemption_id desc
                         limit :fetch
                        """ : """
                        select brand_id, redemption_id, campaign_id, code_id, ambassador_id, campaign_name,
                               ambassador_name, key_hash, request_hash, order_hash, order_reference, customers, amount,
                               shipping, discount, on_shipping, currency, placed_at, redeemed_at, first_order, region,
                               age_band, tags, lines
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

    Counted countedOf(BrandId brand, CampaignId campaign) {
        return tx.createQuery("""
                        select used, spent
                          from campaign_counter
                         where brand_id = :brand
                           and campaign_id = :campaign
                        """)
                .bind("brand", brand.value())
                .bind("campaign", campaign.value())
                .map((row, _) -> new Counted(row.getLong("used"), row.getLong("spent")))
                .findOne()
                .orElse(new Counted(0, 0));
    }

    long usedOf(BrandId brand, CodeId code) {
        return tx.createQuery("""
                        select used
                          from code_counter
                         where brand_id = :brand
                           and code_id = :code
                        """)
                .bind("brand", brand.value())
                .bind("code", code.value())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    long turnsUsed(BrandId brand, CampaignId campaign, KeyedHash customer) {
        return tx.createQuery("""
                        select used
                          from customer_counter
                         where brand_id = :brand
                           and campaign_id = :campaign
                           and customer = :customer
                        """)
                .bind("brand", brand.value())
                .bind("campaign", campaign.value())
                .bind("customer", customer.bytes())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    long standingOf(BrandId brand, KeyedHash customer) {
        return tx.createQuery("""
                        select standing
                          from customer
                         where brand_id = :brand
                           and customer = :customer
                        """)
                .bind("brand", brand.value())
                .bind("customer", customer.bytes())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    OrderState orderOf(BrandId brand, KeyedHash order) {
        return tx.createQuery("""
                        select campaigns, combinable, credited
                          from redeemed_order
                         where brand_id = :brand
                           and order_hash = :order
                        """)
                .bind("brand", brand.value())
                .bind("order", order.bytes())
                .map((row, _) -> new OrderState(
                        new HashSet<>(Database.longs(row.getArray("campaigns"))),
                        row.getBoolean("combinable"),
                        row.getBoolean("credited")))
                .findOne()
                .orElse(OrderState.FRESH);
    }
}
