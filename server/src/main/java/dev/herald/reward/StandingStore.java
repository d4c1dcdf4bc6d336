package dev.herald.reward;

import dev.herald.access.BrandId;
import dev.herald.reward.RewardBook.Holder;
import dev.herald.reward.RewardBook.Pot;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** The SQL of plans, and of how far ambassadors and campaigns have come under them. */
final class StandingStore {

    private final Handle tx;
    private final BrandId brand;

    StandingStore(Handle tx, BrandId brand) {
        this.tx = tx;
        this.brand = brand;
    }

    Map<Long, Pot> pots(Collection<Long> campaigns) {
        var pots = new HashMap<Long, Pot>();
        tx.createQuery("""
                        select campaign_id, coalesce(plan_id, 0), earned
                          from reward_campaign
                         where brand_id = :brand
                           and campaign_id = any (:campaigns)
                        """)
                .bind("brand", brand.value())
                .bindArray("campaigns", Long.class, campaigns)
                .map((row, _) -> pots.put(row.getLong(1), new Pot(row.getLong(2), row.getLong(3))))
                .list();
        return pots;
    }

    /** Of the holders' campaigns and ambassadors, under all plans. */
    Map<Holder, Standing> standings(Collection<Holder> holders) {
        var standings = new HashMap<Holder, Standing>();
        tx.createQuery("""
                        select s.campaign_id, s.ambassador_id, s.plan_id, s.redemptions, s.units, s.own, s.bonus,
                               s.earned
                          from (select distinct campaign_id, ambassador_id
                                  from unnest(:campaigns, :ambassadors) as a(campaign_id, ambassador_id)) a
                         cross join lateral (
                               select campaign_id, ambassador_id, plan_id, redemptions, units, own, bonus, earned
                                 from reward_standing
                                where brand_id = :brand
                                  and campaign_id = a.campaign_id
                                  and ambassador_id = a.ambassador_id
                               offset 0) s
                        """)
                .bind("brand", brand.value())
                .bindArray("campaigns", Long.class, column(holders, Holder::campaign))
                .bindArray("ambassadors", Long.class, column(holders, Holder::ambassador))
                .map((row, _) -> standings.put(
                        new Holder(row.getLong(1), row.getLong(2), row.getLong(3)),
                        new Standing(row.getLong(4), row.getLong(5), row.getLong(6), row.getLong(7), row.getLong(8))))
                .list();
        return standings;
    }

    /** Those that can be reckoned with. */
    Map<Long, RewardPlan> plans(Collection<Long> ids) {
        var plans = new HashMap<Long, RewardPlan>();
        tx.createQuery("""
                        select plan_id, plan::text, currency
                          from reward_plan
                         where brand_id = :brand
                           and plan_id = any (:ids)
                           and plan is not null
                        """)
                .bind("brand", brand.value())
                .bindArray("ids", Long.class, ids)
                .map((row, _) -> {
                    var id = row.getLong(1);
                    RewardPlanInput.stored(row.getString(2), Currency.getInstance(row.getString(3)))
                            .ifPresent(plan -> plans.put(id, plan));
                    return id;
                })
                .list();
        return plans;
    }

    /** Where somebody stands under the plan that counts now; empty if none does. */
    Optional<Progress> progress(long campaign, long ambassador) {
        var current = Optional.ofNullable(pots(List.of(campaign)).get(campaign))
                .map(Pot::plan)
                .orElse(0L);
        var plan = plans(List.of(current)).get(current);
        if (plan == null) {
            return Optional.empty();
        }
        var standings = standings(List.of(new Holder(campaign, ambassador, current)));
        return Optional.of(new Progress(
                plan,
                standings.values().stream().mapToLong(Standing::redemptions).sum()));
    }

    void save(RewardBook book) {
        savePots(book);
        saveStandings(book);
    }

    private void savePots(RewardBook book) {
        var campaigns = List.copyOf(book.changedPots());
        tx.createUpdate("""
                        insert into reward_campaign (brand_id, campaign_id, plan_id, earned)
                        select :brand, campaign_id, nullif(plan_id, 0), earned
                          from unnest(:campaigns, :plans, :earned) as a(campaign_id, plan_id, earned)
                            on conflict (brand_id, campaign_id)
                               do update set plan_id = excluded.plan_id, earned = excluded.earned
                        """)
                .bind("brand", brand.value())
                .bindArray("campaigns", Long.class, campaigns)
                .bindArray(
                        "plans",
                        Long.class,
                        column(campaigns, one -> book.pot(one).plan()))
                .bindArray(
                        "earned",
                        Long.class,
                        column(campaigns, one -> book.pot(one).earned()))
                .execute();
    }

    private void saveStandings(RewardBook book) {
        var holders = List.copyOf(book.changedStandings());
        var standings = column(holders, book::standing);
        tx.createUpdate("""
                        insert into reward_standing (brand_id, campaign_id, ambassador_id, plan_id, redemptions, units,
                                                     own, bonus, earned)
                        select :brand, campaign_id, ambassador_id, plan_id, redemptions, units, own, bonus, earned
                          from unnest(:campaigns, :ambassadors, :plans, :redemptions, :units, :own, :bonus, :earned)
                            as a(campaign_id, ambassador_id, plan_id, redemptions, units, own, bonus, earned)
                            on conflict (brand_id, campaign_id, ambassador_id, plan_id)
                               do update set redemptions = excluded.redemptions, units = excluded.units,
                                             own = excluded.own, bonus = excluded.bonus, earned = excluded.earned
                        """)
                .bind("brand", brand.value())
                .bindArray("campaigns", Long.class, column(holders, Holder::campaign))
                .bindArray("ambassadors", Long.class, column(holders, Holder::ambassador))
                .bindArray("plans", Long.class, column(holders, Holder::plan))
                .bindArray("redemptions", Long.class, column(standings, Standing::redemptions))
                .bindArray("units", Long.class, column(standings, Standing::units))
                .bindArray("own", Long.class, column(standings, Standing::own))
                .bindArray("bonus", Long.class, column(standings, Standing::bonus))
                .bindArray("earned", Long.class, column(standings, Standing::earned))
                .execute();
    }

    private static <T, V> List<V> column(Collection<T> rows, Function<T, V> value) {
        return rows.stream().map(value).toList();
    }
}
