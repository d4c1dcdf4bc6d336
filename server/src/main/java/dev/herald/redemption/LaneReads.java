package dev.herald.redemption;

import dev.herald.access.BrandId;
import dev.herald.access.KeyedHash;
import dev.herald.platform.Database;
import dev.herald.redemption.LaneState.BrandHash;
import dev.herald.redemption.LaneState.Counter;
import dev.herald.redemption.LaneState.Turns;
import dev.herald.redemption.Situation.OrderState;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Reads, and locks, in one round trip what a batch is decided on. Rows are locked in one global order. */
final class LaneReads {

    /**
     * After the locks, each statement sees everything that was committed before they were had. Rows are looked up one by
     * one in a lateral subquery that PostgreSQL may not take apart (offset 0): taken apart, a plan made while the tables
     * were small goes through all rows of a brand.
     */
    private static final String FOR_REDEMPTIONS = """
            select set_config('herald.brands', ?, true);
            select pg_advisory_xact_lock_shared(id) from unnest(?::bigint[]) as id;
            select brand_id, campaign_id, used, spent
              from campaign_counter
             where brand_id = any (?) and campaign_id = any (?)
             order by brand_id, campaign_id
               for update;
            select brand_id, code_id, used
              from code_counter
             where brand_id = any (?) and code_id = any (?)
             order by brand_id, code_id
               for update;
            select c.brand_id, c.campaign_id, c.customer, c.used
              from unnest(?::bigint[], ?::bigint[], ?::bytea[]) as a(brand_id, campaign_id, customer)
             cross join lateral (
                   select brand_id, campaign_id, customer, used
                     from customer_counter
                    where (brand_id, campaign_id, customer) = (a.brand_id, a.campaign_id, a.customer)
                   offset 0
                      for update) c;
            select c.brand_id, c.customer, c.standing
              from unnest(?::bigint[], ?::bytea[]) as a(brand_id, customer)
             cross join lateral (
                   select brand_id, customer, standing
                     from customer
                    where (brand_id, customer) = (a.brand_id, a.customer)
                   offset 0
                      %s) c;
            select clock_timestamp();
            select campaign_id, version
              from campaign
             where brand_id = any (?) and campaign_id = any (?);
            select code_id
              from code
             where brand_id = any (?) and code_id = any (?) and status = 'live';
            select o.brand_id, o.order_hash, o.campaigns, o.combinable, o.credited
              from unnest(?::bigint[], ?::bytea[]) as a(brand_id, order_hash)
             cross join lateral (
                   select brand_id, order_hash, campaigns, combinable, credited
                     from redeemed_order
                    where (brand_id, order_hash) = (a.brand_id, a.order_hash)
                   offset 0) o
            """;

    private static final String READING_CUSTOMERS = FOR_REDEMPTIONS.formatted("");
    private static final String LOCKING_CUSTOMERS = FOR_REDEMPTIONS.formatted("for update");

    /** A batch read: its state, and the version that each campaign has in the database. */
    record Read(LaneState state, Map<Long, Integer> versions) {}

    private final Connection connection;

    LaneReads(Connection connection) {
        this.connection = connection;
    }

    /** @param withKeys whether to look for what was redeemed with the batch's keys on other orders */
    Read read(List<LaneTask> batch, boolean lockCustomers, boolean withKeys) throws SQLException {
        var state = new LaneState();
        var versions = readForRedemptions(batch, state, lockCustomers);
        var earlier = new EarlierReads(connection);
        var keys = withKeys ? keysOf(batch) : new TreeSet<BrandHash>();
        if (!state.orders.isEmpty() || !keys.isEmpty()) {
            earlier.readRedemptions(state, keys);
        }
        var reversals = batch.stream()
                .filter(LaneTask.Reverse.class::isInstance)
                .map(LaneTask.Reverse.class::cast)
                .toList();
        if (!reversals.isEmpty()) {
            earlier.readReversals(state, reversals);
        }
        return new Read(state, versions);
    }

    private Map<Long, Integer> readForRedemptions(List<LaneTask> batch, LaneState state, boolean lockCustomers)
            throws SQLException {
        var brands = distinct(batch, task -> task.brand().value());
        var campaigns = distinct(batch, task -> task.campaign().value());
        var codes = distinct(batch, LaneReads::codeOf);
        var customers = new TreeSet<BrandHash>();
        var turns = new TreeMap<Turns, BrandId>();
        var orders = new TreeSet<BrandHash>();
        for (var task : batch) {
            for (var customer : customersOf(task)) {
                customers.add(new BrandHash(task.brand(), customer));
                turns.put(new Turns(task.campaign().value(), customer), task.brand());
            }
            if (task instanceof LaneTask.Redeem(var attempt, var _, var _)) {
                orders.add(new BrandHash(attempt.brand(), attempt.orderHash()));
            }
        }
        try (var statement = connection.prepareStatement(lockCustomers ? LOCKING_CUSTOMERS : READING_CUSTOMERS)) {
            new Columns(statement)
                    .text(brands.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")))
                    .longs(campaigns, id -> id)
                    .longs(brands, id -> id)
                    .longs(campaigns, id -> id)
                    .longs(brands, id -> id)
                    .longs(codes, id -> id)
                    .longs(turns.entrySet(), turn -> turn.getValue().value())
                    .longs(turns.keySet(), Turns::campaign)
                    .hashes(turns.keySet(), Turns::customer)
                    .longs(customers, customer -> customer.brand().value())
                    .hashes(customers, BrandHash::hash)
                    .longs(brands, id -> id)
                    .longs(campaigns, id -> id)
                    .longs(brands, id -> id)
                    .longs(codes, id -> id)
                    .longs(orders, order -> order.brand().value())
                    .hashes(orders, BrandHash::hash);
            statement.execute();
            var versions = new HashMap<Long, Integer>();
            var results = new ResultSets(statement);
            results.next(_ -> {}); // the brands
            results.next(_ -> {}); // the locks
            results.next(row -> state.campaignCounters.put(row.getLong(2), counter(row, 3, row.getLong(4))));
            results.next(row -> state.codeCounters.put(row.getLong(2), counter(row, 3, 0)));
            results.next(row -> state.customerCounters.put(
                    new Turns(row.getLong(2), KeyedHash.of(row.getBytes(3))), counter(row, 4, 0)));
            results.next(row -> state.standing.put(brandHash(row), row.getLong(3)));
            results.next(
                    row -> state.now = row.getObject(1, OffsetDateTime.class).toInstant());
            results.next(row -> versions.put(row.getLong(1), row.getInt(2)));
            results.next(row -> state.liveCodes.add(row.getLong(1)));
            results.next(row -> state.orders.put(brandHash(row), orderState(row)));
            return versions;
        }
    }

    private static Collection<BrandHash> keysOf(List<LaneTask> batch) {
        var keys = new TreeSet<BrandHash>();
        for (var task : batch) {
            if (task instanceof LaneTask.Redeem(var attempt, var _, var _) && attempt.key() != null) {
                keys.add(new BrandHash(attempt.brand(), attempt.key().key()));
            }
        }
        return keys;
    }

    private static long codeOf(LaneTask task) {
        return switch (task) {
            case LaneTask.Redeem(var attempt, var _, var _) ->
                attempt.code().id().value();
            case LaneTask.Reverse(var attempt, var _, var _) ->
                attempt.redemption().codeId().value();
        };
    }

    private static List<KeyedHash> customersOf(LaneTask task) {
        return switch (task) {
            case LaneTask.Redeem(var attempt, var _, var _) -> attempt.buyer().identities();
            case LaneTask.Reverse(var attempt, var _, var _) ->
                attempt.redemption().customers();
        };
    }

    static <T> Collection<Long> distinct(List<T> tasks, ToLongFunction<T> id) {
        return tasks.stream().mapToLong(id).sorted().distinct().boxed().toList();
    }

    private static Counter counter(ResultSet row, int used, long spent) throws SQLException {
        return new Counter(new BrandId(row.getLong(1)), row.getLong(used), spent);
    }

    private static BrandHash brandHash(ResultSet row) throws SQLException {
        return new BrandHash(new BrandId(row.getLong(1)), KeyedHash.of(row.getBytes(2)));
    }

    private static OrderState orderState(ResultSet row) throws SQLException {
        return new OrderState(new HashSet<>(Database.longs(row.getArray(3))), row.getBoolean(4), row.getBoolean(5));
    }
}
