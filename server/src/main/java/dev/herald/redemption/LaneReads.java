package dev.herald.redemption;

import dev.herald.access.BrandId;
import dev.herald.access.KeyedHash;
import dev.herald.campaign.CampaignId;
import dev.herald.platform.Database;
import dev.herald.redemption.Situation.OrderState;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads, in one round trip, all that decides a batch. Rows are looked up one by one (lateral, offset 0): a join that was
 * planned while the tables were small goes through all rows of a brand.
 */
final class LaneReads {

    /** How much a batch reads. */
    enum Care {
        /** For who only wants to know: no locks but those that keep a campaign's changes out. */
        LOOKING,
        /** No locks on counters: rows are written as differences, and their checks refuse one too many. */
        SWIFT,
        /**
         * Counters and orders are locked in one global order, and holds are known: what is decided then is final. Keeps
         * the swift out of the campaigns that count, because they write rows in another order than these are locked in.
         */
        CAREFUL
    }

    /** A batch read, the version that each campaign has in the database, and the campaigns in which slots are held. */
    record Read(LaneState state, Map<Long, Integer> versions, Set<Long> withHolds) {}

    /** The campaigns' locks keep changes of a campaign out; they have to be held before anything else is read. */
    private static final String OPEN = """
            select set_config('herald.brands', ?, true);
            select pg_advisory_xact_lock_shared(id) from unnest(?::bigint[]) as id;
            """;

    private static final String KEEP_CAREFUL_OUT = """
            select pg_advisory_xact_lock_shared(-id) from unnest(?::bigint[]) as id;
            """;

    private static final String KEEP_OTHERS_OUT = """
            select pg_advisory_xact_lock(-id) from unnest(?::bigint[]) as id;
            """;

    /** A customer who has no row yet gets one: else two first orders of his would not see each other. */
    private static final String LOCK = """
            with made as (
                insert into customer (brand_id, customer)
                select brand_id, customer from unnest(?::bigint[], ?::bytea[]) as a(brand_id, customer)
                    on conflict do nothing
                returning 1)
            select count(*) from made;
            select from unnest(?::bigint[], ?::bigint[]) as a(brand_id, campaign_id)
             cross join lateral (
                   select from campaign_counter
                    where (brand_id, campaign_id) = (a.brand_id, a.campaign_id) offset 0 for update) c;
            select from unnest(?::bigint[], ?::bigint[]) as a(brand_id, code_id)
             cross join lateral (
                   select from code_counter
                    where (brand_id, code_id) = (a.brand_id, a.code_id) offset 0 for update) c;
            select from unnest(?::bigint[], ?::bigint[], ?::bytea[], ?::text[])
                as a(brand_id, campaign_id, customer, period)
             cross join lateral (
                   select from customer_counter
                    where (brand_id, campaign_id, customer, period)
                          = (a.brand_id, a.campaign_id, a.customer, a.period) offset 0 for update) c;
            select from unnest(?::bigint[], ?::bytea[]) as a(brand_id, order_hash)
             cross join lateral (
                   select from redeemed_order
                    where (brand_id, order_hash) = (a.brand_id, a.order_hash) offset 0 for update) o;
            select from unnest(?::bigint[], ?::bytea[]) as a(brand_id, customer)
             cross join lateral (
                   select from customer
                    where (brand_id, customer) = (a.brand_id, a.customer) offset 0 for update) c;
            """;

    private static final String READ = """
            select a.brand_id, a.campaign_id, c.version, n.used, n.spent, h.held, clock_timestamp()
              from unnest(?::bigint[], ?::bigint[]) as a(brand_id, campaign_id)
             cross join lateral (
                   select version
                     from campaign
                    where (brand_id, campaign_id) = (a.brand_id, a.campaign_id) offset 0) c
              left join lateral (
                   select used, spent
                     from campaign_counter
                    where (brand_id, campaign_id) = (a.brand_id, a.campaign_id) offset 0) n on true
             cross join lateral (
                   select exists (
                          select
                            from reservation
                           where (brand_id, campaign_id) = (a.brand_id, a.campaign_id) and state = 'held') as held) h;
            select a.brand_id, a.code_id, c.ends_at, n.used, o.name, o.email
              from unnest(?::bigint[], ?::bigint[]) as a(brand_id, code_id)
             cross join lateral (
                   select case when status = 'live' then expires_at else '-infinity' end as ends_at, ambassador_id
                     from code
                    where (brand_id, code_id) = (a.brand_id, a.code_id) offset 0) c
              left join lateral (
                   select name, email
                     from ambassador
                    where (brand_id, ambassador_id) = (a.brand_id, c.ambassador_id) offset 0) o on true
              left join lateral (
                   select used
                     from code_counter
                    where (brand_id, code_id) = (a.brand_id, a.code_id) offset 0) n on true;
            select o.brand_id, o.order_hash, o.campaigns, o.redemptions, o.combinable, o.credited
              from unnest(?::bigint[], ?::bytea[]) as a(brand_id, order_hash)
             cross join lateral (
                   select brand_id, order_hash, campaigns, redemptions, combinable, credited
                     from redeemed_order
                    where (brand_id, order_hash) = (a.brand_id, a.order_hash) offset 0) o
            """;

    private static final String READ_CUSTOMERS = """
            ;
            select c.brand_id, c.customer, c.standing
              from unnest(?::bigint[], ?::bytea[]) as a(brand_id, customer)
             cross join lateral (
                   select brand_id, customer, standing
                     from customer
                    where (brand_id, customer) = (a.brand_id, a.customer) offset 0) c
            """;

    private static final String READ_TURNS = """
            ;
            select c.brand_id, c.campaign_id, c.customer, c.period, c.used
              from unnest(?::bigint[], ?::bigint[], ?::bytea[], ?::text[])
                as a(brand_id, campaign_id, customer, period)
             cross join lateral (
                   select brand_id, campaign_id, customer, period, used
                     from customer_counter
                    where (brand_id, campaign_id, customer, period)
                          = (a.brand_id, a.campaign_id, a.customer, a.period) offset 0) c
            """;

    private final Connection connection;

    LaneReads(Connection connection) {
        this.connection = connection;
    }

    /** @param withKeys whether to look for what was redeemed with the batch's keys on other orders */
    Read read(List<LaneTask> batch, BatchKeys keys, Care care, boolean withKeys) throws SQLException {
        var read = readSituation(keys, care);
        var state = read.state();
        var earlier = new EarlierReads(connection);
        if (!state.orders.isEmpty() || (withKeys && !keys.redemptionKeys.isEmpty())) {
            earlier.readRedemptions(state, withKeys ? keys.redemptionKeys : List.of());
        }
        if (!keys.reversedRedemptions.isEmpty()) {
            earlier.readReversals(state, keys);
        }
        if (care == Care.CAREFUL) {
            HoldReads.locking(connection).read(state, batch, keys);
        }
        return read;
    }

    private Read readSituation(BatchKeys keys, Care care) throws SQLException {
        var sql = OPEN
                + switch (care) {
                    case LOOKING -> "";
                    case SWIFT -> KEEP_CAREFUL_OUT;
                    case CAREFUL -> KEEP_OTHERS_OUT + LOCK;
                }
                + READ
                + (keys.customers.isEmpty() ? "" : READ_CUSTOMERS)
                + (keys.turns.isEmpty() ? "" : READ_TURNS);
        try (var statement = connection.prepareStatement(sql)) {
            bind(new Columns(statement), keys, care);
            statement.execute();
            var results = new ResultSets(statement);
            results.skip(
                    switch (care) {
                        case LOOKING -> 2;
                        case SWIFT -> 3;
                        case CAREFUL -> 9;
                    });
            return read(results, keys);
        }
    }

    private static void bind(Columns columns, BatchKeys keys, Care care) throws SQLException {
        columns.text(keys.brands()).longs(keys.campaigns.keySet(), id -> id);
        if (care != Care.LOOKING) {
            columns.longs(keys.counting, id -> id);
        }
        if (care == Care.CAREFUL) {
            columns.brandHashes(keys.firstTimers).ids(keys.campaigns).ids(keys.codes);
            turns(columns, keys);
            columns.brandHashes(keys.orders).brandHashes(keys.firstTimers);
        }
        columns.ids(keys.campaigns).ids(keys.codes).brandHashes(keys.orders);
        if (!keys.customers.isEmpty()) {
            columns.brandHashes(keys.customers);
        }
        if (!keys.turns.isEmpty()) {
            turns(columns, keys);
        }
    }

    private static void turns(Columns columns, BatchKeys keys) throws SQLException {
        columns.longs(keys.turns.values(), BrandId::value)
                .longs(keys.turns.keySet(), turns -> turns.campaign().value())
                .hashes(keys.turns.keySet(), Turns::customer)
                .texts(keys.turns.keySet(), Turns::period);
    }

    private static Read read(ResultSets results, BatchKeys keys) throws SQLException {
        var state = new LaneState();
        var counters = state.counters;
        var versions = new HashMap<Long, Integer>();
        var holds = new HashSet<Long>();
        results.next(row -> {
            versions.put(row.getLong(2), row.getInt(3));
            counters.campaigns.put(
                    row.getLong(2), new Counter(new BrandId(row.getLong(1)), row.getLong(4), row.getLong(5)));
            if (row.getBoolean(6)) {
                holds.add(row.getLong(2));
            }
            state.now = row.getObject(7, OffsetDateTime.class).toInstant();
        });
        results.next(row -> {
            var endsAt = row.getObject(3, OffsetDateTime.class);
            state.codesEnd.put(row.getLong(2), endsAt == null ? Instant.MAX : endsAt.toInstant());
            counters.codes.put(row.getLong(2), new Counter(new BrandId(row.getLong(1)), row.getLong(4), 0));
            var owner = row.getString(5);
            if (owner != null) {
                state.owners.put(row.getLong(2), new CodeOwner(owner, row.getString(6)));
            }
        });
        results.next(row -> state.orders.put(brandHash(row), orderState(row)));
        if (!keys.customers.isEmpty()) {
            results.next(row ->
                    counters.standing.put(brandHash(row), new Counter(new BrandId(row.getLong(1)), row.getLong(3), 0)));
        }
        if (!keys.turns.isEmpty()) {
            results.next(row -> counters.turns.put(
                    new Turns(new CampaignId(row.getLong(2)), KeyedHash.of(row.getBytes(3)), row.getString(4)),
                    new Counter(new BrandId(row.getLong(1)), row.getLong(5), 0)));
        }
        return new Read(state, versions, holds);
    }

    private static BrandHash brandHash(ResultSet row) throws SQLException {
        return new BrandHash(new BrandId(row.getLong(1)), KeyedHash.of(row.getBytes(2)));
    }

    private static OrderState orderState(ResultSet row) throws SQLException {
        return new OrderState(
                new HashSet<>(Database.longs(row.getArray(3))),
                Database.longs(row.getArray(4)),
                row.getBoolean(5),
                row.getBoolean(6));
    }
}
