package dev.herald.app;

import dev.herald.access.Access;
import dev.herald.access.Gate;
import dev.herald.access.Idempotency;
import dev.herald.access.RequestLog;
import dev.herald.ambassador.Ambassadors;
import dev.herald.campaign.CampaignRoutes;
import dev.herald.campaign.Campaigns;
import dev.herald.code.BulkCodes;
import dev.herald.code.CodeCare;
import dev.herald.code.CodeIssuer;
import dev.herald.code.CodePatterns;
import dev.herald.code.Codes;
import dev.herald.code.MakeCodesWork;
import dev.herald.code.Memberships;
import dev.herald.console.CampaignActs;
import dev.herald.console.CampaignActsRoutes;
import dev.herald.console.ConsoleRoutes;
import dev.herald.console.DemoRoutes;
import dev.herald.console.Frame;
import dev.herald.console.LivePageRoutes;
import dev.herald.console.NowhereRoutes;
import dev.herald.console.SignInRoutes;
import dev.herald.insight.Insights;
import dev.herald.insight.LiveCounts;
import dev.herald.insight.RollupJob;
import dev.herald.invite.MailServer;
import dev.herald.job.JobRoutes;
import dev.herald.job.JobWork;
import dev.herald.job.Jobs;
import dev.herald.planner.Advisor;
import dev.herald.planner.CampaignPlans;
import dev.herald.planner.DemoBrand;
import dev.herald.planner.SimulationWork;
import dev.herald.platform.Database;
import dev.herald.platform.DatabaseAddress;
import dev.herald.platform.HttpServer;
import dev.herald.platform.NodeLease;
import dev.herald.platform.TableStatistics;
import dev.herald.portal.AmbassadorPages;
import dev.herald.redemption.BatchRoutes;
import dev.herald.redemption.RedemptionRoutes;
import dev.herald.redemption.Redemptions;
import dev.herald.redemption.ReservationRoutes;
import dev.herald.share.BrandImages;
import dev.herald.share.Captions;
import dev.herald.share.Links;
import dev.herald.web.AssetRoutes;
import dev.herald.web.Assets;
import dev.herald.web.LookRoutes;
import dev.herald.web.Pages;
import dev.herald.wizard.PlanningRoutes;
import io.helidon.webserver.http.HttpService;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The whole product on one database. Every object is built here, once; what is built last is stopped first. */
public final class Herald implements AutoCloseable {

    /** Sixteen for requests, and four that jobs and their scheduler take at most. */
    private static final int CONNECTIONS = 20;

    private final Database db;
    private final TableStatistics statistics;
    private final NodeLease lease;
    private final Access access;
    private final Campaigns campaigns;
    private final Ambassadors ambassadors;
    private final Codes codes;
    private final CodeIssuer issuer;
    private final RewardParts rewards;
    private final Redemptions redemptions;
    private final LiveCounts live;
    private final RollupJob rollups;
    private final AudienceParts audience;
    private final Insights insights;
    private final BulkCodes bulk;
    private final Captions captions;
    private final Links links;
    private final PeopleParts people;
    private final DemoBrand demo;
    private final Jobs jobs;
    private final List<HttpService> services;

    /** Opens the database, which must be reachable, and starts what runs without being asked. */
    public Herald(DatabaseAddress address, InstantSource clock) {
        this(address, clock, MailServer.NONE);
    }

    /** The same with a server that takes mail. */
    public Herald(DatabaseAddress address, InstantSource clock, MailServer mail) {
        this(address, clock, mail, _ -> List.of());
    }

    /** The same with further kinds of long work. */
    Herald(
            DatabaseAddress address,
            InstantSource clock,
            MailServer mail,
            Function<Database, List<JobWork>> furtherWork) {
        db = Database.open(address, CONNECTIONS);
        statistics = new TableStatistics(db);
        lease = NodeLease.take(db);
        var ids = lease.ids();
        access = new Access(db, ids, clock);
        jobs = new Jobs(db, ids, clock);
        codes = new Codes(db, clock);
        issuer = new CodeIssuer(db, ids, clock, access, codes);
        rewards = new RewardParts(db, access, ids, clock);
        campaigns = new Campaigns(
                db,
                ids,
                clock,
                new Campaigns.Consequences(
                        Advisor::strategyFor,
                        issuer::lockCodes,
                        issuer::makeBlanket,
                        campaign -> Redemptions.adaptCounters(db, campaign),
                        RewardParts::read,
                        rewards::planned));
        ambassadors = new Ambassadors(db, ids, clock);
        live = new LiveCounts(db);
        rollups = new RollupJob(db, access, live);
        insights = new Insights(db, access, clock, rollups);
        audience = new AudienceParts(db, access);
        links = new Links(db, ids, clock, access);
        var sources = new Redemptions.Sources(codes, campaigns, links);
        var wakes = audience.wakes(rollups).andThen(rewards::wake);
        redemptions = new Redemptions(db, ids, clock, sources, wakes);
        var care = new CodeCare(campaigns, codes, issuer, clock);
        bulk = new BulkCodes(campaigns, issuer, jobs);
        captions = new Captions(db, ids);
        var ground = new PeopleParts.Ground(
                db,
                ids,
                clock,
                access,
                campaigns,
                ambassadors,
                codes,
                issuer,
                rollups,
                insights,
                audience.audiences(),
                rewards.rewards(),
                jobs);
        people = new PeopleParts(ground, mail);
        demo = new DemoBrand(db, campaigns, ambassadors, issuer, redemptions, rewards.demo(), clock);

        var attribution = AttributionParts.of(
                new AttributionParts.Ground(db, ids, clock, campaigns, ambassadors, codes, redemptions, jobs));
        var assets = Assets.fromClassPath();
        var pages = new Pages(assets);
        var requests = new RequestLog(clock);
        var frame = new Frame(access, pages, clock);
        var patterns = new CodePatterns(db, clock, codes);
        var memberships = new Memberships(db, campaigns, ambassadors, issuer, jobs);
        var plans = new CampaignPlans(db, ids, clock);
        var acts = new CampaignActs(campaigns, ambassadors, memberships, plans);
        var planner = PlannerParts.of(db, clock, campaigns, insights, rollups, jobs);
        var wizard = new PlanningRoutes.Features(
                plans, campaigns, ambassadors, issuer, patterns, codes, captions, memberships, planner.features());
        var images = new BrandImages(db, ids, clock);
        var portal = new PortalParts(
                ground, attribution, live, new AmbassadorPages.Sharing(links, captions, images, attribution.posts()));
        var gate = new Gate(access, new Idempotency(db), requests);
        var desk = new DeskPages(
                db,
                clock,
                access,
                requests,
                campaigns,
                ambassadors,
                codes,
                care,
                patterns,
                bulk,
                redemptions,
                jobs,
                rewards.rewards());
        var waiting = people.waiting(rewards.payouts());
        List<HttpService> others = List.of(
                new OperationRoutes(
                        db, Map.of("rollups", rollups::lag, "segments", audience::lag, "rewards", rewards::lag)),
                new RedemptionRoutes(gate, redemptions, clock),
                new BatchRoutes(gate, redemptions, clock),
                new ReservationRoutes(gate, redemptions, clock),
                new CampaignRoutes(gate, campaigns, clock),
                new JobRoutes(gate, jobs, clock),
                new SignInRoutes(access, pages),
                new PlanningRoutes(frame, wizard),
                new CampaignActsRoutes(frame, acts),
                new ConsoleRoutes(frame, campaigns, insights, audience.audiences(), plans, acts, waiting),
                new DemoRoutes(access, demo, pages),
                new LivePageRoutes(frame, live),
                new AssetRoutes(assets),
                new LookRoutes(),
                new NowhereRoutes(frame));
        var codeApi = new CodeApi(db, ids, clock, campaigns, ambassadors, codes, issuer, bulk, care, patterns);
        var figures = new InsightParts(db, clock, access, campaigns, rollups, insights);
        services = Stream.of(
                        people.services(gate, frame, pages),
                        portal.services(frame, pages),
                        desk.in(frame),
                        codeApi.routes(gate),
                        audience.services(gate, frame, campaigns, ambassadors),
                        figures.services(gate, frame),
                        rewards.services(gate, frame, campaigns, ambassadors, attribution.estimates()),
                        new ShareParts(campaigns, captions, links, images).services(gate, frame),
                        planner.services(gate),
                        attribution.services(gate),
                        others)
                .flatMap(List::stream)
                .toList();
        var works = new ArrayList<JobWork>(furtherWork.apply(db));
        works.add(new MakeCodesWork(campaigns, issuer));
        works.addAll(people.works());
        works.add(new SimulationWork());
        works.add(attribution.work());
        jobs.start(works);
    }

    /** Listens; port 0 takes any free one. */
    public HttpServer listen(String host, int port) {
        return HttpServer.start(host, port, services);
    }

    List<HttpService> services() {
        return services;
    }

    public Access access() {
        return access;
    }

    public Campaigns campaigns() {
        return campaigns;
    }

    public Ambassadors ambassadors() {
        return ambassadors;
    }

    public Codes codes() {
        return codes;
    }

    public Redemptions redemptions() {
        return redemptions;
    }

    public Jobs jobs() {
        return jobs;
    }

    /** Makes codes by the thousand. */
    BulkCodes bulkCodes() {
        return bulk;
    }

    /** Fills a brand with invented campaigns and orders. */
    public DemoBrand demo() {
        return demo;
    }

    public Insights insights() {
        return insights;
    }

    @Override
    public void close() {
        jobs.close();
        people.close();
        redemptions.close();
        links.close();
        rollups.close();
        rewards.close();
        audience.close();
        live.close();
        codes.close();
        lease.close();
        statistics.close();
        db.close();
    }
}
