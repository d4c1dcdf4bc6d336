package dev.herald.bench;

import dev.herald.access.Brand;
import dev.herald.access.Scope;
import dev.herald.app.Herald;
import dev.herald.campaign.AttributionPolicy;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.CampaignDraft;
import dev.herald.campaign.Limits;
import dev.herald.campaign.Objective;
import dev.herald.campaign.Offer;
import dev.herald.campaign.Period;
import dev.herald.campaign.ReversalPolicy;
import dev.herald.campaign.Strategy;
import dev.herald.money.BasisPoints;
import dev.herald.platform.Database;
import dev.herald.platform.DatabaseAddress;
import dev.herald.platform.NodeLease;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.Consumer;

/**
 * Loads a brand with a long past, for benches: what the product would have written in months, by COPY, in one
 * transaction. Counters, orders, customers and events are what they would be; the rollups follow from the events.
 */
final class Fill {

    private static final long SEED = 13;
    private static final int CHUNK = 50_000;
    private static final long PLENTY = 1_000_000_000_000L;
    private static final Duration STARTED = Duration.ofDays(100);

    /** Campaigns take turns: no limit, limit and budget, turns of each customer, uses of each code. */
    private static final List<Limits> LIMITS = List.of(
            Limits.UNLIMITED,
            Limits.UNLIMITED.withPerCampaign(PLENTY).withBudget(PLENTY),
            Limits.UNLIMITED.withPerCustomer(Period.CAMPAIGN, PLENTY),
            Limits.UNLIMITED.withPerCode(PLENTY));

    /** A brand and an admin key to it. */
    record Filled(Brand brand, String key) {}

    private Fill() {}

    static Filled load(DatabaseAddress address, long rows, Consumer<String> say) throws SQLException {
        return load(address, rows, FillWorld.Shape.usual(rows), LIMITS, say);
    }

    /** Campaigns have the limits in turns. */
    static Filled load(
            DatabaseAddress address, long rows, FillWorld.Shape shape, List<Limits> limits, Consumer<String> say)
            throws SQLException {
        try (var herald = new Herald(address, InstantSource.system());
                var db = Database.open(address, 1);
                var lease = NodeLease.take(db);
                var owner = DriverManager.getConnection(address.url(), address.user(), address.password())) {
            var brand = herald.access().createBrand("Filled with " + rows, Brand.Mode.TEST, "Bench");
            var now = Instant.now();
            var world = new FillWorld(rows, shape, now, SEED);
            var campaigns = campaigns(herald, brand, world.campaigns, now, limits);
            say.accept(world.ambassadors + " ambassadors with " + world.codes + " codes in " + campaigns.size()
                    + " campaigns");
            setReferencesChecked(owner, false);
            owner.setAutoCommit(false);
            write(new FillRows(owner, brand, lease.ids(), world, campaigns), world, say);
            owner.commit();
            owner.setAutoCommit(true);
            setReferencesChecked(owner, true);
            try (var statement = owner.createStatement()) {
                statement.execute("vacuum analyze");
            }
            return new Filled(brand, herald.access().createKey(brand, Scope.ADMIN));
        }
    }

    /** Looking up what each row refers to takes as long as writing it; a test looks it all up afterwards. */
    private static void setReferencesChecked(Connection owner, boolean checked) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("set session_replication_role = " + (checked ? "origin" : "replica"));
        }
    }

    private static void write(FillRows rows, FillWorld world, Consumer<String> say) throws SQLException {
        rows.ambassadors();
        for (long done = 0; world.hasMore(); ) {
            var chunk = new ArrayList<FillWorld.Sale>(CHUNK);
            while (world.hasMore() && chunk.size() < CHUNK) {
                chunk.add(world.next());
            }
            rows.sales(chunk);
            done += chunk.size();
            say.accept(done + " redemptions");
        }
        rows.counters();
    }

    private static List<Campaign> campaigns(Herald herald, Brand brand, int count, Instant now, List<Limits> limits) {
        var campaigns = new ArrayList<Campaign>(count);
        for (int i = 0; i < count; i++) {
            var draft = new CampaignDraft(
                    "Campaign " + i,
                    Objective.FIND_TOP_AMBASSADORS,
                    Strategy.UNIQUE,
                    Campaign.USUAL_TIER,
                    new Offer.Percent(new BasisPoints(2_000), Offer.NO_MAXIMUM),
                    Currency.getInstance("USD"),
                    now.minus(STARTED),
                    Campaign.NO_END,
                    false,
                    limits.get(i % limits.size()),
                    ReversalPolicy.DEFAULT,
                    AttributionPolicy.DEFAULT,
                    null,
                    null);
            var made = herald.campaigns().create(brand.id(), draft);
            campaigns.add(herald.campaigns().launch(brand.id(), made.id()));
        }
        return campaigns;
    }
}
