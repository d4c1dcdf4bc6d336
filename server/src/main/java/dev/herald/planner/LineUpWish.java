package dev.herald.planner;

import com.fasterxml.jackson.databind.JsonNode;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.CampaignId;
import dev.herald.money.Money;
import dev.herald.platform.Ids;
import dev.herald.platform.Input;
import dev.herald.platform.Json;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants of a line-up. What is absent is taken from the campaign it follows, or else is what is usual.
 *
 * @param campaign the one that it follows
 * @param learnFromIt whether what is known is taken from that campaign alone
 * @param costEach what it costs to invite somebody, whatever he sells
 * @param order an order of the usual size
 * @param margin share of the order
 * @param places the most people
 * @param exploration share of the budget for people of whom little is known
 */
public record LineUpWish(
        @Nullable CampaignId campaign,
        boolean learnFromIt,
        Money budget,
        @Nullable Money costEach,
        @Nullable Reward reward,
        @Nullable Money order,
        double margin,
        int places,
        double exploration) {

    public static final double USUAL_EXPLORATION = .15;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MOST_EXPLORATION = BigDecimal.valueOf(.5);

    /**
     * What is promised for each order: a fixed amount in minor units, or a share of what the buyer pays.
     */
    public record Reward(long flat, double share) {

        public static final Reward NONE = new Reward(0, 0);

        double of(long paid) {
            return flat + share * paid;
        }

        /** Kinds that a plan from elsewhere may have count as nothing. */
        static Reward of(Campaign campaign) {
            if (campaign.reward() == null) {
                return NONE;
            }
            var reward = Json.read(campaign.reward(), JsonNode.class);
            var value = reward.path("value");
            return switch (reward.path("type").asText()) {
                case "flat" -> new Reward(Math.clamp(value.asLong(), 0, Money.MOST), 0);
                case "percent" -> new Reward(0, Math.clamp(value.asDouble() / 100, 0, 1));
                default -> NONE;
            };
        }
    }

    /** The wish in a request; faults are refused with 422. */
    public static LineUpWish read(Input in) {
        in.only(
                "campaign_id",
                "learn_from",
                "budget",
                "cost_per_ambassador",
                "reward",
                "average_order",
                "margin",
                "places",
                "exploration");
        var campaign = campaign(in);
        var learnFrom = in.optionalChoice("learn_from", LearnFrom.class);
        if (learnFrom == LearnFrom.CAMPAIGN && campaign == null) {
            in.refuse("learn_from", "needs a campaign_id.");
        }
        var budget = money(in.object("budget"), 1);
        var cost = in.optionalObject("cost_per_ambassador");
        var costEach = cost == null ? null : same(budget.currency(), cost, 0);
        var reward = reward(in.optionalObject("reward"));
        var each = in.optionalObject("average_order");
        var order = each == null ? null : same(budget.currency(), each, 1);
        var margin = in.decimal("margin", BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.valueOf(Assumption.MARGIN.value));
        var places = in.integer("places", 1, Plan.MOST_AMBASSADORS, Knapsack.ANY_NUMBER);
        var exploration =
                in.decimal("exploration", BigDecimal.ZERO, MOST_EXPLORATION, BigDecimal.valueOf(USUAL_EXPLORATION));
        in.check();
        return new LineUpWish(
                campaign,
                learnFrom == LearnFrom.CAMPAIGN,
                budget,
                costEach,
                reward,
                order,
                margin.doubleValue(),
                (int) places,
                exploration.doubleValue());
    }

    private enum LearnFrom {
        ALL,
        CAMPAIGN
    }

    private static @Nullable CampaignId campaign(Input in) {
        var text = in.optionalText("campaign_id", 40);
        if (text == null) {
            return null;
        }
        var id = Ids.parse(CampaignId.PREFIX, text);
        if (id.isEmpty()) {
            in.refuse("campaign_id", "names no campaign.");
        }
        return new CampaignId(id.orElse(0));
    }

    private static Money money(Input money, long least) {
        money.only("amount", "currency");
        var amount = money.integer("amount", least, Money.MOST);
        var code = money.text("currency", 3);
        var currency = Money.currency(code);
        if (currency.isEmpty() && !code.isEmpty()) {
            money.refuse("currency", "must be an ISO 4217 code such as EUR.");
        }
        return new Money(amount, currency.orElse(Currency.getInstance("USD")));
    }

    private static Money same(Currency currency, Input input, long least) {
        var money = money(input, least);
        if (!money.currency().equals(currency)) {
            input.refuse("currency", "must be that of the budget, " + currency.getCurrencyCode() + ".");
        }
        return money;
    }

    private static @Nullable Reward reward(@Nullable Input reward) {
        if (reward == null) {
            return null;
        }
        reward.only("type", "value", "currency");
        return switch (reward.optionalText("type", 20)) {
            case "percent" ->
                new Reward(0, reward.decimal("value", BigDecimal.ZERO, HUNDRED).doubleValue() / 100);
            case "flat" -> new Reward(reward.integer("value", 0, Money.MOST), 0);
            case "none" -> Reward.NONE;
            case null, default -> {
                reward.refuse("type", "must be one of: percent, flat, none.");
                yield Reward.NONE;
            }
        };
    }
}
