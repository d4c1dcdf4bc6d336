package dev.herald.app;

import dev.herald.access.Access;
import dev.herald.access.ApiKeys;
import dev.herald.access.Idempotency;
import dev.herald.access.RequestLog;
import dev.herald.ambassador.Ambassadors;
import dev.herald.campaign.Campaigns;
import dev.herald.code.BulkCodes;
import dev.herald.code.CodeCare;
import dev.herald.code.CodeExports;
import dev.herald.code.CodePatterns;
import dev.herald.code.CodeSearches;
import dev.herald.code.Codes;
import dev.herald.console.CampaignCodesRoutes;
import dev.herald.console.CodePageRoutes;
import dev.herald.console.CodesPageRoutes;
import dev.herald.console.DeveloperRoutes;
import dev.herald.console.Frame;
import dev.herald.console.JobPagesRoutes;
import dev.herald.console.NewCodesRoutes;
import dev.herald.console.RedemptionPageRoutes;
import dev.herald.console.RedemptionPagesRoutes;
import dev.herald.console.SheetRoutes;
import dev.herald.job.Jobs;
import dev.herald.platform.Database;
import dev.herald.redemption.CodeChecks;
import dev.herald.redemption.RedemptionSearches;
import dev.herald.redemption.Redemptions;
import dev.herald.reward.Rewards;
import io.helidon.webserver.http.HttpService;
import java.time.InstantSource;
import java.util.List;

/** The console's pages about codes, redemptions, long work and the API. */
record DeskPages(
        Database db,
        InstantSource clock,
        Access access,
        RequestLog requests,
        Campaigns campaigns,
        Ambassadors ambassadors,
        Codes codes,
        CodeCare care,
        CodePatterns patterns,
        BulkCodes bulk,
        Redemptions redemptions,
        Jobs jobs,
        Rewards rewards) {

    List<HttpService> in(Frame frame) {
        var checks = new CodeChecks(db, clock, codes, campaigns);
        var searches = new CodeSearches(db, clock);
        var orders = new RedemptionSearches(db, clock, campaigns, codes);
        return List.of(
                new JobPagesRoutes(frame, jobs),
                new CodesPageRoutes(frame, campaigns, checks, redemptions, jobs),
                new CodePageRoutes(frame, campaigns, ambassadors, codes, care),
                new CampaignCodesRoutes(frame, campaigns, ambassadors, jobs, searches, new CodeExports(db)),
                new NewCodesRoutes(frame, campaigns, patterns, bulk, new Idempotency(db)),
                new SheetRoutes(frame, campaigns, ambassadors, jobs, searches),
                new RedemptionPagesRoutes(frame, campaigns, ambassadors, codes, orders),
                new RedemptionPageRoutes(frame, codes, redemptions, orders, rewards),
                new DeveloperRoutes(frame, new ApiKeys(db, clock, access), requests, OperationRoutes.openapi()));
    }
}
