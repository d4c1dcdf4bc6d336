package dev.herald.bench.faults;

import dev.herald.bench.faults.Found.Counted;
import dev.herald.bench.faults.Found.Hold;
import dev.herald.bench.faults.Found.Limited;
import dev.herald.bench.faults.Found.Row;
import dev.herald.bench.faults.Found.Undone;
import dev.herald.bench.faults.LedgerRules.Posted;
import dev.herald.campaign.CampaignId;
import dev.herald.platform.Ids;
import dev.herald.redemption.RedemptionId;
import dev.herald.redemption.ReversalId;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Looks up what is there of some campaigns of a brand. */
final class Inspection {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(50);

    private final Connection owner;
    private final Api api;
    private final long brand;

    Inspection(Connection owner, Market market) {
        this.owner = owner;
        this.api = market.api();
        this.brand = market.brand().id().value();
    }

    Found of(List<String> campaigns) throws SQLException, IOException {
        var ids = campaigns.stream()
                .map(id -> Ids.parse(CampaignId.PREFIX, id).orElseThrow())
                .toList();
        var rows = rows(ids);
        var reversals = reversals(ids);
        return new Found(rows, reversals, holds(ids), limits(ids, standing(rows, reversals)), codes(ids));
    }

    /** What the ledger has of the redemptions that are to be credited, once all events have been carried out. */
    List<Posted> posted(List<String> campaigns) throws SQLException {
        awaitRewards();
        return list(
                campaigns.stream()
                        .map(id -> Ids.parse(CampaignId.PREFIX, id).orElseThrow())
                        .toList(),
                """
                select r.redemption_id, e.credits, e.amount
                  from redemption r
                  join campaign c using (brand_id, campaign_id)
                 cross join lateral (
                       select count(*) filter (where kind = 'earned') as credits,
                              coalesce(sum(case 'cost' when debit then amount when credit then -amount else 0 end), 0)
                                  as amount
                         from ledger_entry
                        where (brand_id, redemption_id) = (r.brand_id, r.redemption_id)) e
                 where r.brand_id = ?
                   and r.campaign_id = any (?)
                   and c.reward is not null
                """,
                row -> new Posted(new RedemptionId(row.getLong(1)).toString(), row.getLong(2), row.getLong(3)));
    }

    private void awaitRewards() throws SQLException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (rewardsAreBehind() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private boolean rewardsAreBehind() throws SQLException {
        try (var statement = owner.prepareStatement("""
                select exists (
                       select
                         from event e
                        where e.brand_id = b.id
                          and (e.xid, e.event_id) > (coalesce(c.xid, '0'::xid8), coalesce(c.event_id, 0)))
                  from (select ?::bigint as id) b
                  left join reward_cursor c on c.brand_id = b.id
                """)) {
            statement.setLong(1, brand);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        }
    }

    /** How many redemptions the brand has, whatever their campaign. */
    long redemptions() throws SQLException {
        try (var statement = owner.prepareStatement("select count(*) from redemption where brand_id = ?")) {
            statement.setLong(1, brand);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> list(List<Long> campaigns, String sql, Reader<T> reader) throws SQLException {
        try (var statement = owner.prepareStatement(sql)) {
            statement.setLong(1, brand);
            statement.setArray(2, owner.createArrayOf("bigint", campaigns.toArray()));
            var found = new ArrayList<T>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
            }
            return found;
        }
    }

    private List<Row> rows(List<Long> campaigns) throws SQLException {
        return list(
                campaigns,
                """
                select r.redemption_id, r.campaign_id, c.text, r.order_reference, r.amount, r.discount
                  from redemption r
                  join code c using (brand_id, code_id)
                 where r.brand_id = ?
                   and r.campaign_id = any (?)
                """,
                row -> new Row(
                        new RedemptionId(row.getLong(1)).toString(),
                        campaign(row.getLong(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getLong(6)));
    }

    private List<Undone> reversals(List<Long> campaigns) throws SQLException {
        return list(
                campaigns,
                """
                select v.reversal_id, v.redemption_id, v.amount, v.discount_back, v.complete, v.slot_back
                  from reversal v
                  join redemption r using (brand_id, redemption_id)
                 where v.brand_id = ?
                   and r.campaign_id = any (?)
                """,
                row -> new Undone(
                        new ReversalId(row.getLong(1)).toString(),
                        new RedemptionId(row.getLong(2)).toString(),
                        row.getLong(3),
                        row.getLong(4),
                        row.getBoolean(5),
                        row.getBoolean(6)));
    }

    private List<Hold> holds(List<Long> campaigns) throws SQLException {
        return list(
                campaigns,
                """
                select h.reservation_id, h.campaign_id, c.text, h.order_reference, h.discount
                  from reservation h
                  join code c using (brand_id, code_id)
                 where h.brand_id = ?
                   and h.campaign_id = any (?)
                   and h.state = 'held'
                """,
                row -> new Hold(
                        Ids.format("rsv_", row.getLong(1)),
                        campaign(row.getLong(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5)));
    }

    /** A campaign without a counter counts as its rows and holds do. */
    private List<Limited> limits(List<Long> campaigns, List<String> standing) throws SQLException, IOException {
        var found = list(
                campaigns,
                """
                select c.campaign_id, coalesce(c.per_campaign, 9223372036854775807),
                       coalesce(c.per_code, 9223372036854775807), coalesce(c.per_customer, 9223372036854775807),
                       coalesce(c.budget, 9223372036854775807), c.offer_value / 100,
                       coalesce(n.used, r.used + h.held), coalesce(n.spent, r.spent + h.spent)
                  from campaign c
                  left join campaign_counter n using (brand_id, campaign_id)
                 cross join lateral (
                       select count(*) filter (where not coalesce(v.free, false)) as used,
                              coalesce(sum(discount - coalesce(v.back, 0)), 0) as spent
                         from redemption d
                         left join lateral (
                               select bool_or(slot_back) as free, sum(discount_back) as back
                                 from reversal
                                where (brand_id, redemption_id) = (d.brand_id, d.redemption_id)) v on true
                        where (d.brand_id, d.campaign_id) = (c.brand_id, c.campaign_id)) r
                 cross join lateral (
                       select count(*) as held, coalesce(sum(discount), 0) as spent
                         from reservation
                        where (brand_id, campaign_id) = (c.brand_id, c.campaign_id)
                          and state = 'held') h
                 where c.brand_id = ?
                   and c.campaign_id = any (?)
                """,
                row -> new Limited(
                        campaign(row.getLong(1)),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8),
                        0,
                        0));
        var shown = new ArrayList<Limited>();
        for (var one : found) {
            shown.add(
                    shown(one, standing.stream().filter(one.campaign()::equals).count()));
        }
        return shown;
    }

    /** The figures of the API may lag for a moment: what they settle on counts. */
    private Limited shown(Limited one, long expected) throws IOException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var timeline = 0L;
            for (var day :
                    api.get("/v1/campaigns/" + one.campaign() + "/timeline").get("data")) {
                timeline += day.get("redemptions").asLong();
            }
            var ranking = api.get("/v1/campaigns/" + one.campaign() + "/ranking");
            var ranked = ranking.get("uncredited").asLong();
            for (var place : ranking.get("data")) {
                ranked += place.get("redemptions").asLong();
            }
            if ((timeline == expected && ranked == expected) || System.nanoTime() > deadline) {
                return new Limited(
                        one.campaign(),
                        one.perCampaign(),
                        one.perCode(),
                        one.perCustomer(),
                        one.budget(),
                        one.percent(),
                        one.used(),
                        one.spent(),
                        timeline,
                        ranked);
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    /** The campaign of each redemption that no reversal has completed. */
    private static List<String> standing(List<Row> rows, List<Undone> reversals) {
        var gone = reversals.stream()
                .filter(Undone::complete)
                .map(Undone::redemption)
                .toList();
        return rows.stream()
                .filter(row -> !gone.contains(row.id()))
                .map(Row::campaign)
                .toList();
    }

    private List<Counted> codes(List<Long> campaigns) throws SQLException {
        return list(campaigns, """
                select n.campaign_id, c.text, n.used
                  from code_counter n
                  join code c using (brand_id, code_id)
                 where n.brand_id = ?
                   and n.campaign_id = any (?)
                """, row -> new Counted(campaign(row.getLong(1)), row.getString(2), row.getLong(3)));
    }

    private static String campaign(long id) {
        return new CampaignId(id).toString();
    }
}
