package dev.herald.redemption;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The result sets of an executed statement that asks several questions in one round trip, in the order of asking. */
final class ResultSets {

    /** Takes in one row. */
    interface RowReader {

        void read(ResultSet row) throws SQLException;
    }

    private final Statement statement;
    private boolean begun;

    ResultSets(Statement statement) {
        this.statement = statement;
    }

    /** Reads all rows of the next result set. */
    void next(RowReader reader) throws SQLException {
        // The first one is current as soon as the statement has been executed.
        if (begun && !statement.getMoreResults()) {
            throw new SQLException("A result set is missing");
        }
        begun = true;
        try (var rows = statement.getResultSet()) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    /** Passes over result sets that nobody asks about. */
    void skip(int number) throws SQLException {
        for (int i = 0; i < number; i++) {
            next(_ -> {});
        }
    }
}
