package dev.herald.ambassador;

import dev.herald.platform.CsvFile;
import dev.herald.platform.Headings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what the rows of a file of ambassadors say. Pure. */
final class ImportRules {

    /** A row that can be taken. */
    record Wanted(CsvFile.Row row, TypedAmbassador typed) {

        /** Somebody who is there: what the row says is true now, what it does not say stays, and tags are added. */
        AmbassadorDraft over(AmbassadorDraft before) {
            var tags = new ArrayList<>(before.tags());
            typed.tags().stream().filter(tag -> !tags.contains(tag)).forEach(tags::add);
            var followers = typed.followers();
            return new AmbassadorDraft(
                    typed.name(),
                    typed.email() == null ? before.email() : typed.email(),
                    typed.handle() == null ? before.handle() : typed.handle(),
                    followers == null ? before.audienceSize() : followers,
                    typed.channels().isEmpty() ? before.channels() : typed.channels(),
                    tags.subList(0, Math.min(tags.size(), AmbassadorInput.MOST_LABELS)));
        }

        Optional<String> emailKey() {
            return Optional.ofNullable(typed.email()).map(ImportRules::emailKey);
        }

        Optional<String> handleKey() {
            return Optional.ofNullable(typed.handle()).map(ImportRules::handleKey);
        }
    }

    /** What became of all rows. */
    record Understood(List<Wanted> wanted, List<CsvFile.Refused> refused) {

        Understood {
            wanted = List.copyOf(wanted);
            refused = List.copyOf(refused);
        }
    }

    private ImportRules() {}

    static Understood understand(CsvFile file, ImportColumns columns) {
        var wanted = new ArrayList<Wanted>();
        var refused = new ArrayList<CsvFile.Refused>();
        var lines = new HashMap<String, Long>();
        for (var row : file.rows()) {
            var one = new Wanted(row, TypedAmbassador.read(field -> cell(row, columns.of(field))));
            var fault = CsvFile.isTooWide(row, file.header().size())
                    ? CsvFile.TOO_WIDE
                    : one.typed().fault();
            var before = fault.isEmpty() ? key(one).map(key -> lines.putIfAbsent(key, row.line())) : Optional.empty();
            if (before.isPresent()) {
                fault = "The same " + (one.emailKey().isEmpty() ? "handle" : "e-mail address") + " as in line "
                        + before.get() + ".";
            }
            if (fault.isEmpty()) {
                wanted.add(one);
            } else {
                refused.add(new CsvFile.Refused(row, fault));
            }
        }
        return new Understood(wanted, refused);
    }

    static String emailKey(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    static String handleKey(String handle) {
        return handle.replaceFirst("^[@ ]+", "").toLowerCase(Locale.ROOT);
    }

    /** What makes two rows the same person: the address, or without one the handle. */
    private static Optional<String> key(Wanted one) {
        return one.emailKey()
                .map(email -> "mail " + email)
                .or(() -> one.handleKey().map(handle -> "handle " + handle));
    }

    private static String cell(CsvFile.Row row, int column) {
        return column == Headings.ABSENT ? "" : row.cell(column);
    }
}
