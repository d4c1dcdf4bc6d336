package dev.herald.bench;

import dev.herald.platform.DatabaseAddress;
import dev.herald.platform.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.Consumer;

/** An empty database on Herald's own PostgreSQL, with all that makes it durable, gone after the run. */
final class BenchDatabase implements AutoCloseable {

    private static final String NAME = "bench";

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
        var address = server.address();
        var url = address.url().replaceFirst("[^/]+$", NAME);
        return new DatabaseAddress(url, address.user(), address.password());
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

    private static Connection connect(DatabaseAddress address) throws SQLException {
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
