package dev.herald.bench;

import dev.herald.access.Brand;
import dev.herald.app.Herald;
import dev.herald.campaign.AttributionPolicy;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.CampaignDraft;
import dev.herald.campaign.CampaignId;
import dev.herald.campaign.Limits;
import dev.herald.campaign.Objective;
import dev.herald.campaign.Offer;
import dev.herald.campaign.ReversalPolicy;
import dev.herald.campaign.Strategy;
import dev.herald.money.BasisPoints;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes many running campaigns in little time: the first as a brand makes it, the others as its copies. */
final class StockCampaigns {

    private static final Instant STARTS = Instant.parse("2026-01-01T00:00:00Z");

    private StockCampaigns() {}

    static List<CampaignId> make(Herald herald, Connection database, Brand brand, int number, Limits limits)
            throws SQLException {
        var first = first(herald, brand, limits);
        copy(database, first, number);
        var ids = new ArrayList<CampaignId>(number);
        for (int i = 0; i < number; i++) {
            ids.add(new CampaignId(first.id().value() + i));
        }
        if (limits.countsCampaign()) {
            count(database, brand, ids, limits);
        }
        return ids;
    }

    private static Campaign first(Herald herald, Brand brand, Limits limits) {
        var draft = new CampaignDraft(
                "Campaign 0",
                Objective.FIND_TOP_AMBASSADORS,
                Strategy.UNIQUE,
                Campaign.USUAL_TIER,
                new Offer.Percent(new BasisPoints(2_000), Offer.NO_MAXIMUM),
                Currency.getInstance("USD"),
                STARTS,
                Campaign.NO_END,
                false,
                limits,
                ReversalPolicy.DEFAULT,
                AttributionPolicy.DEFAULT,
                null,
                null);
        return herald.campaigns()
                .launch(brand.id(), herald.campaigns().create(brand.id(), draft).id());
    }

    /** Numbers that follow the first's: the brand is new and nobody else makes campaigns in it. */
    private static void copy(Connection database, Campaign first, int number) throws SQLException {
        try (var statement = database.prepareStatement("""
                        insert into campaign
                        select copy.*
                          from campaign c
                         cross join generate_series(1, ?) as n
                         cross join jsonb_populate_record(c, jsonb_build_object(
                               'campaign_id', c.campaign_id + n, 'name', 'Campaign ' || n)) as copy
                         where (c.brand_id, c.campaign_id) = (?, ?)
                        """)) {
            statement.setInt(1, number - 1);
            statement.setLong(2, first.brand().value());
            statement.setLong(3, first.id().value());
            statement.execute();
        }
    }

    private static void count(Connection database, Brand brand, List<CampaignId> ids, Limits limits)
            throws SQLException {
        try (var rows = new CopyRows(database, "campaign_counter", "brand_id, campaign_id, max_uses, budget")) {
            for (var id : ids) {
                rows.add(brand.id().value(), id.value(), orNull(limits.perCampaign()), orNull(limits.budget()));
            }
        }
    }

    private static @Nullable Long orNull(long limit) {
        return limit == Limits.NONE ? null : (Long) limit;
    }
}
