package dev.herald.platform;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps PostgreSQL's idea of how large tables are from lagging behind a table that grows by thousands of rows a second.
 * Without it, until the server's own autovacuum comes by, a look-up by a key is planned for the handful of rows that
 * there were, and reads all rows of a brand.
 */
public final class TableStatistics implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TableStatistics.class);
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final Database db;
    private final Thread thread;

    public TableStatistics(Database db) {
        this.db = db;
        this.thread = Thread.ofVirtual().name("table-statistics").start(this::run);
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(PAUSE);
                try {
                    refresh(db);
                } catch (RuntimeException | SQLException e) {
                    LOG.debug("Statistics stay as they are: {}", e.getMessage());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Has the tables analysed that have outgrown what is known of them; tells which. */
    static List<String> refresh(Database db) throws SQLException {
        var outgrown =
                db.withoutBrand(tx -> tx.createQuery("""
                        select s.relid::regclass::text
                          from pg_stat_user_tables s
                          join pg_class c on c.oid = s.relid
                         where s.n_live_tup > 200
                           and s.n_live_tup > 4 * greatest(c.reltuples, 0)
                         order by 1
                        """).mapTo(String.class).list());
        if (!outgrown.isEmpty()) {
            try (var owner = db.ownerConnection();
                    var statement = owner.createStatement()) {
                statement.execute("set lock_timeout = '1s'");
                for (var table : outgrown) {
                    statement.execute("analyze " + table);
                }
            }
        }
        return outgrown;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
