package dev.herald.campaign;

import dev.herald.money.BasisPoints;
import dev.herald.money.Money;
import dev.herald.platform.Input;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Reads campaigns from JSON: a new one, or a change of one that is there. */
final class CampaignInput {

    private static final Currency UNREAD = Currency.getInstance("USD");

    private static final BigDecimal SMALLEST_TIER = new BigDecimal("0.0001");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final long MOST_USES = 1_000_000_000_000L;

    private final Input in;
    private final Currency currency;

    /** A misspelt limit must not make an unlimited campaign. */
    private static final String[] MEMBERS = {
        "name",
        "objective",
        "strategy",
        "tier",
        "offer",
        "currency",
        "starts_at",
        "ends_at",
        "blanket_code",
        "combinable",
        "limits",
        "reversals",
        "attribution",
        "reward"
    };

    private static final String[] LIMITS = {
        "per_code",
        "per_campaign",
        "per_customer",
        "per_customer_per_day",
        "per_customer_per_week",
        "per_customer_per_month",
        "first_order_only",
        "minimum_order",
        "budget"
    };

    private CampaignInput(Input in, Currency currency) {
        this.in = in;
        this.currency = currency;
    }

    /** A new campaign; {@code advice} chooses the strategy if none is given. */
    static CampaignDraft draft(Input in, Function<Objective, Strategy> advice, BiConsumer<Input, Currency> rewardPlan) {
        in.only(MEMBERS);
        var reader = new CampaignInput(in, currency(in));
        var objective = in.choice("objective", Objective.class);
        var strategy = in.optionalChoice("strategy", Strategy.class);
        var tier = reader.tier(Campaign.USUAL_TIER);
        var name = in.text("name", 200);
        var startsAt = in.time("starts_at");
        var endsAt = reader.endsAt(Campaign.NO_END);
        var offer = reader.offer(in.object("offer"));
        var combinable = in.bool("combinable", false);
        var limits = reader.limits(Limits.UNLIMITED);
        var reversals = ReversalPolicyInput.of(in, ReversalPolicy.DEFAULT);
        var attribution = AttributionPolicyInput.of(in, AttributionPolicy.DEFAULT);
        var reward = RewardInput.of(in, null, plan -> rewardPlan.accept(plan, reader.currency));
        var blanketCode = in.optionalText("blanket_code", 64);
        in.check();
        checkOrder(in, startsAt, endsAt);
        var chosen = strategy == null ? advice.apply(objective) : strategy;
        RewardInput.check(in, reward, chosen);
        return new CampaignDraft(
                name,
                objective,
                chosen,
                tier,
                offer,
                reader.currency,
                startsAt,
                endsAt,
                combinable,
                limits,
                reversals,
                attribution,
                reward,
                blanketCode);
    }

    /** A change: what is absent stays, what is null goes. Objective, strategy, offer and currency change in draft only. */
    static CampaignDraft change(Input in, Campaign now, BiConsumer<Input, Currency> rewardPlan) {
        var isDraft = now.state() == Campaign.State.DRAFT;
        in.only(MEMBERS);
        refuseFixed(in, isDraft);
        var reader = new CampaignInput(in, in.has("currency") ? currency(in) : now.currency());
        if (!reader.currency.equals(now.currency()) && !in.has("offer")) {
            in.refuse("offer", "must come with a new currency, because its amounts are in it.");
        }
        if (!reader.currency.equals(now.currency()) && now.limits().hasMoney() && !in.has("limits")) {
            in.refuse("limits", "must come with a new currency, because minimum_order and budget are in it.");
        }
        var objective = in.optionalChoice("objective", Objective.class);
        var strategy = in.optionalChoice("strategy", Strategy.class);
        var tier = reader.tier(now.tier());
        var name = in.has("name") ? in.text("name", 200) : now.name();
        var startsAt = in.has("starts_at") ? in.time("starts_at") : now.startsAt();
        var endsAt = reader.endsAt(now.endsAt());
        var offer = in.has("offer") && isDraft ? reader.offer(in.object("offer")) : now.offer();
        var combinable = in.bool("combinable", now.combinable());
        var limits = reader.limits(
                reader.currency.equals(now.currency())
                        ? now.limits()
                        : now.limits().withoutMoney());
        var reversals = ReversalPolicyInput.of(in, now.reversals());
        var attribution = AttributionPolicyInput.of(in, now.attribution());
        var reward = RewardInput.of(in, now.reward(), plan -> rewardPlan.accept(plan, reader.currency));
        in.check();
        checkOrder(in, startsAt, endsAt);
        var chosen = strategy == null ? now.strategy() : strategy;
        if (in.has("reward") || chosen != now.strategy()) {
            RewardInput.check(in, reward, chosen);
        }
        return new CampaignDraft(
                name,
                objective == null ? now.objective() : objective,
                chosen,
                tier,
                offer,
                reader.currency,
                startsAt,
                endsAt,
                combinable,
                limits,
                reversals,
                attribution,
                reward,
                null);
    }

    private static void refuseFixed(Input in, boolean isDraft) {
        for (var fixed : List.of("objective", "strategy", "tier", "currency", "offer")) {
            if (!isDraft && in.has(fixed)) {
                in.refuse(fixed, "cannot change after the launch. Make a new campaign for it.");
            }
        }
        if (in.has("blanket_code")) {
            in.refuse("blanket_code", "is given with a new campaign or added under /codes.");
        }
    }

    /** Looked at when all else is in order: a time that could not be read has no order. */
    private static void checkOrder(Input in, Instant startsAt, Instant endsAt) {
        if (!startsAt.isBefore(endsAt)) {
            in.refuse("ends_at", "must be after starts_at.");
            in.check();
        }
    }

    private static Currency currency(Input in) {
        var code = in.text("currency", 3);
        if (code.isEmpty()) {
            return UNREAD;
        }
        var currency = Money.currency(code);
        if (currency.isEmpty()) {
            in.refuse("currency", "must be an ISO 4217 code such as EUR.");
        }
        return currency.orElse(UNREAD);
    }

    /** A share such as 0.2; whoever enrolls later is weighed by it too, so it stays as it was at the launch. */
    private BasisPoints tier(BasisPoints absent) {
        if (!in.has("tier")) {
            return absent;
        }
        var share = in.decimal("tier", SMALLEST_TIER, BigDecimal.ONE);
        if (share.stripTrailingZeros().scale() > 4) {
            in.refuse("tier", "may have at most four digits after the point.");
            return absent;
        }
        return new BasisPoints(share.movePointRight(4).intValueExact());
    }

    private Instant endsAt(Instant absent) {
        if (in.clears("ends_at")) {
            return Campaign.NO_END;
        }
        var endsAt = in.optionalTime("ends_at");
        return endsAt == null ? absent : endsAt;
    }

    private Offer offer(Input offer) {
        offer.only("type", "value", "max");
        return switch (offer.optionalText("type", 20)) {
            case "percent" -> new Offer.Percent(share(offer), money(offer, "max", Offer.NO_MAXIMUM));
            case "amount" ->
                new Offer.Amount(offer.integer("value", 1, Money.MOST), currency.getDefaultFractionDigits());
            case "free_shipping" -> new Offer.FreeShipping();
            case null, default -> {
                offer.refuse("type", "must be one of: percent, amount, free_shipping.");
                yield new Offer.FreeShipping();
            }
        };
    }

    private static BasisPoints share(Input offer) {
        var percent = offer.decimal("value", new BigDecimal("0.01"), HUNDRED);
        if (percent.stripTrailingZeros().scale() > 2) {
            offer.refuse("value", "may have at most two digits after the point.");
            return new BasisPoints(1);
        }
        return new BasisPoints(percent.multiply(HUNDRED).intValueExact());
    }

    private Limits limits(Limits now) {
        if (in.clears("limits")) {
            return Limits.UNLIMITED;
        }
        var limits = in.optionalObject("limits");
        if (limits == null) {
            return now;
        }
        limits.only(LIMITS);
        return new Limits(
                uses(limits, "per_code", now.perCode()),
                uses(limits, "per_campaign", now.perCampaign()),
                uses(limits, "per_customer", now.perCustomer()),
                uses(limits, "per_customer_per_day", now.perCustomerPerDay()),
                uses(limits, "per_customer_per_week", now.perCustomerPerWeek()),
                uses(limits, "per_customer_per_month", now.perCustomerPerMonth()),
                !limits.clears("first_order_only") && limits.bool("first_order_only", now.firstOrderOnly()),
                limits.clears("minimum_order") ? 0 : money(limits, "minimum_order", now.minimumOrder()),
                limits.clears("budget") ? Limits.NONE : money(limits, "budget", now.budget()));
    }

    private static long uses(Input limits, String field, long now) {
        return limits.clears(field) ? Limits.NONE : limits.integer(field, 1, MOST_USES, now);
    }

    private long money(Input parent, String field, long absent) {
        var money = parent.optionalObject(field);
        if (money == null) {
            return absent;
        }
        money.only("amount", "currency");
        var amount = money.integer("amount", 1, Money.MOST);
        if (!money.text("currency", 3).equals(currency.getCurrencyCode())) {
            money.refuse("currency", "must be the campaign's, " + currency.getCurrencyCode() + ".");
        }
        return amount;
    }
}
