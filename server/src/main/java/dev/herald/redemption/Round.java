package dev.herald.redemption;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Statements that have something to write, sent together. */
final class Round {

    interface Binder<T> {
        void bind(Columns columns, Collection<T> rows) throws SQLException;
    }

    private interface Part {
        void bind(Columns columns) throws SQLException;
    }

    private final List<String> statements = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();

    <T> void add(String statement, Collection<T> rows, Binder<T> binder) {
        if (!rows.isEmpty()) {
            statements.add(statement);
            parts.add(columns -> binder.bind(columns, rows));
        }
    }

    void execute(Connection connection) throws SQLException {
        if (statements.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(String.join(";\n", statements))) {
            var columns = new Columns(statement);
            for (var part : parts) {
                part.bind(columns);
            }
            statement.execute();
        }
    }
}
