package dev.herald.platform;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A CSV file that somebody sent, read whatever program has written it: comma, semicolon or tab between the cells, UTF-8 or
 * Windows-1252, any line ends, blank lines between the rows.
 *
 * @param oldEncoding whether it was no UTF-8 and was read as Windows-1252
 * @param header the cells of the first row that is not blank
 */
public record CsvFile(char delimiter, boolean oldEncoding, List<String> header, List<Row> rows) {

    /** A row that was not accepted, and a sentence that says why. */
    public record Refused(Row row, String detail) {}

    /**
     * A row that is not blank.
     *
     * @param line where it begins, counted from 1
     */
    public record Row(long line, List<String> cells) {

        public Row {
            cells = List.copyOf(cells);
        }

        /** The text of a column; a row may be short of cells. */
        public String cell(int column) {
            return column < cells.size() ? Csv.unguarded(cells.get(column).strip()) : "";
        }

        private boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    private static final Charset OLD_EXCEL = Charset.forName("windows-1252");
    private static final String DELIMITERS = ",;\t";
    private static final char QUOTE = '"';

    /** Excel writes its delimiter into a line of its own before the header. */
    private static final Pattern NAMED_DELIMITER = Pattern.compile("sep=([,;\t])\r?\n");

    private static final Pattern LINE = Pattern.compile("line (\\d+)");

    public CsvFile {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /** Reads a file, or refuses it with 422 and the line that is wrong. */
    public static CsvFile read(byte[] bytes, int mostRows) {
        var utf8 = utf8(bytes);
        var text = utf8.map(CsvFile::withoutMark).orElseGet(() -> new String(bytes, OLD_EXCEL));
        var named = NAMED_DELIMITER.matcher(text);
        var namesDelimiter = named.lookingAt();
        var delimiter = namesDelimiter ? named.group(1).charAt(0) : delimiter(text);
        // A blank line instead, so that the others keep their numbers.
        var rows = rows(namesDelimiter ? "\n" + text.substring(named.end()) : text, delimiter, mostRows);
        if (rows.isEmpty()) {
            throw refused("The file is empty. Send a header, and a row for each thing you want to bring in.");
        }
        var header = rows.getFirst().cells().stream().map(String::strip).toList();
        return new CsvFile(delimiter, utf8.isEmpty(), header, rows.subList(1, rows.size()));
    }

    /** Some of the rows as they came, with the reason in a column more. */
    public byte[] withErrors(List<Refused> refused) {
        var out = new ByteArrayOutputStream();
        try (var csv = new Csv(out, delimiter)) {
            csv.row(widened(header, "error"));
            refused.forEach(one -> csv.row(widened(one.row().cells(), one.detail())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private List<String> widened(List<String> cells, String last) {
        var all = new ArrayList<>(cells);
        while (all.size() < header.size()) {
            all.add("");
        }
        all.add(last);
        return all;
    }

    /** Whether a row has something in a cell beyond the header: most often a delimiter without quotes around it. */
    public static boolean isTooWide(Row row, int width) {
        return row.cells().stream().skip(width).anyMatch(cell -> !cell.isBlank());
    }

    /** What to say of such a row. */
    public static final String TOO_WIDE =
            "The row has more cells than the header. Put cells that contain the delimiter into quotes.";

    /** A file that cannot be read, with what is wrong. */
    public static RequestRefused refused(String detail) {
        return new RequestRefused(422, "invalid_csv", detail);
    }

    private static List<Row> rows(String text, char delimiter, int mostRows) {
        var rows = new ArrayList<Row>();
        try (var reader = reader(text, delimiter)) {
            for (var found : reader) {
                var row = new Row(found.getStartingLineNumber(), found.getFields());
                if (row.isBlank()) {
                    continue;
                }
                if (rows.size() > mostRows) {
                    throw refused("Line %,d: the file has more than %,d rows. Send it in parts."
                            .formatted(row.line(), mostRows));
                }
                rows.add(row);
            }
        } catch (CsvParseException e) {
            throw refused(fault(e, rows));
        } catch (IOException e) {
            throw new IllegalStateException("Reading a text needs no device", e);
        }
        return rows;
    }

    private static CsvReader<CsvRecord> reader(String text, char delimiter) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .quoteCharacter(QUOTE)
                .commentStrategy(CommentStrategy.NONE)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text);
    }

    private static String fault(CsvParseException e, List<Row> before) {
        var line = LINE.matcher(String.valueOf(e.getMessage()));
        var at = line.find()
                ? line.group(1)
                : String.valueOf(before.isEmpty() ? 1 : before.getLast().line() + 1);
        return "Line " + at + " is no CSV: a quote is not closed, text follows a closing quote, or a cell is too long.";
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Whichever is most frequent in the first line that is not blank, outside of quotes; a comma if none is. */
    private static char delimiter(String text) {
        var counts = new int[DELIMITERS.length()];
        var quoted = false;
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (letter == QUOTE) {
                quoted = !quoted;
            } else if (!quoted && DELIMITERS.indexOf(letter) >= 0) {
                counts[DELIMITERS.indexOf(letter)]++;
            } else if (!quoted
                    && (letter == '\n' || letter == '\r')
                    && !text.substring(0, i).isBlank()) {
                break;
            }
        }
        var best = 0;
        for (var i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return DELIMITERS.charAt(best);
    }
}
