package dev.herald.redemption;

import dev.herald.access.KeyedHash;
import dev.herald.platform.Ids;
import dev.herald.platform.Json;
import dev.herald.redemption.LaneState.BrandHash;
import dev.herald.redemption.LaneState.Counter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes what a batch decided, in one round trip: rows that are only added, counters, and the events that tell of it. */
final class LaneWrites {

    /**
     * Rows that are there and locked are changed by inserting them again: a conflict finds each by its key, whereas a
     * join, planned while the tables were small, would go through all rows of a brand.
     */
    private static final String BATCH = """
            insert into redeemed_order (brand_id, order_hash, campaigns, combinable, credited)
            select brand_id, order_hash, campaigns::bigint[], combinable, credited
              from unnest(?::bigint[], ?::bytea[], ?::text[], ?::bool[], ?::bool[])
                as a(brand_id, order_hash, campaigns, combinable, credited)
                on conflict do nothing;
            insert into redeemed_order as o (brand_id, order_hash, campaigns, combinable, credited)
            select brand_id, order_hash, campaigns::bigint[], combinable, credited
              from unnest(?::bigint[], ?::bytea[], ?::text[], ?::bool[], ?::bool[])
                as a(brand_id, order_hash, campaigns, combinable, credited)
                on conflict (brand_id, order_hash) do update
               set campaigns = excluded.campaigns, combinable = excluded.combinable, credited = excluded.credited
             where cardinality(o.campaigns) = cardinality(excluded.campaigns) - 1;
            insert into redemption (brand_id, redemption_id, campaign_id, code_id, ambassador_id, campaign_name,
                   ambassador_name, key_hash, request_hash, order_hash, order_reference, customers, amount, shipping,
                   discount, on_shipping, currency, placed_at, redeemed_at, first_order, region, age_band, tags, lines)
            select brand_id, redemption_id, campaign_id, code_id, nullif(ambassador_id, 0), campaign_name,
                   ambassador_name, key_hash, request_hash, order_hash, order_reference, customers::bytea[], amount,
                   shipping, discount, on_shipping, currency,
                   timestamptz 'epoch' + placed_at * interval '1 microsecond',
                   timestamptz 'epoch' + redeemed_at * interval '1 microsecond', first_order, region, age_band,
                   tags::text[], lines::jsonb
              from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[],
                          ?::bytea[], ?::bytea[], ?::bytea[], ?::text[], ?::text[], ?::bigint[], ?::bigint[],
                          ?::bigint[], ?::bool[], ?::text[], ?::bigint[], ?::bigint[], ?::bool[], ?::text[],
                          ?::text[], ?::text[], ?::text[])
                as a(brand_id, redemption_id, campaign_id, code_id, ambassador_id, campaign_name, ambassador_name,
                     key_hash, request_hash, order_hash, order_reference, customers, amount, shipping, discount,
                     on_shipping, currency, placed_at, redeemed_at, first_order, region, age_band, tags, lines)
                on conflict do nothing;
            insert into reversal (brand_id, reversal_id, redemption_id, reason, amount, discount_back, complete,
                   slot_back, turn_back, key_hash, request_hash, reversed_at)
            select brand_id, reversal_id, redemption_id, reason, amount, discount_back, complete, slot_back, turn_back,
                   key_hash, request_hash, timestamptz 'epoch' + reversed_at * interval '1 microsecond'
              from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::bool[],
                          ?::bool[], ?::bool[], ?::bytea[], ?::bytea[], ?::bigint[])
                as a(brand_id, reversal_id, redemption_id, reason, amount, discount_back, complete, slot_back,
                     turn_back, key_hash, request_hash, reversed_at)
                on conflict do nothing;
            insert into campaign_counter (brand_id, campaign_id, used, spent)
            select brand_id, campaign_id, used, spent
              from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[]) as a(brand_id, campaign_id, used, spent)
                on conflict (brand_id, campaign_id) do update set used = excluded.used, spent = excluded.spent;
            insert into code_counter (brand_id, code_id, campaign_id, used, max_uses)
            select brand_id, code_id, 0, used, used
              from unnest(?::bigint[], ?::bigint[], ?::bigint[]) as a(brand_id, code_id, used)
                on conflict (brand_id, code_id) do update set used = excluded.used;
            insert into customer_counter (brand_id, campaign_id, customer, used, max_uses)
            select brand_id, campaign_id, customer, used, used
              from unnest(?::bigint[], ?::bigint[], ?::bytea[], ?::bigint[]) as a(brand_id, campaign_id, customer, used)
                on conflict (brand_id, campaign_id, customer) do update set used = excluded.used;
            insert into customer as c (brand_id, customer, standing)
            select brand_id, customer, standing
              from unnest(?::bigint[], ?::bytea[], ?::bigint[]) as a(brand_id, customer, standing)
                on conflict (brand_id, customer) do update set standing = c.standing + excluded.standing;
            insert into customer as c (brand_id, customer, standing)
            select brand_id, customer, -change
              from unnest(?::bigint[], ?::bytea[], ?::bigint[]) as a(brand_id, customer, change)
                on conflict (brand_id, customer) do update set standing = c.standing - excluded.standing;
            insert into event (brand_id, event_id, kind, subject_id)
            select brand_id, event_id, kind, subject_id
              from unnest(?::bigint[], ?::bigint[], ?::text[], ?::bigint[]) as a(brand_id, event_id, kind, subject_id)
            """;

    private final Connection connection;

    LaneWrites(Connection connection) {
        this.connection = connection;
    }

    /** False if another process got in first with an order or a key: the batch has to be read and decided again. */
    boolean write(LaneState state, Ids ids) throws SQLException {
        try (var statement = connection.prepareStatement(BATCH)) {
            var columns = new Columns(statement);
            orders(columns, state.newOrders);
            orders(columns, state.grownOrders);
            redemptions(columns, state.made);
            reversals(columns, state.reversed);
            counters(columns, state);
            standing(columns, state, true);
            standing(columns, state, false);
            events(columns, state, ids);
            statement.execute();
            return counts(statement, 0) == state.newOrders.size()
                    && counts(statement, 1) == state.grownOrders.size()
                    && counts(statement, 1) == state.made.size()
                    && counts(statement, 1) == state.reversed.size();
        }
    }

    private static void orders(Columns columns, Map<BrandHash, Situation.OrderState> orders) throws SQLException {
        columns.longs(orders.keySet(), order -> order.brand().value())
                .hashes(orders.keySet(), BrandHash::hash)
                .texts(
                        orders.values(),
                        order -> Columns.literal(
                                order.campaigns().stream().map(String::valueOf).toList()))
                .booleans(orders.values(), Situation.OrderState::combinable)
                .booleans(orders.values(), Situation.OrderState::credited);
    }

    private static void redemptions(Columns columns, List<Redemption> made) throws SQLException {
        columns.longs(made, one -> one.brand().value())
                .longs(made, one -> one.id().value())
                .longs(made, one -> one.campaign().value())
                .longs(made, one -> one.codeId().value())
                .longs(
                        made,
                        one -> one.ambassador() == null ? 0 : one.ambassador().value())
                .texts(made, Redemption::campaignName)
                .texts(made, Redemption::ambassadorName)
                .hashes(made, one -> key(one.key()))
                .hashes(made, one -> request(one.key()))
                .hashes(made, Redemption::orderHash)
                .texts(made, Redemption::orderReference)
                .texts(made, LaneWrites::customers)
                .longs(made, Redemption::amount)
                .longs(made, Redemption::shipping)
                .longs(made, Redemption::discount)
                .booleans(made, Redemption::onShipping)
                .texts(made, Redemption::currency)
                .times(made, Redemption::placedAt)
                .times(made, Redemption::redeemedAt)
                .booleans(made, Redemption::firstOrder)
                .texts(made, Redemption::region)
                .texts(made, Redemption::ageBand)
                .texts(made, one -> Columns.literal(one.tags()))
                .texts(made, one -> one.lines().isEmpty() ? null : Json.text(one.lines()));
    }

    private static void reversals(Columns columns, List<Reversal> reversed) throws SQLException {
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

    private static void counters(Columns columns, LaneState state) throws SQLException {
        var campaigns = changed(state.campaignCounters);
        var codes = changed(state.codeCounters);
        var turns = changed(state.customerCounters);
        columns.longs(campaigns, entry -> entry.getValue().brand.value())
                .longs(campaigns, Map.Entry::getKey)
                .longs(campaigns, entry -> entry.getValue().used)
                .longs(campaigns, entry -> entry.getValue().spent)
                .longs(codes, entry -> entry.getValue().brand.value())
                .longs(codes, Map.Entry::getKey)
                .longs(codes, entry -> entry.getValue().used)
                .longs(turns, entry -> entry.getValue().brand.value())
                .longs(turns, entry -> entry.getKey().campaign())
                .hashes(turns, entry -> entry.getKey().customer())
                .longs(turns, entry -> entry.getValue().used);
    }

    /** Increases may make a row, decreases never do: so each is a statement of its own. */
    private static void standing(Columns columns, LaneState state, boolean increases) throws SQLException {
        var changes = state.standingChange.entrySet().stream()
                .filter(change -> increases ? change.getValue() > 0 : change.getValue() < 0)
                .toList();
        columns.longs(changes, change -> change.getKey().brand().value())
                .hashes(changes, change -> change.getKey().hash())
                .longs(changes, Map.Entry::getValue);
    }

    private static void events(Columns columns, LaneState state, Ids ids) throws SQLException {
        record Event(long brand, String kind, long subject) {}
        var events = Stream.concat(
                        state.made.stream()
                                .map(one -> new Event(
                                        one.brand().value(),
                                        "redeemed",
                                        one.id().value())),
                        state.reversed.stream()
                                .map(one -> new Event(
                                        one.brand().value(),
                                        "reversed",
                                        one.id().value())))
                .toList();
        columns.longs(events, Event::brand)
                .longs(events, _ -> ids.next())
                .texts(events, Event::kind)
                .longs(events, Event::subject);
    }

    private static <K> List<Map.Entry<K, Counter>> changed(Map<K, Counter> counters) {
        var changed = new ArrayList<Map.Entry<K, Counter>>();
        for (var entry : counters.entrySet()) {
            if (entry.getValue().changed) {
                changed.add(entry);
            }
        }
        return changed;
    }

    private static @Nullable KeyedHash key(@Nullable RequestKey key) {
        return key == null ? null : key.key();
    }

    private static @Nullable KeyedHash request(@Nullable RequestKey key) {
        return key == null ? null : key.request();
    }

    private static String customers(Redemption redemption) {
        return Columns.literal(redemption.customers().stream()
                .map(customer -> "\\x" + HexFormat.of().formatHex(customer.bytes()))
                .toList());
    }

    /** The row count of the statement so many further on. */
    private static int counts(PreparedStatement statement, int further) throws SQLException {
        for (int i = 0; i < further; i++) {
            statement.getMoreResults();
        }
        return statement.getUpdateCount();
    }
}
