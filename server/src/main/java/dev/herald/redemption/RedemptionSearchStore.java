package dev.herald.redemption;

import dev.herald.access.BrandId;
import dev.herald.access.KeyedHash;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.CampaignId;
import dev.herald.code.CodeId;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Finds redemptions, each way over an index of its own: the newest first, and never more than asked for. */
final class RedemptionSearchStore {

    private final Handle tx;
    private final BrandId brand;

    RedemptionSearchStore(Handle tx, BrandId brand) {
        this.tx = tx;
        this.brand = brand;
    }

    /** Those that an order's own row knows; an order has at most a few. */
    List<Long> ofOrder(KeyedHash order) {
        return tx.createQuery("""
                        select made.id
                          from redeemed_order o
                         cross join unnest(o.redemptions) as made(id)
                         where o.brand_id = :brand
                           and o.order_hash = :order
                         order by made.id desc
                        """)
                .bind("brand", brand.value())
                .bind("order", order.bytes())
                .mapTo(Long.class)
                .list();
    }

    List<Long> all(RedemptionQuery query, int most) {
        return ids(tx.createQuery("""
                        select redemption_id
                          from redemption
                         where brand_id = :brand
                           and redemption_id >= :from
                           and redemption_id < :before
                         order by redemption_id desc
                         limit :most
                        """), query, most);
    }

    List<Long> ofCampaign(CampaignId campaign, RedemptionQuery query, int most) {
        return ids(tx.createQuery("""
                        select redemption_id
                          from redemption
                         where brand_id = :brand
                           and campaign_id = :campaign
                           and redemption_id >= :from
                           and redemption_id < :before
                         order by redemption_id desc
                         limit :most
                        """).bind("campaign", campaign.value()), query, most);
    }

    List<Long> ofCode(CodeId code, RedemptionQuery query, int most) {
        return ids(tx.createQuery("""
                        select redemption_id
                          from redemption
                         where brand_id = :brand
                           and code_id = :code
                           and redemption_id >= :from
                           and redemption_id < :before
                         order by redemption_id desc
                         limit :most
                        """).bind("code", code.value()), query, most);
    }

    /** Of all codes that are or were the ambassador's, and whatever else is credited to him, as by a link of his. */
    List<Long> ofAmbassador(AmbassadorId ambassador, @Nullable CampaignId campaign, RedemptionQuery query, int most) {
        return ids(
                tx.createQuery("""
                        select r.redemption_id
                          from code c
                         cross join lateral (
                               select redemption_id
                                 from redemption
                                where brand_id = c.brand_id
                                  and code_id = c.code_id
                                  and redemption_id >= :from
                                  and redemption_id < :before
                                order by redemption_id desc
                                limit :most) r
                         where c.brand_id = :brand
                           and c.ambassador_id = :ambassador
                           and (:campaign = 0 or c.campaign_id = :campaign)
                         union
                        (select redemption_id
                           from redemption
                          where brand_id = :brand
                            and ambassador_id = :ambassador
                            and (:campaign = 0 or campaign_id = :campaign)
                            and redemption_id >= :from
                            and redemption_id < :before
                          order by redemption_id desc
                          limit :most)
                         order by redemption_id desc
                         limit :most
                        """)
                        .bind("ambassador", ambassador.value())
                        .bind("campaign", campaign == null ? 0 : campaign.value()),
                query,
                most);
    }

    List<Long> reversed(RedemptionQuery query, int most) {
        return ids(tx.createQuery("""
                        select distinct redemption_id
                          from reversal
                         where brand_id = :brand
                           and redemption_id >= :from
                           and redemption_id < :before
                         order by redemption_id desc
                         limit :most
                        """), query, most);
    }

    /** The rows of these ids, looked up one by one: a join might be planned over the whole table. */
    List<RedemptionLine> lines(List<Long> ids) {
        return tx.createQuery("""
                        select r.brand_id, r.redemption_id, r.campaign_id, r.code_id, r.ambassador_id, r.campaign_name,
                               r.ambassador_name, r.key_hash, r.request_hash, r.order_hash, r.order_reference,
                               r.customers, r.amount, r.shipping, r.discount, r.on_shipping, r.currency, r.placed_at,
                               r.turn_day, r.redeemed_at, r.first_order, r.region, r.age_band, r.tags, r.lines,
                               r.corrected_from, r.credit, r.click_link, r.clicked_at, c.display, v.reversals, v.undone, v.complete
                          from unnest(:ids) with ordinality as a(id, place)
                         cross join lateral (
                               select brand_id, redemption_id, campaign_id, code_id, ambassador_id, campaign_name,
                                      ambassador_name, key_hash, request_hash, order_hash, order_reference, customers,
                                      amount, shipping, discount, on_shipping, currency, placed_at, turn_day,
                                      redeemed_at, first_order, region, age_band, tags, lines, corrected_from, credit,
                                      click_link, clicked_at
                                 from redemption
                                where brand_id = :brand
                                  and redemption_id = a.id
                               offset 0) r
                         cross join lateral (
                               select display
                                 from code
                                where brand_id = :brand
                                  and code_id = r.code_id
                               offset 0) c
                         cross join lateral (
                               select count(*) as reversals, coalesce(sum(amount), 0)::bigint as undone,
                                      coalesce(bool_or(complete), false) as complete
                                 from reversal
                                where brand_id = :brand
                                  and redemption_id = a.id
                               offset 0) v
                         order by a.place
                        """)
                .bind("brand", brand.value())
                .bindArray("ids", Long.class, ids)
                .map((row, _) -> new RedemptionLine(
                        RedemptionRow.redemption(row),
                        row.getString("display"),
                        row.getInt("reversals"),
                        row.getLong("undone"),
                        row.getBoolean("complete")))
                .list();
    }

    /** The oldest first. */
    List<Reversal> reversalsOf(RedemptionId redemption) {
        return tx.createQuery("""
                        select brand_id, reversal_id, redemption_id, reason, amount, discount_back, complete, slot_back,
                               turn_back, key_hash, request_hash, reversed_at
                          from reversal
                         where brand_id = :brand
                           and redemption_id = :redemption
                         order by reversal_id
                        """)
                .bind("brand", brand.value())
                .bind("redemption", redemption.value())
                .map((row, _) -> RedemptionRow.reversal(row))
                .list();
    }

    private List<Long> ids(Query asked, RedemptionQuery query, int most) {
        return asked.bind("brand", brand.value())
                .bind("from", query.from())
                .bind("before", query.before())
                .bind("most", most)
                .mapTo(Long.class)
                .list();
    }
}
