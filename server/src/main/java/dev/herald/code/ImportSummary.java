package dev.herald.code;

import dev.herald.platform.CsvFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became, or would become, of the rows of an imported file.
 *
 * @param imported the accepted rows: {@code separated} and {@code notSeparated} together
 * @param errors the first of the refused rows
 * @param columns the headings that were read
 */
record ImportSummary(
        boolean dryRun,
        int rows,
        int imported,
        int separated,
        int notSeparated,
        int refused,
        List<Fault> errors,
        Columns columns) {

    private static final int MOST_ERRORS = 1_000;
    private static final int LONGEST_CODE = 100;

    /** A refused row: where, which code, and why. */
    record Fault(long line, String code, String detail) {}

    /** The headings of the columns; those that are not there are absent. */
    record Columns(
            String code,
            @Nullable String ambassador,
            @Nullable String expires) {

        static Columns of(CsvFile file, ImportColumns columns) {
            return new Columns(
                    file.header().get(columns.code()),
                    heading(file, columns.ambassador()),
                    heading(file, columns.expires()));
        }

        private static @Nullable String heading(CsvFile file, int column) {
            return column == ImportColumns.ABSENT ? null : file.header().get(column);
        }
    }

    ImportSummary {
        errors = List.copyOf(errors);
    }

    /** An outcome with the rows themselves. */
    record Full(
            CsvFile file,
            ImportColumns columns,
            boolean dryRun,
            Counts counts,
            List<ImportRules.Understood.Refused> refused) {

        Full {
            refused = List.copyOf(refused);
        }

        ImportSummary summary() {
            return new ImportSummary(
                    dryRun,
                    file.rows().size(),
                    counts.separated() + counts.notSeparated(),
                    counts.separated(),
                    counts.notSeparated(),
                    refused.size(),
                    refused.stream().limit(MOST_ERRORS).map(this::fault).toList(),
                    Columns.of(file, columns));
        }

        /** The refused rows as they came, with the reason in a column more. */
        byte[] refusedRows() {
            return file.withErrors(refused.stream()
                    .map(one -> new CsvFile.Refused(one.row(), one.detail()))
                    .toList());
        }

        private Fault fault(ImportRules.Understood.Refused one) {
            var code = one.row().cell(columns.code());
            return new Fault(
                    one.row().line(),
                    code.length() <= LONGEST_CODE ? code : code.substring(0, LONGEST_CODE) + "…",
                    one.detail());
        }
    }

    /** How many rows were accepted. */
    record Counts(int separated, int notSeparated) {}
}
