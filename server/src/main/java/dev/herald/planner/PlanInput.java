package dev.herald.planner;

import dev.herald.campaign.Objective;
import dev.herald.money.Money;
import dev.herald.platform.Input;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads a plan from JSON. What the brand tells beside {@code assumptions} is taken to be beyond doubt. */
final class PlanInput {

    private static final long MOST_AUDIENCE = 10_000_000_000L;
    private static final long MOST_ORDERS = 1_000_000_000L;
    private static final long DEAREST_ORDER = 1_000_000_000L;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Input in;
    private final Currency currency;
    private final Assumptions own;
    private final Map<Assumption, Double> changed = new EnumMap<>(Assumption.class);
    private final Set<Assumption> known = EnumSet.noneOf(Assumption.class);

    private PlanInput(Input in, Currency usual, Function<Currency, Assumptions> own) {
        this.in = in;
        this.currency = currency(in, usual);
        this.own = in.bool("own_data", true) ? own.apply(currency) : Assumptions.DEFAULT;
    }

    /** The plan in a request by the usual assumptions; faults are refused with 422. */
    static Plan read(Input in) {
        return read(in, Plan.USUAL_CURRENCY, _ -> Assumptions.DEFAULT);
    }

    /**
     * @param usual the currency of a plan that names no amount
     * @param own what the brand's own campaigns show, for a plan in a currency
     */
    static Plan read(Input in, Currency usual, Function<Currency, Assumptions> own) {
        return new PlanInput(in, usual, own).plan();
    }

    private Plan plan() {
        var objective = in.choice("objective", Objective.class);
        var ambassadors = in.integer("ambassadors", 1, Plan.MOST_AMBASSADORS);
        var expectedOrders = in.has("expected_orders") ? in.integer("expected_orders", 1, MOST_ORDERS) : 0;
        readAssumptions();
        if (in.has("audience_size")) {
            changed.put(Assumption.AUDIENCE, (double) in.integer("audience_size", 1, MOST_AUDIENCE));
        }
        if (in.has("margin")) {
            know(
                    Assumption.MARGIN,
                    in.decimal("margin", BigDecimal.ZERO, BigDecimal.ONE).doubleValue());
        }
        if (in.has("average_order")) {
            know(Assumption.ORDER, units(in.object("average_order"), DEAREST_ORDER));
        }
        readOffer();
        readReward();
        var budget = in.has("budget") ? units(in.object("budget"), Money.MOST) : Plan.NO_BUDGET;
        in.check();
        var assumptions = own.with(changed).knowing(known);
        return new Plan(objective, (int) ambassadors, expectedOrders, budget, currency, assumptions);
    }

    private void readAssumptions() {
        var assumptions = in.optionalObject("assumptions");
        if (assumptions == null) {
            return;
        }
        assumptions.only(Arrays.stream(Assumption.values()).map(Assumption::key).toArray(String[]::new));
        for (var assumption : Assumption.values()) {
            if (assumptions.has(assumption.key())) {
                var value = assumptions.decimal(assumption.key(), bound(assumption.least), bound(assumption.most));
                changed.put(assumption, value.doubleValue());
            }
        }
    }

    /** Written as 1, not as 1.0. */
    private static BigDecimal bound(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros();
    }

    private void readOffer() {
        var offer = in.optionalObject("offer");
        if (offer == null) {
            return;
        }
        offer.only("type", "value", "max");
        var order = value(Assumption.ORDER);
        switch (offer.optionalText("type", 20)) {
            case "percent" -> {
                var share = offer.decimal("value", BigDecimal.ZERO, HUNDRED).doubleValue() / 100;
                var most = offer.has("max") ? units(offer.object("max"), Money.MOST) / order : 1;
                know(Assumption.DISCOUNT, Math.min(share, most));
            }
            case "amount" -> know(Assumption.DISCOUNT, units(offer.integer("value", 1, Money.MOST)) / order);
            case "free_shipping" -> know(Assumption.DISCOUNT, value(Assumption.SHIPPING) / order);
            case null, default -> offer.refuse("type", "must be one of: percent, amount, free_shipping.");
        }
    }

    /** Without a reward nothing is paid, and nothing but the code's being one's own makes people share it. */
    private void readReward() {
        var reward = in.optionalObject("reward");
        if (reward == null) {
            return;
        }
        switch (reward.optionalText("type", 20)) {
            case "percent" ->
                know(
                        Assumption.COMMISSION,
                        reward.decimal("value", BigDecimal.ZERO, HUNDRED).doubleValue() / 100);
            case "flat" ->
                know(Assumption.COMMISSION, units(reward.integer("value", 0, Money.MOST)) / value(Assumption.ORDER));
            case "none" -> {
                know(Assumption.COMMISSION, 0);
                know(Assumption.INCENTIVE_LIFT, 0);
            }
            case null, default -> reward.refuse("type", "must be one of: percent, flat, none.");
        }
    }

    private double value(Assumption assumption) {
        var set = changed.get(assumption);
        return set != null ? set : own.get(assumption);
    }

    private void know(Assumption assumption, double value) {
        changed.put(assumption, Math.clamp(value, assumption.least, assumption.most));
        known.add(assumption);
    }

    private double units(Input money, long most) {
        money.only("amount", "currency");
        var amount = money.integer("amount", 1, most);
        if (!money.text("currency", 3).equals(currency.getCurrencyCode())) {
            money.refuse("currency", "must be that of the other amounts, " + currency.getCurrencyCode() + ".");
        }
        return units(amount);
    }

    private double units(long minor) {
        return minor / Math.pow(10, currency.getDefaultFractionDigits());
    }

    /** The plan's currency is that of the first amount in it. */
    private static Currency currency(Input in, Currency usual) {
        var tree = in.tree();
        return Stream.of(
                        tree.path("average_order"),
                        tree.path("budget"),
                        tree.path("offer").path("max"))
                .flatMap(money -> Money.currency(money.path("currency").asText()).stream())
                .findFirst()
                .orElse(usual);
    }
}
