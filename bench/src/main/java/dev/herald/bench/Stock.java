package dev.herald.bench;

import dev.herald.access.Brand;
import dev.herald.access.Scope;
import dev.herald.app.Herald;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.CampaignDraft;
import dev.herald.campaign.Limits;
import dev.herald.campaign.Objective;
import dev.herald.campaign.Offer;
import dev.herald.campaign.ReversalPolicy;
import dev.herald.campaign.Strategy;
import dev.herald.code.RandomCodes;
import dev.herald.money.BasisPoints;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.SplittableRandom;

/** A brand with running campaigns and codes for one scenario. Every campaign has a limit, so that each is counted. */
record Stock(Brand brand, String key, List<Code> codes) {

    /** A limit that no run comes near to. */
    private static final long LIMIT = 1_000_000_000_000L;

    private static final Instant STARTS = Instant.parse("2026-01-01T00:00:00Z");
    private static final Offer OFFER = new Offer.Percent(new BasisPoints(2_000), Offer.NO_MAXIMUM);

    /** What the plain way has to know of a code to write the same row as Herald. */
    record Code(
            String text, long codeId, long campaignId, String campaignName, long ambassadorId, String ambassadorName) {}

    Stock {
        codes = List.copyOf(codes);
    }

    static Stock make(Herald herald, Connection owner, Scenario scenario) throws SQLException {
        var brand = herald.access().createBrand("Bench " + scenario, Brand.Mode.TEST, "Bench");
        var campaigns = new ArrayList<Campaign>();
        for (int i = 0; i < scenario.campaigns; i++) {
            var made = herald.campaigns().create(brand.id(), draft("Campaign " + i));
            campaigns.add(herald.campaigns().launch(brand.id(), made.id()));
        }
        makeCodes(owner, brand, campaigns, scenario.codesEach);
        try (var statement = owner.createStatement()) {
            statement.execute("analyze");
        }
        return read(owner, brand, herald.access().createKey(brand, Scope.ADMIN));
    }

    /** Reads what an earlier {@link #make} made. */
    static Stock read(Connection owner, Brand brand, String key) throws SQLException {
        try (var statement = owner.prepareStatement("""
                        select c.display, c.code_id, c.campaign_id, g.name, c.ambassador_id, a.name
                          from code c
                          join campaign g using (brand_id, campaign_id)
                          join ambassador a using (brand_id, ambassador_id)
                         where c.brand_id = ?
                        """)) {
            statement.setLong(1, brand.id().value());
            var codes = new ArrayList<Code>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    codes.add(new Code(
                            rows.getString(1),
                            rows.getLong(2),
                            rows.getLong(3),
                            rows.getString(4),
                            rows.getLong(5),
                            rows.getString(6)));
                }
            }
            return new Stock(brand, key, codes);
        }
    }

    private static CampaignDraft draft(String name) {
        return new CampaignDraft(
                name,
                Objective.FIND_TOP_AMBASSADORS,
                Strategy.UNIQUE,
                OFFER,
                Currency.getInstance("USD"),
                STARTS,
                Campaign.NO_END,
                false,
                Limits.UNLIMITED.withPerCampaign(LIMIT),
                ReversalPolicy.DEFAULT,
                null,
                null);
    }

    /** Each code belongs to an ambassador of its own; its id, and the ambassador's, follow the campaign's. */
    private static void makeCodes(Connection owner, Brand brand, List<Campaign> campaigns, int each)
            throws SQLException {
        var brandId = brand.id().value();
        try (var rows = new CopyRows(owner, "ambassador", "brand_id, ambassador_id, name")) {
            for (int i = 0; i < campaigns.size() * each; i++) {
                rows.add(brandId, i + 1, "Ambassador " + i);
            }
        }
        try (var rows = new CopyRows(owner, "campaign_counter", "brand_id, campaign_id, max_uses")) {
            for (var campaign : campaigns) {
                rows.add(brandId, campaign.id().value(), LIMIT);
            }
        }
        // A bench's codes may be guessed: the same ones each time make runs alike.
        var random = new SplittableRandom(1);
        try (var rows = new CopyRows(
                owner,
                "code",
                "brand_id, code_id, campaign_id, ambassador_id, kind, text, display, skeleton, separated")) {
            for (int i = 0; i < campaigns.size() * each; i++) {
                var text = RandomCodes.next(random, 12);
                rows.add(
                        brandId,
                        i + 1,
                        campaigns.get(i / each).id().value(),
                        i + 1,
                        "unique",
                        text.canonical(),
                        text.display(),
                        text.skeleton(),
                        false);
            }
        }
    }
}
