package dev.herald.ambassador;

import dev.herald.access.Gate;
import dev.herald.access.Scope;
import dev.herald.job.JobRoutes;
import dev.herald.platform.Answer;
import dev.herald.platform.Csv;
import dev.herald.platform.CsvFile;
import dev.herald.platform.Download;
import dev.herald.platform.Requests;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Files of ambassadors over HTTP. */
public final class ImportRoutes implements HttpService {

    private static final int MOST_ERRORS = 1_000;

    private final Gate gate;
    private final AmbassadorImports imports;

    public ImportRoutes(Gate gate, AmbassadorImports imports) {
        this.gate = gate;
        this.imports = imports;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/v1/ambassadors/import", gate.uploads(Scope.ADMIN, this::take));
    }

    /** What became, or would become, of the rows. */
    record Summary(boolean dryRun, int rows, int created, int updated, int skipped, int refused, List<Fault> errors) {

        Summary {
            errors = List.copyOf(errors);
        }
    }

    /** A refused row: where and why. */
    record Fault(long line, String detail) {}

    private Answer take(Gate.Call call) {
        var request = call.request();
        var dryRun =
                Requests.choice(request, "dry_run", List.of("false", "true")).equals("true");
        var existing =
                Requests.choice(request, "existing", List.of("update", "skip")).equals("skip")
                        ? AmbassadorImports.Existing.SKIP
                        : AmbassadorImports.Existing.UPDATE;
        var file = CsvFile.read(call.body(), AmbassadorImports.MOST_ROWS);
        var columns = ImportColumns.of(file, named(request));
        var preview = imports.preview(call.brand(), file, columns, 0);
        if (dryRun) {
            var counts = existing == AmbassadorImports.Existing.UPDATE
                    ? new KeptImport.Counts(preview.created(), preview.existing(), 0, 0)
                    : new KeptImport.Counts(preview.created(), 0, preview.existing(), 0);
            return answer(request, true, preview, counts);
        }
        var id = imports.keep(call.brand(), call.body());
        return imports.commit(call.brand(), id, columns, existing)
                .map(JobRoutes::accepted)
                .orElseGet(() -> answer(
                        request, false, preview, imports.get(call.brand(), id).counts()));
    }

    private Answer answer(
            ServerRequest request, boolean dryRun, AmbassadorImports.Preview preview, KeptImport.Counts counts) {
        var refused = preview.refused();
        if (Requests.header(request, "Accept").contains("text/csv")) {
            return new Answer(
                    200,
                    Csv.TYPE,
                    preview.file().withErrors(refused),
                    Map.of("Content-Disposition", Download.disposition("ambassadors-refused.csv")));
        }
        return Answer.ok(new Summary(
                dryRun,
                preview.file().rows().size(),
                counts.created(),
                counts.updated(),
                counts.skipped(),
                refused.size(),
                refused.stream()
                        .limit(MOST_ERRORS)
                        .map(one -> new Fault(one.row().line(), one.detail()))
                        .toList()));
    }

    private static ImportColumns.Named named(ServerRequest request) {
        return new ImportColumns.Named(
                text(request, "name"),
                text(request, "email"),
                text(request, "handle"),
                text(request, "followers"),
                text(request, "channels"),
                text(request, "tags"));
    }

    private static @Nullable String text(ServerRequest request, String name) {
        return request.query().contains(name) ? request.query().get(name) : null;
    }
}
