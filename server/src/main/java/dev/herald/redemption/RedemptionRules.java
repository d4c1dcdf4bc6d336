package dev.herald.redemption;

import dev.herald.campaign.Campaign;
import dev.herald.campaign.Limits;
import dev.herald.campaign.Period;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Decides redemptions. Pure: the same attempt in the same situation always gets the same decision. */
final class RedemptionRules {

    /** The answer to one attempt. */
    sealed interface Decision {

        /**
         * @param discount minor units
         * @param firstOrder whether it counts as the customer's first order in the brand
         */
        record Accepted(long discount, boolean firstOrder) implements Decision {}

        record Refused(Decline decline) implements Decision {}

        record CustomerNeeded() implements Decision {}
    }

    private static final List<Period> LONGEST_FIRST = List.of(Period.CAMPAIGN, Period.MONTH, Period.WEEK, Period.DAY);

    private RedemptionRules() {}

    static Decision decide(Attempt attempt, Situation now) {
        var campaign = now.campaign();
        var limits = campaign.limits();
        if (lacksCustomer(attempt, limits)) {
            return new Decision.CustomerNeeded();
        }
        var discount = campaign.offer()
                .discountOn(attempt.order().amount(), attempt.order().shipping());
        var firstOrder = isFirstOrder(attempt, now);
        return offCampaign(attempt, now)
                .or(() -> offOrder(attempt, now, firstOrder))
                .or(() -> offLimits(limits, now, discount))
                .<Decision>map(Decision.Refused::new)
                .orElseGet(() -> new Decision.Accepted(discount, firstOrder));
    }

    private static boolean lacksCustomer(Attempt attempt, Limits limits) {
        var asksForFirstOrder = limits.firstOrderOnly() && attempt.order().firstOrder() == null;
        return attempt.buyer().identities().isEmpty() && (limits.countsCustomers() || asksForFirstOrder);
    }

    /** The order's time decides start and end, whatever the calendar says now. */
    private static Optional<Decline> offCampaign(Attempt attempt, Situation now) {
        var campaign = now.campaign();
        var placedAt = placedAt(attempt, now.now());
        if (!now.codeIsLive()) {
            return Optional.of(Decline.CODE_DISABLED);
        }
        return switch (campaign.state()) {
            case DRAFT -> Optional.of(Decline.CAMPAIGN_NOT_STARTED);
            case PAUSED -> Optional.of(Decline.CAMPAIGN_PAUSED);
            case ENDED, ARCHIVED -> Optional.of(Decline.CAMPAIGN_ENDED);
            case SCHEDULED, RUNNING -> offCalendar(campaign, placedAt);
        };
    }

    private static Optional<Decline> offCalendar(Campaign campaign, Instant placedAt) {
        if (placedAt.isBefore(campaign.startsAt())) {
            return Optional.of(Decline.CAMPAIGN_NOT_STARTED);
        }
        return placedAt.isBefore(campaign.endsAt()) ? Optional.empty() : Optional.of(Decline.CAMPAIGN_ENDED);
    }

    private static Optional<Decline> offOrder(Attempt attempt, Situation now, boolean firstOrder) {
        var campaign = now.campaign();
        if (!attempt.order().currency().equals(campaign.currency().getCurrencyCode())) {
            return Optional.of(Decline.CURRENCY_MISMATCH);
        }
        if (now.order().campaigns().contains(campaign.id().value())) {
            return Optional.of(Decline.ORDER_ALREADY_REDEEMED);
        }
        if (!now.order().campaigns().isEmpty() && !(now.order().combinable() && campaign.combinable())) {
            return Optional.of(Decline.NOT_COMBINABLE);
        }
        if (now.selfUse()) {
            return Optional.of(Decline.SELF_USE);
        }
        if (attempt.order().amount() < campaign.limits().minimumOrder()) {
            return Optional.of(Decline.MINIMUM_NOT_MET);
        }
        return campaign.limits().firstOrderOnly() && !firstOrder
                ? Optional.of(Decline.FIRST_ORDER_ONLY)
                : Optional.empty();
    }

    private static Optional<Decline> offLimits(Limits limits, Situation now, long discount) {
        var spent = spentTurn(now.turns());
        if (spent.isPresent()) {
            return spent;
        }
        if (now.codeUsed() >= limits.perCode() || now.used() >= limits.perCampaign()) {
            return Optional.of(Decline.LIMIT_REACHED);
        }
        return limits.budget() != Limits.NONE && discount > limits.budget() - now.spent()
                ? Optional.of(Decline.BUDGET_EXHAUSTED)
                : Optional.empty();
    }

    /** A customer needs a turn of each cap with each identity; he is told of the one for which he would wait longest. */
    private static Optional<Decline> spentTurn(List<Situation.Turn> turns) {
        return LONGEST_FIRST.stream()
                .filter(period -> turns.stream().anyMatch(turn -> turn.period() == period && turn.isSpent()))
                .findFirst()
                .map(period -> switch (period) {
                    case CAMPAIGN -> Decline.CUSTOMER_LIMIT_REACHED;
                    case MONTH -> Decline.CUSTOMER_LIMIT_REACHED_THIS_MONTH;
                    case WEEK -> Decline.CUSTOMER_LIMIT_REACHED_THIS_WEEK;
                    case DAY -> Decline.CUSTOMER_LIMIT_REACHED_TODAY;
                });
    }

    /** What the shop says, or else whether no redemption of the customer stands, under any of his identities. */
    private static boolean isFirstOrder(Attempt attempt, Situation now) {
        var said = attempt.order().firstOrder();
        if (said != null) {
            return said;
        }
        return !now.standing().isEmpty() && now.standing().stream().allMatch(standing -> standing == 0);
    }

    /** The moment that decides start and end, and in which day, week and month a turn is taken. */
    static Instant placedAt(Attempt attempt, Instant now) {
        var placedAt = attempt.order().placedAt();
        return placedAt == null ? now : placedAt;
    }
}
