package dev.herald.redemption;

import dev.herald.access.BrandId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.TreeMap;

/** Reads what was redeemed and reversed before, so that a repeated request gets its first answer. */
final class EarlierReads {

    private static final String REDEMPTION = """
            select brand_id, redemption_id, campaign_id, code_id, ambassador_id, campaign_name, ambassador_name,
                   key_hash, request_hash, order_hash, order_reference, customers, amount, shipping, discount,
                   on_shipping, currency, placed_at, turn_day, redeemed_at, first_order, region, age_band, tags, lines,
                   corrected_from, credit, click_link, clicked_at
              from redemption
            """;

    private static final String REVERSAL = """
            select brand_id, reversal_id, redemption_id, reason, amount, discount_back, complete, slot_back, turn_back,
                   key_hash, request_hash, reversed_at
              from reversal
            """;

    private static final String BY_ID = """
            select r.*
              from unnest(?::bigint[], ?::bigint[]) as a(brand_id, redemption_id)
             cross join lateral (
                   %s where (brand_id, redemption_id) = (a.brand_id, a.redemption_id) offset 0) r
            """;

    private static final String BY_KEY = """
            select r.*
              from unnest(?::bigint[], ?::bytea[]) as a(brand_id, key_hash)
             cross join lateral (
                   %s where (brand_id, key_hash) = (a.brand_id, a.key_hash) and key_hash is not null offset 0) r
            """;

    private static final String REDEMPTIONS = (BY_ID + ";" + BY_KEY).formatted(REDEMPTION, REDEMPTION);
    private static final String REVERSALS = (BY_ID + ";" + BY_KEY).formatted(REVERSAL, REVERSAL);

    private static final String ANY_WITH_KEY = """
            select exists (
                   select
                     from unnest(?::bigint[], ?::bytea[]) as a(brand_id, key_hash)
                    cross join lateral (
                          select
                            from redemption
                           where (brand_id, key_hash) = (a.brand_id, a.key_hash)
                             and key_hash is not null
                          offset 0) r)
            """;

    private final Connection connection;

    EarlierReads(Connection connection) {
        this.connection = connection;
    }

    /** What was redeemed on the orders that the state knows, or with the keys. */
    void readRedemptions(LaneState state, Collection<BrandHash> keys) throws SQLException {
        var ids = new TreeMap<Long, BrandId>();
        state.orders.forEach(
                (order, known) -> known.redemptions().forEach(redemption -> ids.put(redemption, order.brand())));
        try (var statement = connection.prepareStatement(REDEMPTIONS)) {
            new Columns(statement).ids(ids).brandHashes(keys);
            statement.execute();
            var results = new ResultSets(statement);
            results.next(row -> state.earlier.remember(RedemptionRow.redemption(row)));
            results.next(row -> state.earlier.remember(RedemptionRow.redemption(row)));
        }
    }

    /** Whether something was redeemed with any of these keys. */
    boolean wasAnyRedeemed(Collection<BrandHash> keys) throws SQLException {
        if (keys.isEmpty()) {
            return false;
        }
        try (var statement = connection.prepareStatement(ANY_WITH_KEY)) {
            new Columns(statement).brandHashes(keys);
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    /** What was reversed of the batch's redemptions, or with its keys. */
    void readReversals(LaneState state, BatchKeys keys) throws SQLException {
        try (var statement = connection.prepareStatement(REVERSALS)) {
            new Columns(statement).ids(keys.reversedRedemptions).brandHashes(keys.reversalKeys);
            statement.execute();
            var results = new ResultSets(statement);
            results.next(row -> state.earlier.remember(RedemptionRow.reversal(row)));
            results.next(row -> state.earlier.remember(RedemptionRow.reversal(row)));
        }
    }
}
