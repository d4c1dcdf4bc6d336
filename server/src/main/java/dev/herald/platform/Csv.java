package dev.herald.platform;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes CSV (RFC 4180, UTF-8) that spreadsheets open without running anything in it. */
public final class Csv implements AutoCloseable {

    public static final String TYPE = "text/csv; charset=utf-8";

    /** What makes a spreadsheet take a cell for a formula, also after a tab or a line break. */
    private static final String FORMULA = "=+-@\t\r\n";

    private final CsvWriter writer;

    public Csv(OutputStream out, char delimiter) {
        this.writer = CsvWriter.builder()
                .fieldSeparator(delimiter)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(out, StandardCharsets.UTF_8);
    }

    /** Writes a row; an absent cell is empty. */
    public void row(List<? extends @Nullable String> cells) {
        writer.writeRecord(
                cells.stream().map(cell -> cell == null ? "" : guarded(cell)).toList());
    }

    /** With an apostrophe before what a spreadsheet would run. */
    static String guarded(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    /** Without the apostrophe of {@link #guarded}. */
    static String unguarded(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA.indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
