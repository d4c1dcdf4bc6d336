package dev.herald.redemption;

import dev.herald.redemption.LaneState.BrandHash;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Reads what was redeemed and reversed before, so that a repeated request gets its first answer. */
final class EarlierReads {

    private static final String REDEMPTIONS = """
            select r.brand_id, r.redemption_id, r.campaign_id, r.code_id, r.ambassador_id, r.campaign_name,
                   r.ambassador_name, r.key_hash, r.request_hash, r.order_hash, r.order_reference, r.customers,
                   r.amount, r.shipping, r.discount, r.on_shipping, r.currency, r.placed_at, r.redeemed_at,
                   r.first_order, r.region, r.age_band, r.tags, r.lines
              from unnest(?::bigint[], ?::bytea[]) as a(brand_id, order_hash)
             cross join lateral (
                   select brand_id, redemption_id, campaign_id, code_id, ambassador_id, campaign_name, ambassador_name,
                          key_hash, request_hash, order_hash, order_reference, customers, amount, shipping, discount,
                          on_shipping, currency, placed_at, redeemed_at, first_order, region, age_band, tags, lines
                     from redemption
                    where (brand_id, order_hash) = (a.brand_id, a.order_hash)
                   offset 0) r;
            select r.brand_id, r.redemption_id, r.campaign_id, r.code_id, r.ambassador_id, r.campaign_name,
                   r.ambassador_name, r.key_hash, r.request_hash, r.order_hash, r.order_reference, r.customers,
                   r.amount, r.shipping, r.discount, r.on_shipping, r.currency, r.placed_at, r.redeemed_at,
                   r.first_order, r.region, r.age_band, r.tags, r.lines
              from unnest(?::bigint[], ?::bytea[]) as a(brand_id, key_hash)
             cross join lateral (
                   select brand_id, redemption_id, campaign_id, code_id, ambassador_id, campaign_name, ambassador_name,
                          key_hash, request_hash, order_hash, order_reference, customers, amount, shipping, discount,
                          on_shipping, currency, placed_at, redeemed_at, first_order, region, age_band, tags, lines
                     from redemption
                    where (brand_id, key_hash) = (a.brand_id, a.key_hash)
                      and key_hash is not null
                   offset 0) r
            """;

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

    private static final String REVERSALS = """
            select brand_id, reversal_id, redemption_id, reason, amount, discount_back, complete, slot_back, turn_back,
                   key_hash, request_hash, reversed_at
              from reversal
             where brand_id = any (?) and redemption_id = any (?);
            select r.brand_id, r.reversal_id, r.redemption_id, r.reason, r.amount, r.discount_back, r.complete,
                   r.slot_back, r.turn_back, r.key_hash, r.request_hash, r.reversed_at
              from unnest(?::bigint[], ?::bytea[]) as a(brand_id, key_hash)
             cross join lateral (
                   select brand_id, reversal_id, redemption_id, reason, amount, discount_back, complete, slot_back,
                          turn_back, key_hash, request_hash, reversed_at
                     from reversal
                    where (brand_id, key_hash) = (a.brand_id, a.key_hash)
                      and key_hash is not null
                   offset 0) r
            """;

    private final Connection connection;

    EarlierReads(Connection connection) {
        this.connection = connection;
    }

    /** What was redeemed on the orders that the state knows, or with the keys. */
    void readRedemptions(LaneState state, Collection<BrandHash> keys) throws SQLException {
        var orders = new TreeSet<>(state.orders.keySet());
        try (var statement = connection.prepareStatement(REDEMPTIONS)) {
            new Columns(statement)
                    .longs(orders, order -> order.brand().value())
                    .hashes(orders, BrandHash::hash)
                    .longs(keys, key -> key.brand().value())
                    .hashes(keys, BrandHash::hash);
            statement.execute();
            var results = new ResultSets(statement);
            results.next(row -> state.remember(RedemptionRow.redemption(row)));
            results.next(row -> state.remember(RedemptionRow.redemption(row)));
        }
    }

    /** Whether something was redeemed with any of these keys. */
    boolean wasAnyRedeemed(Collection<BrandHash> keys) throws SQLException {
        if (keys.isEmpty()) {
            return false;
        }
        try (var statement = connection.prepareStatement(ANY_WITH_KEY)) {
            new Columns(statement).longs(keys, key -> key.brand().value()).hashes(keys, BrandHash::hash);
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    /** What was reversed of the tasks' redemptions, or with their keys. */
    void readReversals(LaneState state, List<LaneTask.Reverse> tasks) throws SQLException {
        var brands = LaneReads.distinct(tasks, task -> task.brand().value());
        var redemptions = LaneReads.distinct(
                tasks, task -> task.attempt().redemption().id().value());
        var keys = new TreeSet<BrandHash>();
        for (var task : tasks) {
            if (task.attempt().key() != null) {
                keys.add(new BrandHash(task.brand(), task.attempt().key().key()));
            }
        }
        try (var statement = connection.prepareStatement(REVERSALS)) {
            new Columns(statement)
                    .longs(brands, id -> id)
                    .longs(redemptions, id -> id)
                    .longs(keys, key -> key.brand().value())
                    .hashes(keys, BrandHash::hash);
            statement.execute();
            var results = new ResultSets(statement);
            results.next(row -> state.remember(RedemptionRow.reversal(row)));
            results.next(row -> {
                var reversal = RedemptionRow.reversal(row);
                if (reversal.key() != null) {
                    state.reversalByKey.put(
                            new BrandHash(reversal.brand(), reversal.key().key()), reversal);
                }
            });
        }
    }
}
