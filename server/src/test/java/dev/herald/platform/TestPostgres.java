package dev.herald.platform;

import java.io.IOException;
import java.nio.file.Files;
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
    private static final Path FOLDER = Path.of("target", "test-postgres");
    private static final Logger LOG = Logger.getLogger(TestPostgres.class.getName());
    private static final Set<String> TEMPLATES = new HashSet<>();
    private static final AtomicInteger MADE = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private TestPostgres() {}

    /** A new database without any table. */
    public static DatabaseAddress emptyDatabase() {
        return create("template0");
    }

    /** A new database with Herald's newest schema and no brand. */
    public static DatabaseAddress migratedDatabase() {
        return copyOf("migrated", address -> Database.open(address, 1).close());
    }

    /**
     * A new copy of a template, for what is slow to fill. The first caller in a run fills the template, and must leave
     * no connection to it open.
     */
    public static synchronized DatabaseAddress copyOf(String template, Consumer<DatabaseAddress> fill) {
        if (TEMPLATES.add(template)) {
            run("create database " + template);
            fill.accept(address(template));
        }
        return create(template);
    }

    /** Lends a data folder the programs of this server: unpacking them takes longer than most tests. */
    public static Path lendPrograms(Path folder) throws IOException {
        var programs = ServerBinaries.unpackedUnder(FOLDER, LOG::info).folder();
        return Files.createSymbolicLink(folder.resolve(programs.getFileName()), programs);
    }

    /** A connection as the owner of everything. */
    public static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }

    private static DatabaseAddress create(String template) {
        var name = "test_" + MADE.incrementAndGet();
        run("create database " + name + " template " + template);
        return address(name);
    }

    private static DatabaseAddress address(String database) {
        return EmbeddedPostgres.address(
                SERVER.port(), database, new Secret(SERVER.address().password()));
    }

    private static void run(String sql) {
        try (var connection = connect(SERVER.address());
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
        try (var connection = connect(server.address());
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
                return EmbeddedPostgres.start(FOLDER.resolve("run-" + run), LOG::info);
            } catch (StartRefused e) {
                if (run == MOST_RUNS_AT_ONCE || !String.valueOf(e.getMessage()).contains("in use")) {
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
