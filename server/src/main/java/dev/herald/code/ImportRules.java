package dev.herald.code;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.platform.CsvFile;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what the rows of an imported file say. Pure. */
final class ImportRules {

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    /** A date of which nobody can doubt which number is the month. */
    private static final List<DateTimeFormatter> DATES =
            List.of(strict("uuuu-MM-dd"), strict("uuuu/MM/dd"), strict("dd.MM.uuuu"));

    private static final int LONGEST_TIME = 40;

    /** A row of the file as it was understood. */
    sealed interface Understood {

        /** @param expiresAt absent if the code never expires */
        record Wanted(
                CsvFile.Row row,
                CodeText text,
                @Nullable AmbassadorId owner,
                @Nullable Instant expiresAt) implements Understood {}

        /** @param detail a sentence that says why */
        record Refused(CsvFile.Row row, String detail) implements Understood {}
    }

    /** What the whole file has in common: its columns, whom its ambassadors' names mean, and where its days end. */
    record Context(int width, ImportColumns columns, Map<String, AmbassadorId> ambassadors, ZoneId zone) {

        Context {
            ambassadors = Map.copyOf(ambassadors);
        }
    }

    private ImportRules() {}

    static Understood understand(CsvFile.Row row, Context file) {
        if (CsvFile.isTooWide(row, file.width())) {
            return new Understood.Refused(row, CsvFile.TOO_WIDE);
        }
        var text = CodeText.typed(row.cell(file.columns().code()));
        if (text.isEmpty()) {
            return new Understood.Refused(
                    row, "Not a code: a code has 3 to 32 letters or digits; blanks and hyphens do not count.");
        }
        var owner = owner(row, file);
        if (owner.isEmpty() && !cell(row, file.columns().ambassador()).isEmpty()) {
            return new Understood.Refused(
                    row, "The ambassador is not known: write the id, the e-mail address or the handle of exactly one.");
        }
        var expires = cell(row, file.columns().expires());
        var expiresAt = time(expires, file.zone());
        if (expiresAt.isEmpty() && !expires.isEmpty()) {
            return new Understood.Refused(
                    row, "Not a time: write a date such as 2026-12-31, or a time such as 2026-12-31T18:00:00Z.");
        }
        return new Understood.Wanted(row, text.get(), owner.orElse(null), expiresAt.orElse(null));
    }

    /** A time with its offset, or the end of a day; empty if the text is neither. */
    static Optional<Instant> time(String text, ZoneId zone) {
        if (text.isEmpty() || text.length() > LONGEST_TIME) {
            return Optional.empty();
        }
        return endOfDay(text, zone)
                .or(() -> moment(text))
                .filter(time -> !time.isBefore(EARLIEST) && time.isBefore(LATEST))
                .map(time -> time.truncatedTo(ChronoUnit.MICROS));
    }

    private static Optional<AmbassadorId> owner(CsvFile.Row row, Context file) {
        return Optional.ofNullable(
                file.ambassadors().get(cell(row, file.columns().ambassador())));
    }

    private static String cell(CsvFile.Row row, int column) {
        return column == ImportColumns.ABSENT ? "" : row.cell(column);
    }

    private static Optional<Instant> endOfDay(String text, ZoneId zone) {
        for (var format : DATES) {
            try {
                return Optional.of(LocalDate.parse(text, format)
                        .plusDays(1)
                        .atStartOfDay(zone)
                        .toInstant());
            } catch (DateTimeException e) {
                // The next format may fit.
            }
        }
        return Optional.empty();
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }
}
