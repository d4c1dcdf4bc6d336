package dev.herald.ambassador;

import dev.herald.access.BrandId;
import dev.herald.job.Job;
import dev.herald.job.Jobs;
import dev.herald.platform.CsvFile;
import dev.herald.platform.Database;
import dev.herald.platform.Ids;
import dev.herald.platform.RequestRefused;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * Takes over ambassadors from a file: kept when it is uploaded, looked at without consequence as often as wanted, and
 * committed once. Rows that cannot be taken are left out, whoever is there already is never doubled.
 */
public final class AmbassadorImports {

    /** The most rows of a file. */
    public static final int MOST_ROWS = 100_000;

    /** More rows than these are a job. */
    public static final int AT_ONCE = 1_000;

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int A_PIECE = 500;

    /** What becomes of somebody who is there already. */
    public enum Existing {
        UPDATE,
        SKIP
    }

    /**
     * What would become of a file.
     *
     * @param existing how many rows mean somebody who is there
     * @param taken the first of the rows that can be taken, as they were understood
     */
    public record Preview(
            CsvFile file,
            ImportColumns columns,
            int created,
            int existing,
            List<CsvFile.Refused> refused,
            List<AmbassadorDraft> taken) {

        public Preview {
            refused = List.copyOf(refused);
            taken = List.copyOf(taken);
        }
    }

    private final Database db;
    private final Ids ids;
    private final InstantSource clock;
    private final Jobs jobs;

    public AmbassadorImports(Database db, Ids ids, InstantSource clock, Jobs jobs) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
        this.jobs = jobs;
    }

    /** Keeps a file until the day after; one that is no CSV is refused. */
    public ImportId keep(BrandId brand, byte[] bytes) {
        CsvFile.read(bytes, MOST_ROWS);
        var id = new ImportId(ids.next());
        return db.inBrand(brand.value(), tx -> {
            var store = new ImportStore(tx, brand);
            store.deleteOlder(clock.instant().minus(KEPT));
            store.insert(id, bytes, clock.instant());
            return id;
        });
    }

    /** A file that was kept, or a 404. */
    public KeptImport get(BrandId brand, ImportId id) {
        var stored = stored(brand, id);
        var settings = stored.settings();
        return new KeptImport(
                id,
                CsvFile.read(stored.file(), MOST_ROWS),
                settings == null ? null : settings.columns(),
                stored.job(),
                stored.counts(),
                stored.endedAt());
    }

    /** What would become of a file; changes nothing. */
    public Preview preview(BrandId brand, CsvFile file, ImportColumns columns, int shown) {
        var understood = ImportRules.understand(file, columns);
        var rows = understood.wanted();
        var created = db.inBrand(brand.value(), tx -> {
            var count = 0;
            for (var from = 0; from < rows.size(); from += A_PIECE) {
                count += merged(tx, brand, piece(rows, from), Existing.SKIP, () -> new AmbassadorId(ids.next()))
                        .created()
                        .size();
            }
            return count;
        });
        return new Preview(
                file,
                columns,
                created,
                rows.size() - created,
                understood.refused(),
                rows.stream().limit(shown).map(row -> row.typed().draft()).toList());
    }

    /**
     * Takes the rows over that can be taken, at once or, if they are many, in a job, which is returned. A second time does
     * nothing.
     */
    public Optional<Job> commit(BrandId brand, ImportId id, ImportColumns columns, Existing existing) {
        var file = get(brand, id).file();
        var understood = ImportRules.understand(file, columns);
        return db.inBrand(brand.value(), tx -> {
            var store = new ImportStore(tx, brand);
            if (!store.commit(
                    id,
                    new ImportStore.Settings(columns, existing),
                    understood.refused().size())) {
                return Optional.empty();
            }
            if (understood.wanted().size() > AT_ONCE) {
                var job = jobs.create(
                        brand,
                        ImportWork.KIND,
                        new ImportWork.Order(id.value()),
                        understood.wanted().size());
                store.setJob(id, job.id());
                return Optional.of(job);
            }
            carryOut(tx, brand, id, understood.wanted(), existing, true);
            return Optional.empty();
        });
    }

    /** The refused rows as they came, with why; read the way it was committed or, before, as it is asked. */
    public byte[] refusedRows(CsvFile file, ImportColumns columns) {
        return file.withErrors(ImportRules.understand(file, columns).refused());
    }

    /** The rows that a committed file brings, in their order. */
    ImportWork.Rows rows(BrandId brand, ImportId id) {
        var stored = stored(brand, id);
        var settings = stored.settings();
        if (settings == null) {
            throw new IllegalStateException("Not committed: " + id);
        }
        var file = CsvFile.read(stored.file(), MOST_ROWS);
        return new ImportWork.Rows(
                ImportRules.understand(file, settings.columns()).wanted(), settings.existing());
    }

    /** Does the rows from one on, up to as many as one piece of a job takes; tells how many. */
    int carryOut(BrandId brand, ImportId id, ImportWork.Rows all, int from) {
        var piece = piece(all.wanted(), from);
        var last = from + piece.size() == all.wanted().size();
        return db.inBrand(brand.value(), tx -> {
            carryOut(tx, brand, id, piece, all.existing(), last);
            return piece.size();
        });
    }

    private void carryOut(
            Handle tx, BrandId brand, ImportId id, List<ImportRules.Wanted> rows, Existing existing, boolean last) {
        var store = new AmbassadorStore(tx);
        store.lockImports(brand);
        var merged = merged(tx, brand, rows, existing, () -> new AmbassadorId(ids.next()));
        if (!merged.created().isEmpty()) {
            store.insert(brand, merged.created(), clock.instant());
        }
        if (!merged.updated().isEmpty()) {
            store.update(brand, merged.updated());
        }
        var counts =
                new KeptImport.Counts(merged.created().size(), merged.updated().size(), merged.skipped(), 0);
        new ImportStore(tx, brand).count(id, counts, last ? clock.instant() : null);
    }

    private static ImportMerge merged(
            Handle tx, BrandId brand, List<ImportRules.Wanted> rows, Existing existing, Supplier<AmbassadorId> newIds) {
        var known = new AmbassadorStore(tx)
                .known(
                        brand,
                        rows.stream().flatMap(row -> row.emailKey().stream()).toList(),
                        rows.stream().flatMap(row -> row.handleKey().stream()).toList());
        var merge = new ImportMerge(existing, newIds, known);
        merge.add(rows);
        return merge;
    }

    private ImportStore.Stored stored(BrandId brand, ImportId id) {
        return db.inBrand(brand.value(), tx -> new ImportStore(tx, brand).find(id))
                .orElseThrow(() -> RequestRefused.notFound("import"));
    }

    private static List<ImportRules.Wanted> piece(List<ImportRules.Wanted> rows, int from) {
        return rows.subList(from, Math.min(from + A_PIECE, rows.size()));
    }
}
