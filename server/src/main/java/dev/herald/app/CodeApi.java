package dev.herald.app;

import dev.herald.access.Gate;
import dev.herald.ambassador.Ambassadors;
import dev.herald.campaign.Campaigns;
import dev.herald.code.BulkCodes;
import dev.herald.code.CodeCare;
import dev.herald.code.CodeCareRoutes;
import dev.herald.code.CodeExports;
import dev.herald.code.CodeFileRoutes;
import dev.herald.code.CodeImports;
import dev.herald.code.CodeIssuer;
import dev.herald.code.CodePatternRoutes;
import dev.herald.code.CodePatterns;
import dev.herald.code.CodeReplacements;
import dev.herald.code.CodeRoutes;
import dev.herald.code.Codes;
import dev.herald.platform.Database;
import dev.herald.platform.Ids;
import dev.herald.redemption.CodeCheckRoutes;
import dev.herald.redemption.CodeChecks;
import io.helidon.webserver.http.HttpService;
import java.time.InstantSource;
import java.util.List;

/** The API of codes. Built by {@link Herald}. */
record CodeApi(
        Database db,
        Ids ids,
        InstantSource clock,
        Campaigns campaigns,
        Ambassadors ambassadors,
        Codes codes,
        CodeIssuer issuer,
        BulkCodes bulk,
        CodeCare care,
        CodePatterns patterns) {

    List<HttpService> routes(Gate gate) {
        return List.of(
                new CodeRoutes(gate, campaigns, ambassadors, codes, issuer, bulk),
                new CodeCheckRoutes(gate, new CodeChecks(db, clock, codes, campaigns)),
                new CodeFileRoutes(
                        gate, campaigns, new CodeExports(db), new CodeImports(db, ids, clock, ambassadors, codes)),
                new CodePatternRoutes(gate, campaigns, patterns, new CodeReplacements(db, clock, ambassadors, codes)),
                new CodeCareRoutes(gate, codes, care));
    }
}
