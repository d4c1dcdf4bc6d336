package dev.herald.bench;

import dev.herald.access.Access;
import dev.herald.access.Brand;
import dev.herald.access.Scope;
import dev.herald.bench.HistoryRules.Limited;
import dev.herald.bench.HistoryRules.Row;
import dev.herald.campaign.CampaignId;
import dev.herald.platform.Database;
import dev.herald.platform.DatabaseAddress;
import dev.herald.platform.Json;
import dev.herald.platform.NodeLease;
import dev.herald.redemption.RedemptionId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** A new brand in a running Herald: what a run sells in it, and afterwards all that the database and the API know of it. */
final class Market implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(100);

    private final HeraldProcess herald;
    private final Brand brand;
    private final String key;
    private final List<String> campaigns = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();

    private Market(HeraldProcess herald, Brand brand, String key) {
        this.herald = herald;
        this.brand = brand;
        this.key = key;
    }

    static Market open(HeraldProcess herald) {
        try (var server = herald.attach();
                var db = Database.open(server.address(), 2);
                var lease = NodeLease.take(db)) {
            var access = new Access(db, lease.ids(), InstantSource.system());
            var brand = access.createBrand("Market", Brand.Mode.TEST, "Bench");
            return new Market(herald, brand, access.createKey(brand, Scope.ADMIN));
        }
    }

    String key() {
        return key;
    }

    /** Different from every other market's. */
    String name() {
        return brand.id().toString();
    }

    /** Makes and launches a campaign of 20 % off with a blanket code; tells its id. */
    String campaign(String code, String limits) throws IOException {
        var made = send("POST", "/v1/campaigns", """
                {"name": "%s", "objective": "loyalty", "strategy": "blanket", "currency": "USD", "blanket_code": "%s",
                 "offer": {"type": "percent", "value": 20}, "starts_at": "2026-01-01T00:00:00Z", "limits": %s}
                """.formatted(code, code, limits));
        var id = Json.MAPPER.readTree(made).get("id").asText();
        send("POST", "/v1/campaigns/" + id + "/launch", "{}");
        campaigns.add(id);
        return id;
    }

    /** All redemptions that stand in the database. */
    List<Row> redemptions() throws SQLException {
        try (var server = herald.attach();
                var owner = connect(server.address());
                var statement = owner.prepareStatement("""
                        select redemption_id, campaign_id, order_reference, discount
                          from redemption
                         where brand_id = ?
                        """)) {
            statement.setLong(1, brand.id().value());
            var found = new ArrayList<Row>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Row(
                            new RedemptionId(rows.getLong(1)).toString(),
                            new CampaignId(rows.getLong(2)).toString(),
                            rows.getString(3),
                            rows.getLong(4)));
                }
            }
            return found;
        }
    }

    /** Limits and counters; a campaign without a counter counts as its rows do. */
    List<Limited> limits() throws SQLException {
        try (var server = herald.attach();
                var owner = connect(server.address());
                var statement = owner.prepareStatement("""
                        select c.campaign_id, coalesce(c.per_campaign, 9223372036854775807),
                               coalesce(c.per_customer, 9223372036854775807),
                               coalesce(c.budget, 9223372036854775807),
                               coalesce(n.used, r.used), coalesce(n.spent, r.spent)
                          from campaign c
                          left join campaign_counter n using (brand_id, campaign_id)
                         cross join lateral (
                               select count(*) as used, coalesce(sum(discount), 0) as spent
                                 from redemption
                                where (brand_id, campaign_id) = (c.brand_id, c.campaign_id)) r
                         where c.brand_id = ?
                        """)) {
            statement.setLong(1, brand.id().value());
            var found = new ArrayList<Limited>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Limited(
                            new CampaignId(rows.getLong(1)).toString(),
                            rows.getLong(2),
                            rows.getLong(3),
                            rows.getLong(4),
                            rows.getLong(5),
                            rows.getLong(6)));
                }
            }
            return found;
        }
    }

    /** Where books or the figures that the API shows differ from the rows; the latter may lag for a moment. */
    List<String> miscounted() throws SQLException, IOException {
        var faults = new ArrayList<String>();
        try (var server = herald.attach();
                var owner = connect(server.address())) {
            Books.check(owner);
        } catch (IllegalStateException e) {
            faults.add(String.valueOf(e.getMessage()));
        }
        var rows = redemptions().stream().collect(Collectors.groupingBy(Row::campaign, Collectors.counting()));
        for (var campaign : campaigns) {
            var standing = rows.getOrDefault(campaign, 0L);
            var shown = shown(campaign, standing);
            if (shown != standing) {
                faults.add("the timeline shows " + shown + " redemptions of " + standing);
            }
        }
        return faults;
    }

    private long shown(String campaign, long expected) throws IOException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var shown = 0L;
            for (var day : Json.MAPPER
                    .readTree(send("GET", "/v1/campaigns/" + campaign + "/timeline", ""))
                    .get("data")) {
                shown += day.get("redemptions").asLong();
            }
            if (shown == expected || System.nanoTime() > deadline) {
                return shown;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private String send(String method, String path, String body) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(herald.url() + path))
                .header("Authorization", "Bearer " + key)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IOException(method + " " + path + ": " + response.statusCode() + " " + response.body());
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }

    @Override
    public void close() {
        client.close();
    }
}
