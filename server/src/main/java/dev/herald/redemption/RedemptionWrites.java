package dev.herald.redemption;

import dev.herald.platform.Json;
import java.sql.SQLException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Writes rows of the table redemption. */
final class RedemptionWrites {

    static final String MADE = """
            insert into redemption (brand_id, redemption_id, campaign_id, code_id, ambassador_id, campaign_name,
                   ambassador_name, key_hash, request_hash, order_hash, order_reference, customers, amount, shipping,
                   discount, on_shipping, currency, placed_at, turn_day, redeemed_at, first_order, region, age_band,
                   tags, lines, corrected_from, credit, click_link, clicked_at)
            select brand_id, redemption_id, campaign_id, code_id, nullif(ambassador_id, 0), campaign_name,
                   ambassador_name, key_hash, request_hash, order_hash, order_reference, customers::bytea[], amount,
                   shipping, discount, on_shipping, currency,
                   timestamptz 'epoch' + placed_at / 1000000 * interval '1 second'
                                       + placed_at % 1000000 * interval '1 microsecond', date 'epoch' + turn_day::int,
                   timestamptz 'epoch' + redeemed_at * interval '1 microsecond', first_order, region, age_band,
                   tags::text[], lines::jsonb, corrected_from, credit, nullif(click_link, 0),
                   timestamptz 'epoch' + nullif(clicked_at, 0) * interval '1 second'
              from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[],
                          ?::bytea[], ?::bytea[], ?::bytea[], ?::text[], ?::text[], ?::bigint[], ?::bigint[],
                          ?::bigint[], ?::bool[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bool[],
                          ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[])
                as a(brand_id, redemption_id, campaign_id, code_id, ambassador_id, campaign_name, ambassador_name,
                     key_hash, request_hash, order_hash, order_reference, customers, amount, shipping, discount,
                     on_shipping, currency, placed_at, turn_day, redeemed_at, first_order, region, age_band, tags,
                     lines, corrected_from, credit, click_link, clicked_at)
            """;

    private RedemptionWrites() {}

    static void bind(Columns columns, Collection<Redemption> made) throws SQLException {
        columns.longs(made, one -> one.brand().value())
                .longs(made, one -> one.id().value())
                .longs(made, one -> one.campaign().value())
                .longs(made, one -> one.codeId().value())
                .longs(
                        made,
                        one -> one.ambassador() == null ? 0 : one.ambassador().value())
                .texts(made, Redemption::campaignName)
                .texts(made, Redemption::ambassadorName)
                .hashes(made, one -> LaneWrites.key(one.key()))
                .hashes(made, one -> LaneWrites.request(one.key()))
                .hashes(made, Redemption::orderHash)
                .texts(made, Redemption::orderReference)
                .texts(made, one -> LaneWrites.hashes(one.customers()))
                .longs(made, Redemption::amount)
                .longs(made, Redemption::shipping)
                .longs(made, Redemption::discount)
                .booleans(made, Redemption::onShipping)
                .texts(made, Redemption::currency)
                .times(made, Redemption::placedAt)
                .longs(made, one -> one.turnDay().toEpochDay())
                .times(made, Redemption::redeemedAt)
                .booleans(made, Redemption::firstOrder)
                .texts(made, Redemption::region)
                .texts(made, Redemption::ageBand)
                .texts(made, one -> Columns.literal(one.tags()))
                .texts(made, one -> one.lines().isEmpty() ? null : Json.text(one.lines()))
                .texts(made, Redemption::correctedFrom)
                .texts(made, one -> reason(one.credit()))
                .longs(made, one -> link(one.credit()))
                .longs(made, one -> clickedAt(one.credit()));
    }

    private static @Nullable String reason(@Nullable Credit credit) {
        return credit == null ? null : credit.reason().word();
    }

    private static long link(@Nullable Credit credit) {
        return credit == null || credit.link() == null ? 0 : credit.link();
    }

    /** Clicks are known to the second. */
    private static long clickedAt(@Nullable Credit credit) {
        return credit == null || credit.clickedAt() == null
                ? 0
                : credit.clickedAt().getEpochSecond();
    }
}
