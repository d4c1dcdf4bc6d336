package dev.herald.bench;

import dev.herald.access.Brand;
import dev.herald.access.BrandId;
import dev.herald.access.Scope;
import dev.herald.app.Herald;
import dev.herald.campaign.Limits;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;

/** Brands with running campaigns and codes for one scenario. */
record Stock(List<Code> codes) {

    /** A limit that no run comes near to: the campaign is counted, as most are. */
    static final Limits COUNTED = Limits.UNLIMITED.withPerCampaign(1_000_000_000_000L);

    record Shape(int brands, int campaignsEach, int codesEach) {}

    /** A brand, and a key to it. */
    record Owner(Brand brand, String key) {}

    /** What the plain way has to know of a code to write the same row as Herald. */
    record Code(
            Owner owner,
            String text,
            long codeId,
            long campaignId,
            String campaignName,
            long ambassadorId,
            String ambassadorName) {}

    Stock {
        codes = List.copyOf(codes);
    }

    static Stock make(Herald herald, Connection database, Scenario scenario) throws SQLException {
        return make(herald, database, scenario, COUNTED);
    }

    static Stock make(Herald herald, Connection database, Scenario scenario, Limits limits) throws SQLException {
        var shape = new Shape(scenario.brands, scenario.campaignsEach, scenario.codesEach);
        return make(herald, database, shape, limits);
    }

    static Stock make(Herald herald, Connection database, Shape shape, Limits limits) throws SQLException {
        var owners = new ArrayList<Owner>();
        for (int i = 0; i < shape.brands(); i++) {
            var brand = herald.access().createBrand("Bench " + i, Brand.Mode.TEST, "Bench");
            var campaigns = StockCampaigns.make(herald, database, brand, shape.campaignsEach(), limits);
            StockCodes.make(database, brand, campaigns, shape.codesEach());
            owners.add(new Owner(brand, herald.access().createKey(brand, Scope.CHECKOUT)));
        }
        try (var statement = database.createStatement()) {
            statement.execute("analyze");
        }
        return read(database, owners);
    }

    /** Reads what an earlier {@link #make} made. */
    static Stock read(Connection database, List<Owner> owners) throws SQLException {
        var byId = new HashMap<Long, Owner>();
        owners.forEach(owner -> byId.put(owner.brand().id().value(), owner));
        try (var statement = database.prepareStatement("""
                        select c.brand_id, c.display, c.code_id, c.campaign_id, g.name, c.ambassador_id, a.name
                          from code c
                          join campaign g using (brand_id, campaign_id)
                          join ambassador a using (brand_id, ambassador_id)
                         where c.brand_id = any (?)
                        """)) {
            statement.setArray(1, database.createArrayOf("bigint", byId.keySet().toArray()));
            var codes = new ArrayList<Code>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    codes.add(new Code(
                            Objects.requireNonNull(byId.get(rows.getLong(1))),
                            rows.getString(2),
                            rows.getLong(3),
                            rows.getLong(4),
                            rows.getString(5),
                            rows.getLong(6),
                            rows.getString(7)));
                }
            }
            return new Stock(codes);
        }
    }

    /** The first of the codes only. */
    Stock hot() {
        return new Stock(List.of(codes.getFirst()));
    }

    List<BrandId> brands() {
        return codes.stream().map(code -> code.owner().brand().id()).distinct().toList();
    }
}
