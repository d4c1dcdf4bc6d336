package dev.herald.platform;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A form with files as browsers send it (RFC 7578, multipart/form-data). Strict: anything that no browser writes is
 * refused with 400, and what is read is bounded by the body that is already in memory.
 */
public record Multipart(List<Part> parts) {

    /**
     * A field or a file of the form.
     *
     * @param fileName as the sender's machine calls it, for showing only; absent for a field, "" for no file chosen
     */
    public record Part(String name, @Nullable String fileName, byte[] content) {

        public String text() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    private static final int MOST_PARTS = 100;
    private static final int LONGEST_HEADERS = 4_000;
    private static final byte[] LINE = {'\r', '\n'};
    private static final byte[] BLANK_LINE = {'\r', '\n', '\r', '\n'};

    /** The characters that RFC 2046 allows, in or without quotes. */
    private static final Pattern TYPE = Pattern.compile(
            "(?i)multipart/form-data *;(?: *charset=[\\w-]+ *;)? *boundary=(?:\"([\\w'()+,./:=? -]{1,70})\"|([\\w'+./-]{1,70})) *");

    private static final Pattern DISPOSITION = Pattern.compile(
            "(?i)content-disposition: *form-data; *name=\"([^\"]{1,200})\"(?:; *filename=\"([^\"]*)\")?(?:; *filename\\*=[^;]*)?");

    public Multipart {
        parts = List.copyOf(parts);
    }

    /** Reads a body of the given Content-Type. */
    public static Multipart read(String contentType, byte[] body) {
        var type = TYPE.matcher(contentType);
        if (!type.matches()) {
            throw refused();
        }
        var boundary = type.group(1) == null ? type.group(2) : type.group(1);
        return new Multipart(new Reading(body, boundary).parts());
    }

    /** The text of a field without a file, or "". */
    public String value(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name) && part.fileName() == null)
                .findFirst()
                .map(Part::text)
                .orElse("");
    }

    /** A file that was chosen; empty if none was. */
    public Optional<Part> file(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name) && part.fileName() != null)
                .filter(part -> !"".equals(part.fileName()) || part.content().length > 0)
                .findFirst();
    }

    private static RequestRefused refused() {
        return new RequestRefused(
                400,
                "malformed_form",
                "The form did not arrive as browsers send it. Load the page again and try anew.");
    }

    /** Goes through the body once, from delimiter to delimiter. */
    private static final class Reading {

        private final byte[] body;
        private final byte[] delimiter;
        private final List<Part> parts = new ArrayList<>();
        private int at;

        Reading(byte[] body, String boundary) {
            this.body = body;
            this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.US_ASCII);
        }

        List<Part> parts() {
            // The first delimiter has no line before it that it could end.
            expect(Arrays.copyOfRange(delimiter, LINE.length, delimiter.length));
            while (!follows(new byte[] {'-', '-'})) {
                expect(LINE);
                if (parts.size() == MOST_PARTS) {
                    throw refused();
                }
                parts.add(part());
            }
            at += 2;
            if (at != body.length && !(follows(LINE) && at + LINE.length == body.length)) {
                throw refused();
            }
            return parts;
        }

        private Part part() {
            var headersEnd = find(BLANK_LINE, Math.min(body.length, at + LONGEST_HEADERS));
            var headers = new String(body, at, headersEnd - at, StandardCharsets.UTF_8);
            at = headersEnd + BLANK_LINE.length;
            var end = find(delimiter, body.length);
            var content = Arrays.copyOfRange(body, at, end);
            at = end + delimiter.length;
            return part(headers, content);
        }

        private static Part part(String headers, byte[] content) {
            var disposition = headers.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-disposition:"))
                    .toList();
            if (disposition.size() != 1) {
                throw refused();
            }
            var read = DISPOSITION.matcher(disposition.getFirst().strip());
            if (!read.matches()) {
                throw refused();
            }
            return new Part(unescaped(read.group(1)), read.group(2) == null ? null : baseName(read.group(2)), content);
        }

        private void expect(byte[] wanted) {
            if (!follows(wanted)) {
                throw refused();
            }
            at += wanted.length;
        }

        private boolean follows(byte[] wanted) {
            return at + wanted.length <= body.length
                    && Arrays.equals(body, at, at + wanted.length, wanted, 0, wanted.length);
        }

        private int find(byte[] wanted, int before) {
            for (var i = at; i + wanted.length <= before; i++) {
                if (body[i] == wanted[0] && Arrays.equals(body, i, i + wanted.length, wanted, 0, wanted.length)) {
                    return i;
                }
            }
            throw refused();
        }

        /** Browsers write quotes and line ends within names as %22, %0D and %0A. */
        private static String unescaped(String name) {
            return name.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n");
        }

        /** Some send the whole path, which is nobody's business. */
        private static String baseName(String fileName) {
            var name = unescaped(fileName);
            return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        }
    }
}
