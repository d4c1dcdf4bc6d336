package dev.herald.app;

import dev.herald.access.Access;
import dev.herald.access.BrandRoutes;
import dev.herald.access.Gate;
import dev.herald.access.PayoutLimits;
import dev.herald.access.People;
import dev.herald.access.PortalLinks;
import dev.herald.ambassador.AmbassadorImports;
import dev.herald.ambassador.AmbassadorRoutes;
import dev.herald.ambassador.Ambassadors;
import dev.herald.ambassador.ImportRoutes;
import dev.herald.ambassador.ImportWork;
import dev.herald.campaign.Campaigns;
import dev.herald.code.CodeIssuer;
import dev.herald.code.Codes;
import dev.herald.code.EnrollWork;
import dev.herald.code.EnrollmentRoutes;
import dev.herald.console.AmbassadorFormRoutes;
import dev.herald.console.AmbassadorListRoutes;
import dev.herald.console.ApplicationRoutes;
import dev.herald.console.Frame;
import dev.herald.console.ImportPagesRoutes;
import dev.herald.console.ProfileRoutes;
import dev.herald.console.SettingsRoutes;
import dev.herald.console.StatementPageRoutes;
import dev.herald.console.Waiting;
import dev.herald.insight.AmbassadorFigures;
import dev.herald.insight.Audiences;
import dev.herald.insight.Insights;
import dev.herald.insight.RollupJob;
import dev.herald.invite.Applications;
import dev.herald.invite.ApplyRoutes;
import dev.herald.invite.Invitations;
import dev.herald.invite.InviteWork;
import dev.herald.invite.MailServer;
import dev.herald.invite.UnsubscribeRoutes;
import dev.herald.job.JobWork;
import dev.herald.job.Jobs;
import dev.herald.platform.Database;
import dev.herald.platform.Ids;
import dev.herald.reward.Payouts;
import dev.herald.reward.Rewards;
import dev.herald.web.Pages;
import io.helidon.webserver.http.HttpService;
import java.time.InstantSource;
import java.util.List;

/** What has to do with people: ambassadors taken over, found, enrolled, invited, applying; staff. Built by {@link Herald}. */
final class PeopleParts implements AutoCloseable {

    /** What the rest of the product lends. */
    record Ground(
            Database db,
            Ids ids,
            InstantSource clock,
            Access access,
            Campaigns campaigns,
            Ambassadors ambassadors,
            Codes codes,
            CodeIssuer issuer,
            RollupJob rollups,
            Insights insights,
            Audiences audiences,
            Rewards rewards,
            Jobs jobs) {}

    private final Ground on;
    private final AmbassadorImports imports;
    private final AmbassadorFigures figures;
    private final Applications applications;
    private final Invitations invitations;
    private final PayoutLimits limits;

    PeopleParts(Ground on, MailServer mail) {
        this.on = on;
        limits = new PayoutLimits(on.db(), on.ids(), on.clock(), on.access());
        imports = new AmbassadorImports(on.db(), on.ids(), on.clock(), on.jobs());
        figures = new AmbassadorFigures(on.db(), on.access(), on.clock(), on.rollups(), on.insights());
        applications = new Applications(on.db(), on.ids(), on.clock(), on.ambassadors());
        invitations = new Invitations(
                on.db(), on.ids(), on.clock(), on.access(), on.ambassadors(), on.codes(), on.jobs(), mail);
    }

    Waiting waiting(Payouts payouts) {
        return new Waiting(applications, on.ambassadors(), on.jobs(), payouts, limits);
    }

    /** Fixed addresses come before those with an id in their place. */
    List<HttpService> services(Gate gate, Frame frame, Pages pages) {
        return List.of(
                new BrandRoutes(gate, on.access(), limits),
                new ImportRoutes(gate, imports),
                new AmbassadorRoutes(gate, on.ambassadors(), on.access()),
                new EnrollmentRoutes(gate, on.campaigns(), on.ambassadors(), on.codes(), on.issuer(), on.jobs()),
                new SettingsRoutes(frame, on.access(), new People(on.db(), on.ids(), on.clock(), on.access()), limits),
                new AmbassadorListRoutes(
                        frame, on.ambassadors(), on.campaigns(), on.codes(), figures, invitations, applications),
                new ImportPagesRoutes(frame, imports, on.jobs()),
                new ApplicationRoutes(frame, on.access(), applications, invitations),
                new AmbassadorFormRoutes(frame, on.ambassadors()),
                new ProfileRoutes(
                        frame,
                        new ProfileRoutes.Sources(
                                on.access(),
                                new PortalLinks(on.db(), on.clock()),
                                on.ambassadors(),
                                on.campaigns(),
                                on.codes(),
                                on.issuer(),
                                on.insights(),
                                figures,
                                on.audiences(),
                                invitations,
                                on.rewards())),
                new StatementPageRoutes(frame, on.ambassadors(), on.rewards()),
                new ApplyRoutes(on.access(), applications, pages, on.clock()),
                new UnsubscribeRoutes(on.access(), on.ambassadors(), pages));
    }

    List<JobWork> works() {
        return List.of(
                new ImportWork(imports),
                new EnrollWork(on.campaigns(), on.ambassadors(), on.issuer()),
                new InviteWork(invitations));
    }

    @Override
    public void close() {
        invitations.close();
    }
}
