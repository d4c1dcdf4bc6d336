package dev.herald.redemption;

import dev.herald.access.KeyedHash;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Binds the columns of many rows, one array a column, to a statement that unnests them; parameters go in order. */
final class Columns {

    private final Connection connection;
    private final PreparedStatement statement;
    private int parameter;

    Columns(PreparedStatement statement) throws SQLException {
        this.statement = statement;
        this.connection = statement.getConnection();
    }

    Columns text(String text) throws SQLException {
        statement.setString(++parameter, text);
        return this;
    }

    <T> Columns longs(Collection<T> rows, ToLongFunction<T> column) throws SQLException {
        statement.setObject(++parameter, rows.stream().mapToLong(column).toArray());
        return this;
    }

    <T> Columns hashes(Collection<T> rows, Function<T, @Nullable KeyedHash> column) throws SQLException {
        var hashes = new byte[rows.size()][];
        var i = 0;
        for (var row : rows) {
            var hash = column.apply(row);
            if (hash != null) {
                hashes[i] = hash.bytes();
            }
            i++;
        }
        return array("bytea", hashes);
    }

    <T> Columns texts(Collection<T> rows, Function<T, @Nullable String> column) throws SQLException {
        return array("text", rows.stream().map(column).toArray(String[]::new));
    }

    <T> Columns booleans(Collection<T> rows, Predicate<T> column) throws SQLException {
        return array("bool", rows.stream().map(column::test).toArray(Boolean[]::new));
    }

    /** Times as microseconds since 1970, because arrays of numbers bind without being written out. */
    <T> Columns times(Collection<T> rows, Function<T, Instant> column) throws SQLException {
        return longs(rows, row -> ChronoUnit.MICROS.between(Instant.EPOCH, column.apply(row)));
    }

    private Columns array(String type, Object[] values) throws SQLException {
        Array array = connection.createArrayOf(type, values);
        statement.setArray(++parameter, array);
        return this;
    }

    /** A PostgreSQL array as text, for a column whose every value is an array. */
    static String literal(List<String> items) {
        return items.stream()
                .map(item -> '"' + item.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }
}
