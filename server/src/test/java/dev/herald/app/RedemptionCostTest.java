package dev.herald.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.access.Access;
import dev.herald.access.Brand;
import dev.herald.campaign.Campaigns;
import dev.herald.code.Codes;
import dev.herald.platform.Database;
import dev.herald.platform.DatabaseAddress;
import dev.herald.platform.NodeLease;
import dev.herald.platform.TestPostgres;
import dev.herald.redemption.Buyer;
import dev.herald.redemption.Order;
import dev.herald.redemption.Outcome;
import dev.herald.redemption.Redemptions;
import dev.herald.redemption.RequestKey;
import dev.herald.share.Links;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * A redemption costs the same however many there are, also in the first minute of an installation: until PostgreSQL
 * counts the rows again, a lane lives with plans that were made when the tables were empty.
 */
class RedemptionCostTest {

    private static final int REDEMPTIONS = 2_000;
    private static final int AT_ONCE = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(20);

    /** A lane that went through its brand's rows for each batch would read forty and more. */
    private static final long MOST_ROWS_EACH = 10;

    @Test
    void the_rows_read_for_a_redemption_do_not_grow_with_those_that_are_there() throws SQLException {
        var database = database();
        try (var owner = TestPostgres.connect(database)) {
            awaitNobodyElse(owner);
            assertThat(rowsRead(owner))
                    .containsKeys("redemption", "redeemed_order", "customer", "customer_counter", "campaign_counter")
                    .allSatisfy((table, rows) -> assertThat(rows / REDEMPTIONS)
                            .as("rows of " + table + " read for each redemption")
                            .isLessThanOrEqualTo(MOST_ROWS_EACH));
        }
    }

    /** A database in which all was redeemed by lanes alone, with tables that were known to be empty at the start. */
    private static DatabaseAddress database() throws SQLException {
        try (var herald = new TestHerald()) {
            herald.runningCampaign(
                    Map.of("blanket_code", "COST20", "limits", Map.of("per_customer", 1, "per_campaign", REDEMPTIONS)));
            try (var owner = TestPostgres.connect(herald.database);
                    var statement = owner.createStatement()) {
                statement.execute("analyze");
                statement.execute("select pg_stat_reset()");
            }
            try (var db = Database.open(herald.database, 4);
                    var lease = NodeLease.take(db);
                    var codes = new Codes(db, InstantSource.system());
                    var links = links(db, lease);
                    var redemptions = redemptions(db, lease, codes, links)) {
                redeem(redemptions, herald.brand);
            }
            return herald.database;
        }
    }

    private static Links links(Database db, NodeLease lease) {
        var clock = InstantSource.system();
        return new Links(db, lease.ids(), clock, new Access(db, lease.ids(), clock));
    }

    private static Redemptions redemptions(Database db, NodeLease lease, Codes codes, Links links) {
        var clock = InstantSource.system();
        var nothing = new Campaigns.Consequences(
                _ -> {
                    throw new AssertionError("No campaign is made here");
                },
                _ -> {},
                (_, wish) -> wish,
                _ -> {},
                (_, _) -> {},
                _ -> {});
        var campaigns = new Campaigns(db, lease.ids(), clock, nothing);
        return new Redemptions(db, lease.ids(), clock, new Redemptions.Sources(codes, campaigns, links), _ -> {});
    }

    private static void redeem(Redemptions redemptions, Brand brand) {
        var free = new Semaphore(AT_ONCE);
        var redeemed = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < REDEMPTIONS; i++) {
                var order = "cost-" + i;
                free.acquireUninterruptibly();
                threads.execute(() -> {
                    try {
                        if (redeemOne(redemptions, brand, order) instanceof Outcome.Redeemed) {
                            redeemed.incrementAndGet();
                        }
                    } finally {
                        free.release();
                    }
                });
            }
        }
        assertThat(redeemed).hasValue(REDEMPTIONS);
    }

    private static Outcome redeemOne(Redemptions redemptions, Brand brand, String order) {
        var secret = brand.secret();
        return redemptions.redeem(
                brand,
                "COST20",
                new Buyer(List.of(secret.hash("customer id", order)), null, null, List.of()),
                new Order(order, 2_000, "USD", 0, null, null, List.of()),
                new RequestKey(secret.hash("key", order), secret.hash("request", order)));
    }

    /** A connection tells what it has read when it ends. */
    private static void awaitNobodyElse(Connection owner) throws SQLException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (number(owner, "select count(*) from pg_stat_activity where datname = current_database()") > 1) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private static Map<String, Long> rowsRead(Connection owner) throws SQLException {
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery("""
                        select t.relname, t.seq_tup_read + sum(i.idx_tup_read)
                          from pg_stat_user_tables t
                          join pg_stat_user_indexes i using (relid)
                         group by t.relname, t.seq_tup_read
                        """)) {
            var read = new HashMap<String, Long>();
            while (rows.next()) {
                read.put(rows.getString(1), rows.getLong(2));
            }
            return read;
        }
    }

    private static long number(Connection owner, String sql) throws SQLException {
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
