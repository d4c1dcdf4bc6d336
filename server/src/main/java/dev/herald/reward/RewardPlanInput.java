package dev.herald.reward;

import dev.herald.money.Money;
import dev.herald.platform.Input;
import dev.herald.platform.RequestRefused;
import dev.herald.reward.RewardPlan.Basis;
import dev.herald.reward.RewardPlan.Milestone;
import dev.herald.reward.RewardPlan.Tier;
import dev.herald.reward.RewardPlan.TierMode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Reads reward plans from JSON: those that are sent, and those that are stored. */
public final class RewardPlanInput {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final long MOST_REDEMPTIONS = 1_000_000_000;
    private static final int MOST_STEPS = 20;

    private final Input in;
    private final Currency currency;

    private RewardPlanInput(Input in, Currency currency) {
        this.in = in;
        this.currency = currency;
    }

    /** Notes every fault in the input, which the caller checks. */
    public static RewardPlan read(Input reward, Currency currency) {
        return new RewardPlanInput(reward, currency).plan();
    }

    /** What is stored; empty where it promises nothing that can be reckoned with. */
    public static Optional<RewardPlan> stored(String json, Currency currency) {
        try {
            var in = Input.of(json.getBytes(StandardCharsets.UTF_8));
            var plan = read(in, currency);
            in.check();
            return Optional.of(plan);
        } catch (RequestRefused notReadable) {
            return Optional.empty();
        }
    }

    private RewardPlan plan() {
        in.only(
                "type",
                "value",
                "currency",
                "first_order_bonus",
                "tiers",
                "tier_mode",
                "milestones",
                "contest",
                "caps",
                "hold_days");
        var ownCurrency = in.optionalText("currency", 3);
        if (ownCurrency != null && !ownCurrency.equals(currency.getCurrencyCode())) {
            in.refuse("currency", "must be the campaign's, " + currency.getCurrencyCode() + ".");
        }
        var type = in.text("type", 20);
        var basis = type.equals("percent") ? Basis.PERCENT : Basis.FLAT;
        var rate = switch (type) {
            case "percent", "flat" -> rate(in, "value", basis);
            case "none" -> 0L;
            default -> {
                in.refuse("type", "must be one of: flat, percent, none.");
                yield 0L;
            }
        };
        var caps = in.optionalObject("caps");
        if (caps != null) {
            caps.only("per_ambassador", "per_campaign");
        }
        return new RewardPlan(
                basis,
                rate,
                amount(in, "first_order_bonus", 0),
                mode(),
                tiers(basis, rate),
                milestones(),
                prizes(),
                caps == null ? RewardPlan.NO_CAP : amount(caps, "per_ambassador", RewardPlan.NO_CAP),
                caps == null ? RewardPlan.NO_CAP : amount(caps, "per_campaign", RewardPlan.NO_CAP),
                (int) in.integer("hold_days", 0, RewardPlan.MOST_HOLD_DAYS, RewardPlan.USUAL_HOLD_DAYS));
    }

    private TierMode mode() {
        var mode = in.optionalChoice("tier_mode", TierMode.class);
        return mode == null ? TierMode.MARGINAL : mode;
    }

    /** Each tier must be further and pay more than the one before: else reaching it would be a loss. */
    private List<Tier> tiers(Basis basis, long rate) {
        var tiers = new ArrayList<Tier>();
        var before = new Tier(1, rate);
        for (var step : in.objects("tiers", MOST_STEPS)) {
            step.only("from", "value");
            var tier = new Tier(step.integer("from", 2, MOST_REDEMPTIONS), rate(step, "value", basis));
            if (tier.from() <= before.from()) {
                step.refuse("from", "must be more redemptions than the tier before.");
            }
            if (tier.rate() <= before.rate()) {
                step.refuse("value", "must be more than the tier before.");
            }
            tiers.add(tier);
            before = tier;
        }
        return tiers;
    }

    private List<Milestone> milestones() {
        var milestones = new ArrayList<Milestone>();
        var before = 0L;
        for (var step : in.objects("milestones", MOST_STEPS)) {
            step.only("at", "bonus");
            var milestone = new Milestone(step.integer("at", 1, MOST_REDEMPTIONS), amount(step, "bonus"));
            if (milestone.at() <= before) {
                step.refuse("at", "must be more redemptions than the milestone before.");
            }
            milestones.add(milestone);
            before = milestone.at();
        }
        return milestones;
    }

    private List<Long> prizes() {
        var contest = in.optionalObject("contest");
        if (contest == null) {
            return List.of();
        }
        contest.only("prizes");
        var prizes = contest.decimals("prizes", MOST_STEPS, BigDecimal.ONE, BigDecimal.valueOf(Money.MOST));
        for (var i = 0; i < prizes.size(); i++) {
            if (prizes.get(i).stripTrailingZeros().scale() > 0) {
                contest.refuse("prizes/" + i, "must be a whole number of minor units.");
                return List.of();
            }
            if (i > 0 && prizes.get(i).compareTo(prizes.get(i - 1)) > 0) {
                contest.refuse("prizes/" + i, "must not be more than the prize of the place before.");
            }
        }
        return prizes.stream().map(BigDecimal::longValueExact).toList();
    }

    /** A percentage with at most two digits after the point, or an amount. */
    private long rate(Input step, String field, Basis basis) {
        if (basis == Basis.FLAT) {
            return amount(step, field);
        }
        var percent = step.decimal(field, new BigDecimal("0.01"), HUNDRED);
        if (percent.stripTrailingZeros().scale() > 2) {
            step.refuse(field, "may have at most two digits after the point.");
            return 0;
        }
        return percent.multiply(HUNDRED).longValueExact();
    }

    private long amount(Input parent, String field, long absent) {
        return parent.has(field) ? amount(parent, field) : absent;
    }

    /** Minor units, alone or as Money. */
    private long amount(Input parent, String field) {
        if (!parent.has(field) || !parent.tree().get(field).isObject()) {
            return parent.integer(field, 1, Money.MOST);
        }
        var money = parent.object(field);
        money.only("amount", "currency");
        if (!money.text("currency", 3).equals(currency.getCurrencyCode())) {
            money.refuse("currency", "must be the campaign's, " + currency.getCurrencyCode() + ".");
        }
        return money.integer("amount", 1, Money.MOST);
    }
}
