package dev.herald.campaign;

import dev.herald.access.BrandId;
import dev.herald.money.BasisPoints;
import dev.herald.platform.Json;
import dev.herald.platform.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** All SQL of campaigns. */
final class CampaignStore {

    private final Handle tx;

    CampaignStore(Handle tx) {
        this.tx = tx;
    }

    void insert(BrandId brand, CampaignId id, CampaignDraft draft, Instant at) {
        bind(tx.createUpdate("""
                        insert into campaign (brand_id, campaign_id, name, objective, strategy, tier, offer_type, offer_value,
                               offer_max, currency, starts_at, ends_at, combinable, per_code, per_campaign,
                               per_customer, per_customer_per_day, per_customer_per_week, per_customer_per_month,
                               first_order_only, minimum_order, budget, reversal_policy, attribution_policy, reward, created_at)
                        values (:brand, :id, :name, :objective, :strategy, :tier, :offer_type, :offer_value,
                               :offer_max, :currency, :starts_at, :ends_at, :combinable, :per_code, :per_campaign,
                               :per_customer, :per_customer_per_day, :per_customer_per_week,
                               :per_customer_per_month, :first_order_only, :minimum_order, :budget,
                               :reversal_policy::jsonb, :attribution_policy::jsonb, :reward::jsonb, :at)
                        """), draft)
                .bind("brand", brand.value())
                .bind("id", id.value())
                .bind("at", at)
                .execute();
    }

    void update(BrandId brand, CampaignId id, CampaignDraft draft) {
        bind(tx.createUpdate("""
                        update campaign
                           set version = version + 1, name = :name, objective = :objective, strategy = :strategy,
                               tier = :tier, offer_type = :offer_type, offer_value = :offer_value, offer_max = :offer_max,
                               currency = :currency, starts_at = :starts_at, ends_at = :ends_at,
                               combinable = :combinable, per_code = :per_code, per_campaign = :per_campaign,
                               per_customer = :per_customer, per_customer_per_day = :per_customer_per_day,
                               per_customer_per_week = :per_customer_per_week,
                               per_customer_per_month = :per_customer_per_month,
                               first_order_only = :first_order_only, minimum_order = :minimum_order,
                               budget = :budget, reversal_policy = :reversal_policy::jsonb,
                               attribution_policy = :attribution_policy::jsonb, reward = :reward::jsonb
                         where brand_id = :brand
                           and campaign_id = :id
                        """), draft)
                .bind("brand", brand.value())
                .bind("id", id.value())
                .execute();
    }

    void setState(BrandId brand, CampaignId id, Campaign.State state) {
        tx.createUpdate("""
                        update campaign
                           set version = version + 1, state = :state
                         where brand_id = :brand
                           and campaign_id = :id
                        """)
                .bind("state", column(state))
                .bind("brand", brand.value())
                .bind("id", id.value())
                .execute();
    }

    void setBlanketCode(BrandId brand, CampaignId id, String display) {
        tx.createUpdate("""
                        update campaign
                           set blanket_code = :display
                         where brand_id = :brand
                           and campaign_id = :id
                        """)
                .bind("display", display)
                .bind("brand", brand.value())
                .bind("id", id.value())
                .execute();
    }

    /**
     * Waits until no redemption of the campaign is under way and lets none begin before this transaction ends. Lanes
     * hold the same lock, shared, while they decide.
     */
    void lockAgainstRedemptions(CampaignId id) {
        tx.createQuery("select 1 from (select pg_advisory_xact_lock(:id)) as locked")
                .bind("id", id.value())
                .mapTo(Integer.class)
                .one();
    }

    Optional<Campaign> find(BrandId brand, CampaignId id) {
        return tx.createQuery("""
                        select brand_id, campaign_id, version, name, objective, strategy, tier, offer_type, offer_value,
                               offer_max, currency, starts_at, ends_at, combinable, state, per_code, per_campaign,
                               per_customer, per_customer_per_day, per_customer_per_week, per_customer_per_month,
                               first_order_only, minimum_order, budget, reversal_policy, attribution_policy, reward,
                               blanket_code, created_at
                          from campaign
                         where brand_id = :brand
                           and campaign_id = :id
                        """)
                .bind("brand", brand.value())
                .bind("id", id.value())
                .map((row, _) -> campaign(row))
                .findOne();
    }

    /** Of every brand that the transaction sees. */
    List<Campaign> find(List<Long> ids) {
        return tx.createQuery("""
                        select brand_id, campaign_id, version, name, objective, strategy, tier, offer_type, offer_value,
                               offer_max, currency, starts_at, ends_at, combinable, state, per_code, per_campaign,
                               per_customer, per_customer_per_day, per_customer_per_week, per_customer_per_month,
                               first_order_only, minimum_order, budget, reversal_policy, attribution_policy, reward,
                               blanket_code, created_at
                          from campaign
                         where brand_id = any ((select herald_brands())::bigint[])
                           and campaign_id = any (:ids)
                        """)
                .bindArray("ids", Long.class, ids)
                .map((row, _) -> campaign(row))
                .list();
    }

    List<Campaign> list(BrandId brand, Page page) {
        return tx.createQuery("""
                        select brand_id, campaign_id, version, name, objective, strategy, tier, offer_type, offer_value,
                               offer_max, currency, starts_at, ends_at, combinable, state, per_code, per_campaign,
                               per_customer, per_customer_per_day, per_customer_per_week, per_customer_per_month,
                               first_order_only, minimum_order, budget, reversal_policy, attribution_policy, reward,
                               blanket_code, created_at
                          from campaign
                         where brand_id = :brand
                           and campaign_id < :before
                         order by campaign_id desc
                         limit :fetch
                        """)
                .bind("brand", brand.value())
                .bind("before", page.before())
                .bind("fetch", page.fetch())
                .map((row, _) -> campaign(row))
                .list();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, CampaignDraft draft) {
        var limits = draft.limits();
        return offer(statement, draft.offer())
                .bind("name", draft.name())
                .bind("objective", column(draft.objective()))
                .bind("strategy", column(draft.strategy()))
                .bind("tier", draft.tier().value())
                .bind("currency", draft.currency().getCurrencyCode())
                .bind("starts_at", draft.startsAt())
                .bind("ends_at", draft.endsAt().equals(Campaign.NO_END) ? null : draft.endsAt())
                .bind("combinable", draft.combinable())
                .bind("per_code", capped(limits.perCode()))
                .bind("per_campaign", capped(limits.perCampaign()))
                .bind("per_customer", capped(limits.perCustomer()))
                .bind("per_customer_per_day", capped(limits.perCustomerPerDay()))
                .bind("per_customer_per_week", capped(limits.perCustomerPerWeek()))
                .bind("per_customer_per_month", capped(limits.perCustomerPerMonth()))
                .bind("first_order_only", limits.firstOrderOnly())
                .bind("minimum_order", limits.minimumOrder())
                .bind("budget", capped(limits.budget()))
                .bind("reversal_policy", policy(draft.reversals()))
                .bind("attribution_policy", policy(draft.attribution()))
                .bind("reward", draft.reward());
    }

    private static <S extends SqlStatement<S>> S offer(S statement, Offer offer) {
        return switch (offer) {
            case Offer.Percent(var share, var max) ->
                statement
                        .bind("offer_type", "percent")
                        .bind("offer_value", share.value())
                        .bind("offer_max", capped(max));
            case Offer.Amount(var value, var _) ->
                statement
                        .bind("offer_type", "amount")
                        .bind("offer_value", value)
                        .bind("offer_max", (Long) null);
            case Offer.FreeShipping() ->
                statement
                        .bind("offer_type", "free_shipping")
                        .bind("offer_value", 0)
                        .bind("offer_max", (Long) null);
        };
    }

    /** The default is not stored. */
    private static @Nullable String policy(ReversalPolicy policy) {
        return policy.equals(ReversalPolicy.DEFAULT) ? null : Json.text(policy);
    }

    private static ReversalPolicy policy(@Nullable String json) {
        return json == null ? ReversalPolicy.DEFAULT : Json.read(json, ReversalPolicy.class);
    }

    private static @Nullable String policy(AttributionPolicy policy) {
        return policy.equals(AttributionPolicy.DEFAULT) ? null : Json.text(policy);
    }

    private static AttributionPolicy attribution(@Nullable String json) {
        return json == null ? AttributionPolicy.DEFAULT : Json.read(json, AttributionPolicy.class);
    }

    private static @Nullable Long capped(long limit) {
        return limit == Limits.NONE ? null : limit;
    }

    private static Campaign campaign(ResultSet row) throws SQLException {
        var currency = Currency.getInstance(row.getString("currency"));
        return new Campaign(
                new BrandId(row.getLong("brand_id")),
                new CampaignId(row.getLong("campaign_id")),
                row.getInt("version"),
                row.getString("name"),
                constant(Objective.class, row.getString("objective")),
                constant(Strategy.class, row.getString("strategy")),
                new BasisPoints(row.getInt("tier")),
                offer(row, currency),
                currency,
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                endsAt(row),
                row.getBoolean("combinable"),
                constant(Campaign.State.class, row.getString("state")),
                new Limits(
                        limit(row, "per_code"),
                        limit(row, "per_campaign"),
                        limit(row, "per_customer"),
                        limit(row, "per_customer_per_day"),
                        limit(row, "per_customer_per_week"),
                        limit(row, "per_customer_per_month"),
                        row.getBoolean("first_order_only"),
                        row.getLong("minimum_order"),
                        limit(row, "budget")),
                policy(row.getString("reversal_policy")),
                attribution(row.getString("attribution_policy")),
                row.getString("reward"),
                row.getString("blanket_code"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static Offer offer(ResultSet row, Currency currency) throws SQLException {
        var value = row.getLong("offer_value");
        return switch (row.getString("offer_type")) {
            case "percent" -> new Offer.Percent(new BasisPoints((int) value), limit(row, "offer_max"));
            case "amount" -> new Offer.Amount(value, currency.getDefaultFractionDigits());
            default -> new Offer.FreeShipping();
        };
    }

    private static Instant endsAt(ResultSet row) throws SQLException {
        var endsAt = row.getObject("ends_at", OffsetDateTime.class);
        return endsAt == null ? Campaign.NO_END : endsAt.toInstant();
    }

    private static long limit(ResultSet row, String column) throws SQLException {
        var limit = row.getLong(column);
        return row.wasNull() ? Limits.NONE : limit;
    }

    private static String column(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String column) {
        return Enum.valueOf(type, column.toUpperCase(Locale.ROOT));
    }
}
