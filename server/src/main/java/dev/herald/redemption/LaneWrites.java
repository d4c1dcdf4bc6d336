package dev.herald.redemption;

import dev.herald.access.BrandId;
import dev.herald.access.KeyedHash;
import dev.herald.campaign.Limits;
import dev.herald.platform.Ids;
import dev.herald.redemption.Situation.OrderState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a batch decided, in one round trip: rows that are only added, counters, and the events that tell of it.
 * Another process that got in first with an order or a key makes a unique key refuse the batch, and one that took the
 * last slot a check of its counter: then the batch is decided again.
 */
final class LaneWrites {

    private static final String NEW_ORDERS = """
            insert into redeemed_order (brand_id, order_hash, campaigns, redemptions, combinable, credited)
            select brand_id, order_hash, campaigns::bigint[], redemptions::bigint[], combinable, credited
              from unnest(?::bigint[], ?::bytea[], ?::text[], ?::text[], ?::bool[], ?::bool[])
                as a(brand_id, order_hash, campaigns, redemptions, combinable, credited)
            """;

    /** The row is there: a conflict finds it by its key, and one that grew meanwhile breaks a check. */
    private static final String GROWN_ORDERS = """
            insert into redeemed_order as o (brand_id, order_hash, campaigns, redemptions, combinable, credited)
            select brand_id, order_hash, campaigns::bigint[], redemptions::bigint[], combinable, credited
              from unnest(?::bigint[], ?::bytea[], ?::text[], ?::text[], ?::bool[], ?::bool[])
                as a(brand_id, order_hash, campaigns, redemptions, combinable, credited)
                on conflict (brand_id, order_hash) do update
               set campaigns = case when cardinality(o.campaigns) = cardinality(excluded.campaigns) - 1
                                    then excluded.campaigns end,
                   redemptions = excluded.redemptions, combinable = excluded.combinable, credited = excluded.credited
            """;

    private static final String REVERSALS = """
            insert into reversal (brand_id, reversal_id, redemption_id, reason, amount, discount_back, complete,
                   slot_back, turn_back, key_hash, request_hash, reversed_at)
            select brand_id, reversal_id, redemption_id, reason, amount, discount_back, complete, slot_back, turn_back,
                   key_hash, request_hash, timestamptz 'epoch' + reversed_at * interval '1 microsecond'
              from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::bool[],
                          ?::bool[], ?::bool[], ?::bytea[], ?::bytea[], ?::bigint[])
                as a(brand_id, reversal_id, redemption_id, reason, amount, discount_back, complete, slot_back,
                     turn_back, key_hash, request_hash, reversed_at)
            """;

    private static final String EVENTS = """
            insert into event (brand_id, event_id, kind, subject_id)
            select brand_id, event_id, kind, subject_id
              from unnest(?::bigint[], ?::bigint[], ?::text[], ?::bigint[]) as a(brand_id, event_id, kind, subject_id)
            """;

    private static final String CUSTOMERS = """
            insert into customer as c (brand_id, customer, standing)
            select brand_id, customer, standing
              from unnest(?::bigint[], ?::bytea[], ?::bigint[]) as a(brand_id, customer, standing)
                on conflict (brand_id, customer) do update set standing = c.standing + excluded.standing
            """;

    private static final String TURNS = """
            insert into customer_counter as c (brand_id, campaign_id, customer, period, used, max_uses)
            select brand_id, campaign_id, customer, period, used, max_uses
              from unnest(?::bigint[], ?::bigint[], ?::bytea[], ?::text[], ?::bigint[], ?::bigint[])
                as a(brand_id, campaign_id, customer, period, used, max_uses)
                on conflict (brand_id, campaign_id, customer, period) do update set used = c.used + excluded.used
            """;

    private static final String CODES = """
            insert into code_counter as c (brand_id, code_id, campaign_id, used, max_uses)
            select a.brand_id, a.code_id, k.campaign_id, a.used, a.max_uses
              from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[]) as a(brand_id, code_id, used, max_uses)
             cross join lateral (
                   select campaign_id from code where (brand_id, code_id) = (a.brand_id, a.code_id) offset 0) k
                on conflict (brand_id, code_id) do update set used = c.used + excluded.used
            """;

    private static final String CAMPAIGNS = """
            insert into campaign_counter as c (brand_id, campaign_id, used, spent, max_uses, budget)
            select brand_id, campaign_id, used, spent, nullif(max_uses, 0), nullif(budget, 0)
              from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
                as a(brand_id, campaign_id, used, spent, max_uses, budget)
                on conflict (brand_id, campaign_id) do update
               set used = c.used + excluded.used, spent = c.spent + excluded.spent
            """;

    private record Event(BrandId brand, String kind, long subject) {}

    private final Connection connection;

    LaneWrites(Connection connection) {
        this.connection = connection;
    }

    /** Counters come last, so that the rows that everybody wants are locked for the shortest time. */
    void write(LaneState state, Ids ids) throws SQLException {
        new HoldWrites(connection).write(state.holds);
        new Decreases(connection).write(state.counters);
        var round = new Round();
        round.add(NEW_ORDERS, state.newOrders.entrySet(), LaneWrites::orders);
        round.add(GROWN_ORDERS, state.grownOrders.entrySet(), LaneWrites::orders);
        round.add(RedemptionWrites.MADE, state.made, RedemptionWrites::bind);
        round.add(REVERSALS, state.reversed, LaneWrites::reversals);
        round.add(
                EVENTS,
                events(state),
                (columns, events) -> columns.longs(
                                events, event -> event.brand().value())
                        .longs(events, _ -> ids.next())
                        .texts(events, Event::kind)
                        .longs(events, Event::subject));
        var counters = state.counters;
        round.add(
                CUSTOMERS,
                increased(counters.standing),
                (columns, rows) -> columns.longs(rows, LaneWrites::brand)
                        .hashes(rows, row -> row.getKey().hash())
                        .longs(rows, row -> row.getValue().usedMore()));
        round.add(
                TURNS,
                increased(counters.turns),
                (columns, rows) -> columns.longs(rows, LaneWrites::brand)
                        .longs(rows, row -> row.getKey().campaign().value())
                        .hashes(rows, row -> row.getKey().customer())
                        .texts(rows, row -> row.getKey().period())
                        .longs(rows, row -> row.getValue().usedMore())
                        .longs(rows, row -> row.getValue().mostUsed));
        round.add(
                CODES,
                increased(counters.codes),
                (columns, rows) -> columns.longs(rows, LaneWrites::brand)
                        .longs(rows, Map.Entry::getKey)
                        .longs(rows, row -> row.getValue().usedMore())
                        .longs(rows, row -> row.getValue().mostUsed));
        round.add(
                CAMPAIGNS,
                increased(counters.campaigns),
                (columns, rows) -> columns.longs(rows, LaneWrites::brand)
                        .longs(rows, Map.Entry::getKey)
                        .longs(rows, row -> Math.max(0, row.getValue().usedMore()))
                        .longs(rows, row -> Math.max(0, row.getValue().spentMore()))
                        .longs(rows, row -> capped(row.getValue().mostUsed))
                        .longs(rows, row -> capped(row.getValue().mostSpent)));
        round.execute(connection);
    }

    private static void orders(Columns columns, Collection<Map.Entry<BrandHash, OrderState>> orders)
            throws SQLException {
        columns.longs(orders, order -> order.getKey().brand().value())
                .hashes(orders, order -> order.getKey().hash())
                .texts(orders, order -> Columns.numbers(order.getValue().campaigns()))
                .texts(orders, order -> Columns.numbers(order.getValue().redemptions()))
                .booleans(orders, order -> order.getValue().combinable())
                .booleans(orders, order -> order.getValue().credited());
    }

    private static void reversals(Columns columns, Collection<Reversal> reversed) throws SQLException {
        columns.longs(reversed, one -> one.brand().value())
                .longs(reversed, one -> one.id().value())
                .longs(reversed, one -> one.redemption().value())
                .texts(reversed, one -> one.reason().column())
                .longs(reversed, Reversal::amount)
                .longs(reversed, Reversal::discountBack)
                .booleans(reversed, Reversal::complete)
                .booleans(reversed, Reversal::slotBack)
                .booleans(reversed, Reversal::turnBack)
                .hashes(reversed, one -> key(one.key()))
                .hashes(reversed, one -> request(one.key()))
                .times(reversed, Reversal::reversedAt);
    }

    private static List<Event> events(LaneState state) {
        var events = new ArrayList<Event>(state.made.size() + state.reversed.size());
        state.made.forEach(
                one -> events.add(new Event(one.brand(), "redeemed", one.id().value())));
        state.reversed.forEach(
                one -> events.add(new Event(one.brand(), "reversed", one.id().value())));
        return events;
    }

    private static <K> List<Map.Entry<K, Counter>> increased(Map<K, Counter> counters) {
        var increased = new ArrayList<Map.Entry<K, Counter>>(counters.size());
        for (var entry : counters.entrySet()) {
            if (entry.getValue().usedMore() > 0 || entry.getValue().spentMore() > 0) {
                increased.add(entry);
            }
        }
        return increased;
    }

    private static <K> long brand(Map.Entry<K, Counter> row) {
        return row.getValue().brand.value();
    }

    /** No limit is stored as null, which an array of numbers cannot hold: 0 stands for it. */
    private static long capped(long most) {
        return most == Limits.NONE ? 0 : most;
    }

    static @Nullable KeyedHash key(@Nullable RequestKey key) {
        return key == null ? null : key.key();
    }

    static @Nullable KeyedHash request(@Nullable RequestKey key) {
        return key == null ? null : key.request();
    }

    static String hashes(List<KeyedHash> customers) {
        if (customers.isEmpty()) {
            return "{}";
        }
        var text = new StringBuilder("{");
        for (var customer : customers) {
            text.append(text.length() == 1 ? "" : ",")
                    .append("\"\\\\x")
                    .append(HexFormat.of().toHexDigits(customer.high()))
                    .append(HexFormat.of().toHexDigits(customer.low()))
                    .append('"');
        }
        return text.append('}').toString();
    }
}
