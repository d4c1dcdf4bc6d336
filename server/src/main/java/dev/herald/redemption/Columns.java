package dev.herald.redemption;

import dev.herald.access.BrandId;
import dev.herald.access.KeyedHash;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
        var values = new long[rows.size()];
        var i = 0;
        for (var row : rows) {
            values[i++] = column.applyAsLong(row);
        }
        statement.setObject(++parameter, values);
        return this;
    }

    /** Two columns: brands and ids. */
    Columns ids(Map<Long, BrandId> brands) throws SQLException {
        return longs(brands.values(), BrandId::value).longs(brands.keySet(), id -> id);
    }

    /** Two columns: brands and hashes. */
    Columns brandHashes(Collection<BrandHash> hashes) throws SQLException {
        return longs(hashes, hash -> hash.brand().value()).hashes(hashes, BrandHash::hash);
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
        var values = new String[rows.size()];
        var i = 0;
        for (var row : rows) {
            values[i++] = column.apply(row);
        }
        return array("text", values);
    }

    <T> Columns booleans(Collection<T> rows, Predicate<T> column) throws SQLException {
        var values = new Boolean[rows.size()];
        var i = 0;
        for (var row : rows) {
            values[i++] = column.test(row);
        }
        return array("bool", values);
    }

    /** Times as microseconds since 1970, because arrays of numbers bind without being written out. */
    <T> Columns times(Collection<T> rows, Function<T, Instant> column) throws SQLException {
        return longs(rows, row -> micros(column.apply(row)));
    }

    static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    private Columns array(String type, Object[] values) throws SQLException {
        Array array = connection.createArrayOf(type, values);
        statement.setArray(++parameter, array);
        return this;
    }

    /** A PostgreSQL array as text, for a column whose every value is an array. */
    static String literal(List<String> items) {
        return items.isEmpty()
                ? "{}"
                : items.stream()
                        .map(item -> '"' + item.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                        .collect(Collectors.joining(",", "{", "}"));
    }

    /** The same of numbers. */
    static String numbers(Collection<Long> items) {
        return items.size() == 1
                ? "{" + items.iterator().next() + "}"
                : items.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }
}
