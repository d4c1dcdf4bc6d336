package dev.herald.ambassador;

import dev.herald.job.Job;
import dev.herald.job.JobWork;
import dev.herald.job.Progress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes thousands of ambassadors over from a file. */
public final class ImportWork implements JobWork {

    static final String KIND = "import_ambassadors";

    /** As many files as jobs that run at once: a file is read once, not for each piece of it. */
    private static final int FILES_REMEMBERED = 2;

    /** Which file: it was committed, so how it is to be read stands with it. */
    record Order(long file) {}

    /** What a file brings. */
    record Rows(List<ImportRules.Wanted> wanted, AmbassadorImports.Existing existing) {

        Rows {
            wanted = List.copyOf(wanted);
        }
    }

    private final AmbassadorImports imports;
    private final Map<ImportId, Rows> remembered = new LinkedHashMap<>();

    public ImportWork(AmbassadorImports imports) {
        this.imports = imports;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Progress next(Job job) {
        var id = new ImportId(job.input(Order.class).file());
        var rows = rows(job, id);
        var done = imports.carryOut(job.brand(), id, rows, (int) job.done());
        if (job.done() + done < job.total()) {
            return Progress.more(done, Map.of());
        }
        forget(id);
        return Progress.last(done, Map.of());
    }

    private Rows rows(Job job, ImportId id) {
        synchronized (remembered) {
            var known = remembered.get(id);
            if (known == null) {
                known = imports.rows(job.brand(), id);
                while (remembered.size() >= FILES_REMEMBERED) {
                    remembered.remove(remembered.keySet().iterator().next());
                }
                remembered.put(id, known);
            }
            return known;
        }
    }

    private void forget(ImportId id) {
        synchronized (remembered) {
            remembered.remove(id);
        }
    }
}
