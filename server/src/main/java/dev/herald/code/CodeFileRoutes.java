package dev.herald.code;

import dev.herald.access.Caller;
import dev.herald.access.Gate;
import dev.herald.access.Scope;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.CampaignRoutes;
import dev.herald.campaign.Campaigns;
import dev.herald.platform.Answer;
import dev.herald.platform.Csv;
import dev.herald.platform.CsvFile;
import dev.herald.platform.Download;
import dev.herald.platform.Ids;
import dev.herald.platform.RequestRefused;
import dev.herald.platform.Requests;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A campaign's codes as CSV over HTTP, out and in. */
public final class CodeFileRoutes implements HttpService {

    private static final String JOB = "job_";

    private final Gate gate;
    private final Campaigns campaigns;
    private final CodeExports exports;
    private final CodeImports imports;

    public CodeFileRoutes(Gate gate, Campaigns campaigns, CodeExports exports, CodeImports imports) {
        this.gate = gate;
        this.campaigns = campaigns;
        this.exports = exports;
        this.imports = imports;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/v1/campaigns/{id}/codes.csv", gate.downloads(Scope.ADMIN, this::export))
                .post("/v1/campaigns/{id}/codes/import", gate.uploads(Scope.ADMIN, this::take));
    }

    private Download export(Caller caller, ServerRequest request) {
        var campaign = campaigns.get(caller.brandId(), CampaignRoutes.id(request));
        return exports.of(campaign, new CodeExports.Choice(job(request), flag(request, "separated")));
    }

    private Answer take(Gate.Call call) {
        var request = call.request();
        var campaign = campaigns.get(call.brand(), CampaignRoutes.id(request));
        campaigns.requireOpen(campaign);
        var dryRun = flag(request, "dry_run");
        var file = CsvFile.read(call.body(), CodeImports.MOST_ROWS);
        var columns = ImportColumns.of(
                file.header(),
                new ImportColumns.Named(text(request, "code"), text(request, "ambassador"), text(request, "expires")));
        var zone = call.caller().brand().zone();
        var outcome = imports.run(campaign, zone, file, columns, dryRun != null && dryRun);
        return wantsCsv(request) ? refusedRows(campaign, outcome) : Answer.ok(outcome.summary());
    }

    private static Answer refusedRows(Campaign campaign, ImportSummary.Full outcome) {
        return new Answer(
                200,
                Csv.TYPE,
                outcome.refusedRows(),
                Map.of("Content-Disposition", Download.disposition(CodeExports.fileName(campaign) + "-refused.csv")));
    }

    private static boolean wantsCsv(ServerRequest request) {
        return Requests.header(request, "Accept").contains("text/csv");
    }

    private static @Nullable String text(ServerRequest request, String name) {
        return request.query().contains(name) ? request.query().get(name) : null;
    }

    private static @Nullable Long job(ServerRequest request) {
        if (!request.query().contains("job")) {
            return null;
        }
        return Ids.parse(JOB, request.query().get("job")).orElseThrow(() -> RequestRefused.notFound("job"));
    }

    private static @Nullable Boolean flag(ServerRequest request, String name) {
        if (!request.query().contains(name)) {
            return null;
        }
        return switch (request.query().get(name)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new RequestRefused(422, "invalid_request", name + " must be true or false.");
        };
    }
}
