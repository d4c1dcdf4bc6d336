package dev.herald.redemption;

import dev.herald.access.BrandId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads and locks the reservations that a batch may have to do with: those it names or made before, those on its orders
 * and of its customers, and those of its campaigns whose time is over.
 */
final class HoldReads {

    private static final String COLUMNS = """
            brand_id, reservation_id, campaign_id, code_id, key_hash, request_hash, order_hash, order_reference,
            customers, region, age_band, tags, amount, shipping, currency, discount, turn_day, state, redemption_id,
            reserved_at, ttl_seconds, expires_at, corrected_from, clicks
            """;

    /** Each by one key after the other, so that rows are found by an index and locked as they come. */
    private static final String HOLDS = """
            select r.*
              from unnest(?::bigint[], ?::bigint[]) as a(brand_id, reservation_id)
             cross join lateral (
                   select COLUMNS
                     from reservation
                    where (brand_id, reservation_id) = (a.brand_id, a.reservation_id) offset 0 for update) r;
            select r.*
              from unnest(?::bigint[], ?::bytea[]) as a(brand_id, key_hash)
             cross join lateral (
                   select COLUMNS
                     from reservation
                    where (brand_id, key_hash) = (a.brand_id, a.key_hash) and key_hash is not null
                   offset 0 for update) r;
            select r.*
              from unnest(?::bigint[], ?::bytea[]) as a(brand_id, order_hash)
             cross join lateral (
                   select COLUMNS
                     from reservation
                    where (brand_id, order_hash) = (a.brand_id, a.order_hash) and state = 'held'
                   offset 0 for update) r;
            select r.*
              from unnest(?::bigint[], ?::bigint[], ?::bytea[]) as a(brand_id, campaign_id, customer)
             cross join lateral (
                   select reservation_id
                     from reservation_of_customer
                    where (brand_id, campaign_id, customer) = (a.brand_id, a.campaign_id, a.customer) offset 0) c
             cross join lateral (
                   select COLUMNS
                     from reservation
                    where (brand_id, reservation_id) = (a.brand_id, c.reservation_id) and state = 'held'
                   offset 0 for update) r;
            select r.*
              from unnest(?::bigint[], ?::bigint[]) as a(brand_id, campaign_id)
             cross join lateral (
                   select COLUMNS
                     from reservation
                    where (brand_id, campaign_id) = (a.brand_id, a.campaign_id)
                      and state = 'held'
                      and expires_at <= clock_timestamp()
                    order by expires_at
                    limit 5000 for update) r
            """.replace("COLUMNS", COLUMNS.strip());

    private final Connection connection;
    private final String sql;

    private HoldReads(Connection connection, String sql) {
        this.connection = connection;
        this.sql = sql;
    }

    static HoldReads locking(Connection connection) {
        return new HoldReads(connection, HOLDS);
    }

    /** For who only wants to know. */
    static HoldReads looking(Connection connection) {
        return new HoldReads(connection, HOLDS.replace("for update", ""));
    }

    void read(LaneState state, List<LaneTask> batch, BatchKeys keys) throws SQLException {
        var named = new TreeMap<>(keys.reservations);
        var buyers = new TreeSet<Turns>();
        for (var task : batch) {
            switch (task) {
                case LaneTask.Redeem(var attempt, var _, var _, var _) -> add(attempt, buyers);
                case LaneTask.Reserve(var attempt, var _, var newId, var _) -> {
                    add(attempt, buyers);
                    named.put(newId.value(), attempt.brand());
                }
                case LaneTask.Reverse _, LaneTask.Release _, LaneTask.Extend _ -> {}
            }
        }
        try (var statement = connection.prepareStatement(sql)) {
            new Columns(statement)
                    .ids(named)
                    .brandHashes(keys.reservationKeys)
                    .brandHashes(keys.orders)
                    .longs(buyers, buyer -> brand(keys, buyer).value())
                    .longs(buyers, buyer -> buyer.campaign().value())
                    .hashes(buyers, Turns::customer)
                    .ids(keys.campaigns);
            statement.execute();
            var results = new ResultSets(statement);
            for (int i = 0; i < 5; i++) {
                results.next(row -> state.holds.remember(RedemptionRow.reservation(row)));
            }
        }
    }

    private static void add(Attempt attempt, Set<Turns> buyers) {
        for (var customer : attempt.buyer().identities()) {
            buyers.add(new Turns(attempt.code().campaign(), customer, ""));
        }
    }

    private static BrandId brand(BatchKeys keys, Turns buyer) {
        return Objects.requireNonNull(keys.campaigns.get(buyer.campaign().value()));
    }
}
