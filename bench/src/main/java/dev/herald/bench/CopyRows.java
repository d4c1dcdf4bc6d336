package dev.herald.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Writes rows into a table by COPY, the fastest way there is. Needs a role that row-level security does not hold. */
final class CopyRows implements AutoCloseable {

    private static final int CHUNK = 1 << 16;

    private final CopyIn copy;
    private final StringBuilder text = new StringBuilder(2 * CHUNK);

    CopyRows(Connection connection, String table, String columns) throws SQLException {
        var manager = connection.unwrap(PGConnection.class).getCopyAPI();
        copy = manager.copyIn("copy " + table + " (" + columns + ") from stdin");
    }

    /** Adds a row: numbers, texts, times, booleans, bytes, lists of texts or bytes, or nothing. */
    void add(@Nullable Object... fields) throws SQLException {
        for (int i = 0; i < fields.length; i++) {
            text.append(i == 0 ? "" : "\t").append(escaped(fields[i]));
        }
        text.append('\n');
        if (text.length() >= CHUNK) {
            flush();
        }
    }

    @Override
    public void close() throws SQLException {
        flush();
        copy.endCopy();
    }

    private void flush() throws SQLException {
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
    }

    static String escaped(@Nullable Object field) {
        return field == null
                ? "\\N"
                : literal(field)
                        .replace("\\", "\\\\")
                        .replace("\t", "\\t")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r");
    }

    private static String literal(Object field) {
        return switch (field) {
            case byte[] bytes -> "\\x" + HexFormat.of().formatHex(bytes);
            case List<?> list ->
                list.stream()
                        .map(one -> '"' + literal(one).replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                        .collect(Collectors.joining(",", "{", "}"));
            default -> field.toString();
        };
    }
}
