package dev.herald.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leases this process a node number for its ids, so that two processes on one database never make the same id.
 *
 * <p>The lease is a session-level advisory lock: it ends with the connection, also when the process is killed.
 */
public final class NodeLease implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NodeLease.class);
    private static final int LOCK_SPACE = 0x4845524C;
    private static final int CHECK_SECONDS = 2;

    private final Database db;
    private final Ids ids;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("node-lease").factory());
    private Connection connection;

    private NodeLease(Database db, Connection connection, int node) {
        this.db = db;
        this.connection = connection;
        this.ids = new Ids(node);
    }

    public static NodeLease take(Database db) {
        try {
            var connection = db.dedicatedConnection();
            var lease = new NodeLease(db, connection, number(connection));
            var _ = lease.watch.scheduleWithFixedDelay(lease::renew, CHECK_SECONDS, CHECK_SECONDS, TimeUnit.SECONDS);
            return lease;
        } catch (SQLException e) {
            throw new Unavailable("No node number could be leased: " + e.getMessage());
        }
    }

    /** Whether a process has one just now: then a Herald runs on this database. */
    public static boolean isAnyTaken(Database db) {
        return db.withoutBrand(tx -> tx.createQuery("""
                        select exists (select
                                         from pg_locks
                                        where locktype = 'advisory'
                                          and objsubid = 2
                                          and classid::bigint = :space
                                          and database = (select oid
                                                            from pg_database
                                                           where datname = current_database()))
                        """)
                .bind("space", LOCK_SPACE)
                .mapTo(Boolean.class)
                .one());
    }

    public Ids ids() {
        return ids;
    }

    private void renew() {
        try {
            if (connection.isValid(2)) {
                return;
            }
            connection.close();
            connection = db.dedicatedConnection();
            ids.renumber(number(connection));
        } catch (SQLException e) {
            LOG.warn("Node number not renewed yet: {}", e.getMessage());
        }
    }

    private static int number(Connection connection) throws SQLException {
        var first = ThreadLocalRandom.current().nextInt(Ids.NODES);
        try (var statement = connection.prepareStatement("select pg_try_advisory_lock(?, ?)")) {
            for (int i = 0; i < Ids.NODES; i++) {
                var node = (first + i) % Ids.NODES;
                statement.setInt(1, LOCK_SPACE);
                statement.setInt(2, node);
                try (var rows = statement.executeQuery()) {
                    rows.next();
                    if (rows.getBoolean(1)) {
                        return node;
                    }
                }
            }
        }
        throw new SQLException("all " + Ids.NODES + " node numbers are taken");
    }

    @Override
    public void close() {
        watch.shutdownNow();
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("Lease ended with its connection", e);
        }
    }
}
