package dev.herald.bench.faults;

import dev.herald.access.Access;
import dev.herald.access.Brand;
import dev.herald.access.Scope;
import dev.herald.platform.Database;
import dev.herald.platform.NodeLease;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A new brand in a running Herald, and the campaigns that each cycle sells. */
final class Market implements AutoCloseable {

    static final long PERCENT = 15;

    private static final int AMBASSADORS = 4;

    private final Brand brand;
    private final Api api;
    private final List<String> ambassadors = new ArrayList<>();

    private Market(Brand brand, Api api) {
        this.brand = brand;
        this.api = api;
    }

    /** A campaign and the codes that buyers have of it. */
    record Stand(String campaign, List<String> codes) {}

    static Market open(Site site) throws IOException {
        try (var db = Database.open(site.address(), 2);
                var lease = NodeLease.take(db)) {
            var access = new Access(db, lease.ids(), InstantSource.system());
            var brand = access.createBrand("Market", Brand.Mode.TEST, "Bench");
            var key = access.createKey(brand, Scope.ADMIN);
            var market = new Market(brand, new Api(site.nodes().getFirst(), key));
            for (int i = 0; i < AMBASSADORS; i++) {
                var made = market.api.post("/v1/ambassadors", "{\"name\": \"Ambassador " + (char) ('A' + i) + "\"}");
                market.ambassadors.add(made.get("id").asText());
            }
            return market;
        }
    }

    Brand brand() {
        return brand;
    }

    Api api() {
        return api;
    }

    /** Different from every other market's. */
    String name() {
        return brand.id().toString();
    }

    /** One campaign under each kind of limit; cycles sell different ones. */
    List<Stand> stands(long cycle, SplittableRandom random) throws IOException {
        return List.of(
                blanket("FREE" + cycle, "{}"),
                blanket("FEW" + cycle, "{\"per_campaign\": " + random.nextInt(20, 150) + "}"),
                blanket("POOR" + cycle, "{\"budget\": " + usd(random.nextInt(5_000, 60_000)) + "}"),
                blanket(
                        "TURNS" + cycle,
                        "{\"per_customer\": " + random.nextInt(1, 4) + ", \"per_campaign\": " + random.nextInt(60, 200)
                                + "}"),
                shared(
                        "SHARED" + cycle,
                        "{\"per_code\": " + random.nextInt(5, 40) + ", \"per_customer\": 3, \"per_campaign\": "
                                + random.nextInt(60, 120) + ", \"budget\": " + usd(random.nextInt(20_000, 60_000))
                                + "}"));
    }

    private static String usd(long amount) {
        return "{\"amount\": " + amount + ", \"currency\": \"USD\"}";
    }

    private Stand blanket(String code, String limits) throws IOException {
        return new Stand(launched(code, "blanket", ", \"blanket_code\": \"" + code + "\"", limits), List.of(code));
    }

    private Stand shared(String name, String limits) throws IOException {
        var reward = ", \"reward\": {\"type\": \"percent\", \"value\": " + LedgerRules.PERCENT + ", \"hold_days\": 0}";
        var campaign = launched(name, "unique", reward, limits);
        var ids = String.join("\", \"", ambassadors);
        var enrolled =
                api.post("/v1/campaigns/" + campaign + "/enrollments", "{\"ambassador_ids\": [\"" + ids + "\"]}");
        var codes = new ArrayList<String>();
        enrolled.get("data")
                .forEach(one -> codes.add(one.get("code").get("text").asText()));
        return new Stand(campaign, codes);
    }

    private String launched(String name, String strategy, String more, String limits) throws IOException {
        var made = api.post("/v1/campaigns", """
                {"name": "%s", "objective": "loyalty", "strategy": "%s", "currency": "USD",
                 "offer": {"type": "percent", "value": %d}, "starts_at": "2026-01-01T00:00:00Z", "limits": %s%s}
                """.formatted(name, strategy, PERCENT, limits, more));
        var id = made.get("id").asText();
        api.post("/v1/campaigns/" + id + "/launch", "{}");
        return id;
    }

    @Override
    public void close() {
        api.close();
    }
}
