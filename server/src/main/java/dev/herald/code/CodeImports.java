package dev.herald.code;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.ambassador.Ambassadors;
import dev.herald.campaign.Campaign;
import dev.herald.platform.CsvFile;
import dev.herald.platform.Database;
import dev.herald.platform.Ids;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Takes over codes that already live in a shop: all that can be had in one transaction, or none. */
public final class CodeImports {

    /** The most rows of a file. */
    static final int MOST_ROWS = 100_000;

    private final Database db;
    private final Ids ids;
    private final InstantSource clock;
    private final Ambassadors ambassadors;
    private final Codes codes;

    public CodeImports(Database db, Ids ids, InstantSource clock, Ambassadors ambassadors, Codes codes) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
        this.ambassadors = ambassadors;
        this.codes = codes;
    }

    /** @param dryRun whether to tell only what would become of the rows */
    ImportSummary.Full run(Campaign campaign, ZoneId zone, CsvFile file, ImportColumns columns, boolean dryRun) {
        var understood = understand(campaign, zone, file, columns);
        return db.inBrand(campaign.brand().value(), tx -> {
            var now = clock.instant();
            var admission = codes.books().admission(tx, campaign.brand(), now);
            var batch = new ImportBatch(campaign, admission, ids, now);
            understood.forEach(batch::add);
            if (!dryRun) {
                store(tx, batch);
            }
            return new ImportSummary.Full(file, columns, dryRun, batch.counts(), batch.refused());
        });
    }

    private List<ImportRules.Understood> understand(
            Campaign campaign, ZoneId zone, CsvFile file, ImportColumns columns) {
        Map<String, AmbassadorId> named = columns.ambassador() == ImportColumns.ABSENT
                ? Map.of()
                : ambassadors.named(
                        campaign.brand(),
                        file.rows().stream()
                                .map(row -> row.cell(columns.ambassador()))
                                .collect(Collectors.toSet()));
        var context = new ImportRules.Context(file.header().size(), columns, named, zone);
        return file.rows().stream()
                .map(row -> ImportRules.understand(row, context))
                .toList();
    }

    private static void store(Handle tx, ImportBatch batch) {
        var book = new BookStore(tx, batch.brand());
        var store = new CodeImportStore(tx, batch.brand());
        for (var part : batch.parts()) {
            if (!book.insert(part.codes(), batch.at(), null)) {
                throw new IllegalStateException("A code was taken although the codes were locked");
            }
            if (!part.ends().isEmpty()) {
                store.setEnds(part.ends());
            }
            if (!store.claimKeys(part.keys(), batch.at().minus(CodeList.KEPT_AWAY))) {
                throw new IllegalStateException("The database knows a code too close to an imported one");
            }
        }
    }
}
