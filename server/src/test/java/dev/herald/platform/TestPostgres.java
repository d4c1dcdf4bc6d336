package dev.herald.platform;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.logging.Logger;

/**
 * The PostgreSQL that all tests of one run share. Each test asks for a database of its own, which costs some
 * milliseconds and is never given to another.
 */
public final class TestPostgres {

    private static final int MOST_RUNS_AT_ONCE = 20;
    private static final Logger LOG = Logger.getLogger(TestPostgres.class.getName());
    private static final Set<String> TEMPLATES = new HashSet<>();
    private static final AtomicInteger MADE = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private TestPostgres() {}

    /** The address of a new, empty database; its user and password are those of {@link #server()}. */
    public static String emptyDatabase() {
        return create("template0");
    }

    /**
     * The address of a new copy of a template, for example of a migrated database. The first caller in a run makes the
     * template: {@code fill} gets its address and must leave no connection open.
     */
    public static synchronized String copyOf(String template, Consumer<String> fill) {
        if (TEMPLATES.add(template)) {
            run("create database " + template);
            fill.accept(EmbeddedPostgres.jdbcUrl(SERVER.port(), template));
        }
        return create(template);
    }

    public static EmbeddedPostgres server() {
        return SERVER;
    }

    /** A connection of the superuser. */
    public static Connection connect(String jdbcUrl) throws SQLException {
        return DriverManager.getConnection(jdbcUrl, SERVER.user(), SERVER.password());
    }

    private static String create(String template) {
        var name = "test_" + MADE.incrementAndGet();
        run("create database " + name + " template " + template);
        return EmbeddedPostgres.jdbcUrl(SERVER.port(), name);
    }

    private static void run(String sql) {
        try (var connection = connect(SERVER.jdbcUrl());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The data folder is kept for the next run, because making one takes two seconds; its databases are not. */
    private static EmbeddedPostgres start() {
        var server = firstFree();
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        try (var connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                var statement = connection.createStatement()) {
            for (var name : leftOver(connection)) {
                statement.execute("drop database " + name + " with (force)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The test database server cannot be tidied up", e);
        }
        return server;
    }

    /** Two runs at once, for example one in an IDE, use two folders. */
    private static EmbeddedPostgres firstFree() {
        for (var run = 1; ; run++) {
            try {
                return EmbeddedPostgres.start(Path.of("target", "test-postgres", "run-" + run), LOG::info);
            } catch (LaunchFailure e) {
                if (run == MOST_RUNS_AT_ONCE || !e.line().contains("in use")) {
                    throw e;
                }
            }
        }
    }

    private static List<String> leftOver(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("""
                        select datname
                          from pg_database
                         where not datistemplate
                           and datname not in ('postgres', 'herald')
                        """);
                var rows = statement.executeQuery()) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }
}
