package dev.herald.bench;

import dev.herald.platform.DatabaseAddress;
import dev.herald.platform.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;

/** An empty database on Herald's own PostgreSQL, with all that makes it durable, gone after the run. */
final class BenchDatabase implements AutoCloseable {

    private static final String NAME = "bench";
    private static final String COMPLETE = "complete";

    private final EmbeddedPostgres server;

    private BenchDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    static BenchDatabase start(Path folder, Consumer<String> say) throws SQLException {
        var database = new BenchDatabase(EmbeddedPostgres.start(folder, say));
        database.drop();
        database.run("create database " + NAME);
        return database;
    }

    DatabaseAddress address() {
        return address(NAME);
    }

    private DatabaseAddress address(String name) {
        var address = server.address();
        var url = address.url().replaceFirst("[^/]+$", name);
        return new DatabaseAddress(url, address.user(), address.password());
    }

    /** Another empty database on the same server; it stays there until it is asked for again. */
    DatabaseAddress empty(String name) throws SQLException {
        run("drop database if exists " + name + " with (force)");
        run("create database " + name);
        return address(name);
    }

    /** What an earlier run has left under a name and said to {@link #keep}. */
    Optional<DatabaseAddress> kept(String name) throws SQLException {
        try (var connection = connect(server.address())) {
            var found = Books.number(connection, """
                    select count(*)
                      from pg_database
                     where datname = '%s' and shobj_description(oid, 'pg_database') = '%s'
                    """.formatted(name, COMPLETE));
            return found == 0 ? Optional.empty() : Optional.of(address(name));
        }
    }

    /** Says that a database is complete, so that another run may use it. */
    void keep(String name) throws SQLException {
        run("comment on database " + name + " is '" + COMPLETE + "'");
    }

    /** A connection as the owner of everything, whom row-level security does not hold. */
    Connection connect() throws SQLException {
        return connect(address());
    }

    private void drop() throws SQLException {
        run("drop database if exists " + NAME + " with (force)");
    }

    private void run(String sql) throws SQLException {
        try (var connection = connect(server.address());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }

    @Override
    public void close() throws SQLException {
        try {
            drop();
        } finally {
            server.close();
        }
    }
}
