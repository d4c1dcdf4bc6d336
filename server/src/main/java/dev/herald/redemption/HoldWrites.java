package dev.herald.redemption;

import dev.herald.access.KeyedHash;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Writes the holds that a batch made, ended or extended. */
final class HoldWrites {

    private static final String MADE = """
            insert into reservation (brand_id, reservation_id, campaign_id, code_id, key_hash, request_hash, order_hash,
                   order_reference, customers, region, age_band, tags, amount, shipping, currency, discount, turn_day,
                   state, redemption_id, reserved_at, ttl_seconds, expires_at, corrected_from, clicks)
            select brand_id, reservation_id, campaign_id, code_id, key_hash, request_hash, order_hash,
                   order_reference, customers::bytea[], region, age_band, tags::text[], amount, shipping, currency,
                   discount, date 'epoch' + turn_day::int, state, nullif(redemption_id, 0),
                   timestamptz 'epoch' + reserved_at * interval '1 microsecond', ttl_seconds,
                   timestamptz 'epoch' + expires_at * interval '1 microsecond', corrected_from,
                   clicks::text[]
              from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bytea[], ?::bytea[], ?::bytea[],
                          ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::text[],
                          ?::bigint[], ?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
                          ?::text[], ?::text[])
                as a(brand_id, reservation_id, campaign_id, code_id, key_hash, request_hash, order_hash,
                     order_reference, customers, region, age_band, tags, amount, shipping, currency, discount,
                     turn_day, state, redemption_id, reserved_at, ttl_seconds, expires_at, corrected_from, clicks)
            """;

    private static final String OF_CUSTOMERS = """
            insert into reservation_of_customer (brand_id, campaign_id, customer, reservation_id)
            select brand_id, campaign_id, customer, reservation_id
              from unnest(?::bigint[], ?::bigint[], ?::bytea[], ?::bigint[])
                as a(brand_id, campaign_id, customer, reservation_id)
            """;

    private final Connection connection;

    HoldWrites(Connection connection) {
        this.connection = connection;
    }

    /** Ended holds first, because an order has one hold in a campaign. */
    void write(LaneHolds holds) throws SQLException {
        change(holds.changed());
        forgetCustomers(holds.changed());
        if (!holds.made().isEmpty()) {
            insert(holds.made());
            insertCustomers(holds.made());
        }
    }

    private void change(Collection<Reservation> changed) throws SQLException {
        if (changed.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement("""
                update reservation
                   set state = ?, redemption_id = nullif(?, 0),
                       expires_at = timestamptz 'epoch' + ? * interval '1 microsecond'
                 where brand_id = ? and reservation_id = ?
                """)) {
            for (var one : changed) {
                statement.setString(1, one.state().column());
                statement.setLong(2, redemption(one));
                statement.setLong(3, Columns.micros(one.expiresAt()));
                statement.setLong(4, one.brand().value());
                statement.setLong(5, one.id().value());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void forgetCustomers(Collection<Reservation> changed) throws SQLException {
        var ended = changed.stream()
                .filter(one -> one.state() != Reservation.State.HELD)
                .toList();
        if (ended.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement("""
                delete from reservation_of_customer
                 where brand_id = ? and campaign_id = ? and customer = ? and reservation_id = ?
                """)) {
            for (var one : ended) {
                for (var customer : one.buyer().identities()) {
                    statement.setLong(1, one.brand().value());
                    statement.setLong(2, one.campaign().value());
                    statement.setBytes(3, customer.bytes());
                    statement.setLong(4, one.id().value());
                    statement.addBatch();
                }
            }
            statement.executeBatch();
        }
    }

    private void insert(Collection<Reservation> made) throws SQLException {
        try (var statement = connection.prepareStatement(MADE)) {
            new Columns(statement)
                    .longs(made, one -> one.brand().value())
                    .longs(made, one -> one.id().value())
                    .longs(made, one -> one.campaign().value())
                    .longs(made, one -> one.codeId().value())
                    .hashes(made, one -> LaneWrites.key(one.key()))
                    .hashes(made, one -> LaneWrites.request(one.key()))
                    .hashes(made, Reservation::orderHash)
                    .texts(made, Reservation::orderReference)
                    .texts(made, one -> LaneWrites.hashes(one.buyer().identities()))
                    .texts(made, one -> one.buyer().region())
                    .texts(made, one -> one.buyer().ageBand())
                    .texts(made, one -> Columns.literal(one.buyer().tags()))
                    .longs(made, Reservation::amount)
                    .longs(made, Reservation::shipping)
                    .texts(made, Reservation::currency)
                    .longs(made, Reservation::discount)
                    .longs(made, one -> one.turnDay().toEpochDay())
                    .texts(made, one -> one.state().column())
                    .longs(made, HoldWrites::redemption)
                    .times(made, Reservation::reservedAt)
                    .longs(made, Reservation::ttlSeconds)
                    .times(made, Reservation::expiresAt)
                    .texts(made, Reservation::correctedFrom)
                    .texts(made, one -> one.clicks().isEmpty() ? null : Columns.literal(one.clicks()));
            statement.execute();
        }
    }

    private void insertCustomers(Collection<Reservation> made) throws SQLException {
        record OfCustomer(Reservation hold, KeyedHash customer) {}
        List<OfCustomer> rows = new ArrayList<>();
        for (var one : made) {
            if (one.state() == Reservation.State.HELD) {
                one.buyer().identities().forEach(customer -> rows.add(new OfCustomer(one, customer)));
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(OF_CUSTOMERS)) {
            new Columns(statement)
                    .longs(rows, row -> row.hold().brand().value())
                    .longs(rows, row -> row.hold().campaign().value())
                    .hashes(rows, OfCustomer::customer)
                    .longs(rows, row -> row.hold().id().value());
            statement.execute();
        }
    }

    private static long redemption(Reservation one) {
        return one.redemption() == null ? 0 : one.redemption().value();
    }
}
