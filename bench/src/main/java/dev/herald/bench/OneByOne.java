package dev.herald.bench;

import dev.herald.access.BrandId;
import dev.herald.platform.Database;
import dev.herald.platform.Ids;
import dev.herald.redemption.RequestKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The plain way, against which Herald is measured: one transaction for each redemption, which locks the counter,
 * inserts, updates the counter and commits. It writes the same rows as Herald, knows every code beforehand, and serves
 * callers in the order in which they came.
 */
final class OneByOne implements AutoCloseable {

    /** As many as Herald has. */
    private static final int CONNECTIONS = 16;

    /** What row-level security lets the transaction see, in the same round trip as the lock. */
    private static final String SEE = """
            select set_config('herald.brands', ?, true);
            """;

    private static final String LOCK = """
            select used, max_uses
              from campaign_counter
             where brand_id = ? and campaign_id = ?
               for update
            """;

    private static final String INSERT = """
            insert into redeemed_order (brand_id, order_hash, campaigns, redemptions, combinable, credited)
            values (?, ?, array[?::bigint], array[?::bigint], false, true);
            insert into redemption (brand_id, redemption_id, campaign_id, code_id, ambassador_id, campaign_name,
                   ambassador_name, key_hash, request_hash, order_hash, order_reference, customers, amount, shipping,
                   discount, on_shipping, currency, placed_at, turn_day, redeemed_at, first_order, credit)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, array[?::bytea], ?, 0, ?, false, 'USD', ?, current_date, ?, false, 'code');
            insert into customer as c (brand_id, customer, standing)
            values (?, ?, 1)
                on conflict (brand_id, customer) do update set standing = c.standing + 1;
            insert into event (brand_id, event_id, kind, subject_id)
            values (?, ?, 'redeemed', ?)
            """;

    private static final String COUNT = """
            update campaign_counter
               set used = used + 1, spent = spent + ?
             where brand_id = ? and campaign_id = ?
            """;

    /** A connection with its statements prepared. */
    private record Member(
            Connection connection, PreparedStatement lock, PreparedStatement insert, PreparedStatement count) {}

    private final BlockingQueue<Member> free;
    private final Ids ids;
    private final boolean manyBrands;

    OneByOne(Database db, List<BrandId> brands, Ids ids) throws SQLException {
        this.free = new ArrayBlockingQueue<>(CONNECTIONS, true);
        this.ids = ids;
        this.manyBrands = brands.size() > 1;
        for (int i = 0; i < CONNECTIONS; i++) {
            var connection = db.dedicatedConnection();
            if (!manyBrands) {
                try (var statement = connection.createStatement()) {
                    statement.execute("set herald.brands = '" + list(brands.getFirst()) + "'");
                }
            }
            connection.setAutoCommit(false);
            free.add(new Member(
                    connection,
                    connection.prepareStatement(manyBrands ? SEE + LOCK : LOCK),
                    connection.prepareStatement(INSERT),
                    connection.prepareStatement(COUNT)));
        }
    }

    private static String list(BrandId brand) {
        return "{" + brand.value() + "}";
    }

    /** False if the campaign's limit is reached. */
    boolean redeem(Ask ask) {
        return redeem(ask, ask.key());
    }

    boolean redeem(Ask ask, RequestKey key) {
        try {
            var member = free.take();
            try {
                return redeem(member, ask, key);
            } finally {
                free.add(member);
            }
        } catch (InterruptedException | SQLException e) {
            throw new IllegalStateException("A redemption failed", e);
        }
    }

    private boolean redeem(Member member, Ask ask, RequestKey key) throws SQLException {
        var brand = ask.brand().id().value();
        var code = ask.code();
        if (!isFree(member.lock(), ask.brand().id(), code.campaignId())) {
            member.connection().rollback();
            return false;
        }
        var discount = (ask.amount() * 2 + 5) / 10;
        insert(member.insert(), ask, key, discount);
        member.count().setLong(1, discount);
        member.count().setLong(2, brand);
        member.count().setLong(3, code.campaignId());
        member.count().executeUpdate();
        member.connection().commit();
        return true;
    }

    private boolean isFree(PreparedStatement lock, BrandId brand, long campaign) throws SQLException {
        var parameter = 1;
        if (manyBrands) {
            lock.setString(parameter++, list(brand));
        }
        lock.setLong(parameter++, brand.value());
        lock.setLong(parameter, campaign);
        lock.execute();
        if (manyBrands) {
            lock.getMoreResults();
        }
        try (var rows = lock.getResultSet()) {
            return rows.next() && rows.getLong(1) < rows.getLong(2);
        }
    }

    private void insert(PreparedStatement insert, Ask ask, RequestKey key, long discount) throws SQLException {
        var brand = ask.brand().id().value();
        var code = ask.code();
        var order = ask.hash("order", ask.reference()).bytes();
        var customer = ask.hash("customer id", ask.customer()).bytes();
        var redemption = ids.next();
        var now = OffsetDateTime.now(ZoneOffset.UTC);
        insert.setLong(1, brand);
        insert.setBytes(2, order);
        insert.setLong(3, code.campaignId());
        insert.setLong(4, redemption);
        insert.setLong(5, brand);
        insert.setLong(6, redemption);
        insert.setLong(7, code.campaignId());
        insert.setLong(8, code.codeId());
        insert.setLong(9, code.ambassadorId());
        insert.setString(10, code.campaignName());
        insert.setString(11, code.ambassadorName());
        insert.setBytes(12, key.key().bytes());
        insert.setBytes(13, key.request().bytes());
        insert.setBytes(14, order);
        insert.setString(15, ask.reference());
        insert.setBytes(16, customer);
        insert.setLong(17, ask.amount());
        insert.setLong(18, discount);
        insert.setObject(19, now);
        insert.setObject(20, now);
        insert.setLong(21, brand);
        insert.setBytes(22, customer);
        insert.setLong(23, brand);
        insert.setLong(24, ids.next());
        insert.setLong(25, redemption);
        insert.execute();
    }

    @Override
    public void close() throws SQLException {
        for (var member : free) {
            member.connection().close();
        }
    }
}
