package dev.herald.redemption;

import dev.herald.redemption.LaneState.BrandHash;
import dev.herald.redemption.LaneState.Turns;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.stream.Collectors;

/** Makes counters, at zero, that the limits of a batch's campaigns need and that are not there yet. */
final class NewCounters {

    /** Nothing is lost if rows at zero are, so nobody waits for the disk. */
    private static final String ROWS = """
            select set_config('herald.brands', ?, true), set_config('synchronous_commit', 'off', true);
            insert into campaign_counter (brand_id, campaign_id, max_uses, budget)
            select brand_id, campaign_id, nullif(max_uses, 9223372036854775807), nullif(budget, 9223372036854775807)
              from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
                as a(brand_id, campaign_id, max_uses, budget)
                on conflict do nothing;
            insert into code_counter (brand_id, code_id, campaign_id, max_uses)
            select brand_id, code_id, campaign_id, max_uses
              from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
                as a(brand_id, code_id, campaign_id, max_uses)
                on conflict do nothing;
            insert into customer_counter (brand_id, campaign_id, customer, max_uses)
            select brand_id, campaign_id, customer, max_uses
              from unnest(?::bigint[], ?::bigint[], ?::bytea[], ?::bigint[])
                as a(brand_id, campaign_id, customer, max_uses)
                on conflict do nothing;
            insert into customer (brand_id, customer)
            select brand_id, customer
              from unnest(?::bigint[], ?::bytea[]) as a(brand_id, customer)
                on conflict do nothing
            """;

    private final Connection connection;

    NewCounters(Connection connection) {
        this.connection = connection;
    }

    void make(MissingCounters missing, Collection<Long> brands) throws SQLException {
        try (var statement = connection.prepareStatement(ROWS)) {
            new Columns(statement)
                    .text(brands.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")))
                    .longs(missing.campaigns(), campaign -> campaign.brand().value())
                    .longs(missing.campaigns(), campaign -> campaign.id().value())
                    .longs(missing.campaigns(), campaign -> campaign.limits().perCampaign())
                    .longs(missing.campaigns(), campaign -> campaign.limits().budget())
                    .longs(
                            missing.codes().entrySet(),
                            code -> code.getValue().brand().value())
                    .longs(missing.codes().keySet(), id -> id)
                    .longs(missing.codes().values(), campaign -> campaign.id().value())
                    .longs(
                            missing.codes().values(),
                            campaign -> campaign.limits().perCode())
                    .longs(
                            missing.turns().values(),
                            campaign -> campaign.brand().value())
                    .longs(missing.turns().keySet(), Turns::campaign)
                    .hashes(missing.turns().keySet(), Turns::customer)
                    .longs(
                            missing.turns().values(),
                            campaign -> campaign.limits().perCustomer())
                    .longs(missing.customers(), customer -> customer.brand().value())
                    .hashes(missing.customers(), BrandHash::hash);
            statement.execute();
        }
    }
}
