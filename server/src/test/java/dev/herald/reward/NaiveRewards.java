package dev.herald.reward;

import dev.herald.reward.RewardPlan.Basis;
import dev.herald.reward.RewardPlan.TierMode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What rewards must come to, reckoned the slow way: every event goes through the whole list of orders again, with
 * fractions instead of running sums. It shares no code with what it checks but the words of the plan.
 */
final class NaiveRewards {

    private static final class Line {
        private final RewardEvent.Redeemed order;
        private final long rate;
        private long undone;
        private boolean gone;

        Line(RewardEvent.Redeemed order, long rate) {
            this.order = order;
            this.rate = rate;
        }

        /** The share of an amount that belongs to what stands, rounded half up. */
        BigDecimal standing(long value) {
            if (gone) {
                return BigDecimal.ZERO;
            }
            var amount = BigInteger.valueOf(order.order().amount());
            if (undone == 0) {
                return BigDecimal.valueOf(value);
            }
            var left = BigDecimal.valueOf(value).multiply(new BigDecimal(amount.subtract(BigInteger.valueOf(undone))));
            return left.divide(new BigDecimal(amount), 0, RoundingMode.HALF_UP);
        }
    }

    private static final class Sheet {
        private final long id;
        private final RewardPlan plan;
        private final Map<Long, Sheet> all;
        private final List<Line> lines = new ArrayList<>();
        private long earned;

        Sheet(long id, RewardPlan plan, Map<Long, Sheet> all) {
            this.id = id;
            this.plan = plan;
            this.all = all;
        }

        private long sumBefore(ToLongFunction<Sheet> value) {
            return all.values().stream()
                    .filter(one -> one.id < id)
                    .mapToLong(value)
                    .sum();
        }

        long own() {
            return lines.stream().filter(line -> !line.gone).count();
        }

        long before() {
            return sumBefore(Sheet::own);
        }

        long count() {
            return before() + own();
        }

        long room() {
            return plan.capPerAmbassador() == RewardPlan.NO_CAP
                    ? RewardPlan.NO_CAP
                    : Math.max(0, plan.capPerAmbassador() - sumBefore(one -> one.earned));
        }

        long rate(long count) {
            var rate = plan.rate();
            for (var tier : plan.tiers()) {
                rate = count >= tier.from() ? tier.rate() : rate;
            }
            return rate;
        }

        long target() {
            var bonuses = BigDecimal.ZERO;
            var itself = BigDecimal.ZERO;
            var units = BigDecimal.ZERO;
            var percent = plan.basis() == Basis.PERCENT;
            for (var line : lines) {
                if (line.order.order().firstOrder()) {
                    bonuses = bonuses.add(line.standing(plan.firstOrderBonus()));
                }
                var own = percent ? line.standing(line.order.order().net()) : line.standing(1_000_000);
                units = units.add(own);
                itself = itself.add(percent ? share(own, line.rate, 10_000) : line.standing(line.rate));
            }
            if (plan.tierMode() == TierMode.WHOLE && !plan.tiers().isEmpty()) {
                itself = share(units, rate(count()), percent ? 10_000 : 1_000_000);
            }
            var total = itself.add(bonuses).longValueExact();
            for (var milestone : plan.milestones()) {
                if (milestone.at() > before() && milestone.at() <= count()) {
                    total += milestone.bonus();
                }
            }
            return total;
        }

        private static BigDecimal share(BigDecimal units, long rate, long whole) {
            return units.multiply(BigDecimal.valueOf(rate)).divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP);
        }
    }

    private record Member(long campaign, long ambassador) {}

    private final Map<Long, RewardPlan> plans;
    private final Map<Long, Long> current = new HashMap<>();
    private final Map<Member, Map<Long, Sheet>> sheets = new LinkedHashMap<>();
    private final Map<Long, Line> lines = new HashMap<>();
    private final Map<Long, Sheet> sheetOf = new HashMap<>();

    NaiveRewards(Map<Long, RewardPlan> plans) {
        this.plans = plans;
    }

    void carryOut(RewardEvent event) {
        switch (event) {
            case RewardEvent.Planned planned -> current.put(planned.campaign(), planned.plan());
            case RewardEvent.Redeemed redeemed -> redeem(redeemed);
            case RewardEvent.Reversed reversed -> reverse(reversed);
            case RewardEvent.Other() -> {}
        }
    }

    /** What an ambassador has earned in all campaigns. */
    long earned(long ambassador) {
        return sheets.entrySet().stream()
                .filter(one -> one.getKey().ambassador() == ambassador)
                .flatMap(one -> one.getValue().values().stream())
                .mapToLong(sheet -> sheet.earned)
                .sum();
    }

    private void redeem(RewardEvent.Redeemed event) {
        var plan = plan(event.campaign());
        if (plan == null || event.ambassador() == 0) {
            return;
        }
        var own = sheets.computeIfAbsent(new Member(event.campaign(), event.ambassador()), _ -> new TreeMap<>());
        var sheet = own.computeIfAbsent(current.getOrDefault(event.campaign(), 0L), id -> new Sheet(id, plan, own));
        var line = new Line(event, sheet.rate(sheet.count() + 1));
        sheet.lines.add(line);
        lines.put(event.redemption(), line);
        sheetOf.put(event.redemption(), sheet);
        var others = all(event.campaign());
        var left = plan.capPerCampaign() == RewardPlan.NO_CAP
                ? RewardPlan.NO_CAP
                : Math.max(0, plan.capPerCampaign() - others);
        var wanted = Math.max(0, Math.min(sheet.target(), sheet.room()) - sheet.earned);
        sheet.earned += Math.min(wanted, left);
    }

    private void reverse(RewardEvent.Reversed event) {
        var line = lines.get(event.redemption());
        var sheet = sheetOf.get(event.redemption());
        if (line == null || sheet == null) {
            return;
        }
        line.undone += event.undone();
        line.gone |= event.gone();
        // What a later plan counts on may have changed too; all together nobody has more than before.
        var most = 0L;
        for (var one : sheet.all.values()) {
            if (one.id >= sheet.id) {
                most += one.earned;
                one.earned = Math.min(most, Math.min(one.target(), one.room()));
                most -= one.earned;
            }
        }
    }

    private long all(long campaign) {
        return sheets.entrySet().stream()
                .filter(one -> one.getKey().campaign() == campaign)
                .flatMap(one -> one.getValue().values().stream())
                .mapToLong(sheet -> sheet.earned)
                .sum();
    }

    private @Nullable RewardPlan plan(long campaign) {
        return plans.get(current.getOrDefault(campaign, 0L));
    }
}
