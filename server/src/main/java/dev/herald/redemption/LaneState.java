package dev.herald.redemption;

import dev.herald.campaign.AttributionPolicy.SelfUse;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.CampaignId;
import dev.herald.campaign.Limits;
import dev.herald.redemption.RedemptionRules.Decision;
import dev.herald.redemption.Situation.OrderState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a batch knows while it is decided: the rows it read, and what its own earlier members did to them. Does no I/O;
 * the same state and tasks always give the same outcomes, rows and counters.
 */
final class LaneState {

    Instant now = Instant.EPOCH;
    final Map<Long, Campaign> campaigns = new HashMap<>();
    /** By code: from when it is not accepted any more. A code that was not found is never accepted. */
    final Map<Long, Instant> codesEnd = new HashMap<>();

    /** By code. */
    final Map<Long, CodeOwner> owners = new HashMap<>();

    final LaneCounters counters = new LaneCounters();
    final LaneHolds holds = new LaneHolds();
    final EarlierAnswers earlier = new EarlierAnswers();
    final Map<BrandHash, OrderState> orders = new HashMap<>();

    final List<Redemption> made = new ArrayList<>();
    final List<Reversal> reversed = new ArrayList<>();
    // Sorted, so that two processes that were sent the same orders do not lock each other out.
    final Map<BrandHash, OrderState> newOrders = new TreeMap<>();
    final Map<BrandHash, OrderState> grownOrders = new TreeMap<>();

    /** Decides a task on what is known, and makes it known to those that follow. */
    Outcome decide(LaneTask task) {
        return switch (task) {
            case LaneTask.Redeem redeem -> redeem(redeem);
            case LaneTask.Reverse reverse -> reverse(reverse);
            case LaneTask.Reserve reserve -> reserve(reserve);
            case LaneTask.Release release -> release(release);
            case LaneTask.Extend extend -> extend(extend);
        };
    }

    /** What redeeming would be decided; changes nothing that is ever written. */
    Decision validate(Attempt attempt) {
        var own = holds.ofOrder(attempt.brand(), attempt.orderHash(), campaignOf(attempt), now);
        return decide(attempt, new BrandHash(attempt.brand(), attempt.orderHash()), own)
                .decision();
    }

    /** Gives back what holds keep whose time is over. */
    void expireHolds() {
        for (var hold : holds.overdue(now)) {
            end(hold, Reservation.State.EXPIRED);
        }
    }

    /** Whether deciding changed nothing, so that nothing has to be written. */
    boolean isUnchanged() {
        return made.isEmpty()
                && reversed.isEmpty()
                && holds.made().isEmpty()
                && holds.changed().isEmpty();
    }

    private Outcome redeem(LaneTask.Redeem task) {
        var attempt = task.attempt();
        var order = new BrandHash(attempt.brand(), attempt.orderHash());
        var repeated = earlier.to(task);
        if (repeated != null) {
            return repeated;
        }
        var named = task.reservation() == null ? null : holds.find(task.reservation());
        if (task.reservation() != null && (named == null || !named.holds(now))) {
            return new Outcome.Declined(Decline.RESERVATION_EXPIRED);
        }
        var own = named != null ? named : holds.ofOrder(attempt.brand(), attempt.orderHash(), campaignOf(attempt), now);
        var decided = decide(attempt, order, own);
        return switch (decided.decision()) {
            case Decision.Refused(var decline) -> new Outcome.Declined(decline);
            case Decision.CustomerNeeded() -> new Outcome.CustomerNeeded();
            case Decision.Accepted accepted -> {
                var redemption = record(task, accepted);
                useUp(decided.given(), redemption);
                yield new Outcome.Redeemed(redemption);
            }
        };
    }

    private OwnHolds.Decided decide(Attempt attempt, BrandHash order, @Nullable Reservation own) {
        return new OwnHolds(
                        counters,
                        limits(campaignOf(attempt)),
                        () -> RedemptionRules.decide(attempt, situation(attempt, order)))
                .decide(own, () -> holds.ofCustomer(attempt.buyer(), campaignOf(attempt), now));
    }

    /** A redemption takes the place of one hold; what else is held for its order or was in its way has no use any more. */
    private void useUp(List<Reservation> given, Redemption redemption) {
        for (var hold : given) {
            var isFirst = hold.equals(given.getFirst());
            holds.change(isFirst ? hold.redeemed(redemption.id()) : hold.ended(Reservation.State.RELEASED));
        }
        var left = holds.ofOrder(redemption.brand(), redemption.orderHash(), redemption.campaign(), now);
        if (left != null) {
            end(left, Reservation.State.RELEASED);
        }
    }

    private Situation situation(Attempt attempt, BrandHash order) {
        var campaign = campaign(campaignOf(attempt));
        var identities = attempt.buyer().identities();
        var standing = new ArrayList<Long>(identities.size());
        var turns = new ArrayList<Situation.Turn>(identities.size());
        for (var identity : identities) {
            standing.add(counters.standing(attempt.brand(), identity));
            for (var cap : campaign.limits().customerCaps()) {
                var used = counters.turnsUsed(
                        new Turns(campaign.id(), identity, cap.period().key(attempt.turnDay())));
                turns.add(new Situation.Turn(cap.period(), used, cap.most()));
            }
        }
        var code = attempt.code().id().value();
        return new Situation(
                campaign,
                RedemptionRules.placedAt(attempt, now).isBefore(codesEnd.getOrDefault(code, Instant.MIN)),
                now,
                counters.used(campaign.id()),
                counters.spent(campaign.id()),
                counters.codeUsed(code),
                turns,
                standing,
                isDeclinedSelfUse(attempt, campaign),
                orders.getOrDefault(order, OrderState.FRESH));
    }

    private boolean isDeclinedSelfUse(Attempt attempt, Campaign campaign) {
        return campaign.attribution().selfUse() == SelfUse.DECLINE
                && CreditRules.isSelfUse(creditCase(attempt, campaign));
    }

    private CreditRules.Case creditCase(Attempt attempt, Campaign campaign) {
        return new CreditRules.Case(
                campaign.attribution(), owner(attempt), attempt.touches(), RedemptionRules.placedAt(attempt, now));
    }

    private CreditRules.@Nullable Owner owner(Attempt attempt) {
        var ambassador = attempt.code().owner();
        if (ambassador == null) {
            return null;
        }
        var read = owners.get(attempt.code().id().value());
        return new CreditRules.Owner(
                ambassador, read == null ? null : read.name, read != null && read.isBuyer(attempt));
    }

    private Redemption record(LaneTask.Redeem task, Decision.Accepted accepted) {
        var attempt = task.attempt();
        var campaign = campaign(campaignOf(attempt));
        var order = new BrandHash(attempt.brand(), attempt.orderHash());
        var before = orders.getOrDefault(order, OrderState.FRESH);
        var credited = CreditRules.decide(creditCase(attempt, campaign), accepted.firstOrder(), before.credited());
        var redemption = Redemption.of(task, campaign, credited, accepted, now);
        made.add(redemption);
        earlier.remember(redemption);
        placeOnOrder(order, before, campaign, redemption);
        counters.take(Slot.of(redemption), campaign.limits());
        counters.addStanding(Slot.of(redemption), 1);
        return redemption;
    }

    private void placeOnOrder(BrandHash order, OrderState before, Campaign campaign, Redemption redemption) {
        var after = before.with(redemption, campaign.combinable());
        orders.put(order, after);
        if (before.campaigns().isEmpty() || newOrders.containsKey(order)) {
            newOrders.put(order, after);
        } else {
            grownOrders.put(order, after);
        }
    }

    private Outcome reserve(LaneTask.Reserve task) {
        var attempt = task.attempt();
        if (attempt.key() != null) {
            var first = holds.withKey(attempt.brand(), attempt.key().key());
            if (first != null) {
                return attempt.key().isSameRequest(first.key())
                        ? new Outcome.Reserved(first, first.firstExpiresAt())
                        : new Outcome.KeyReused();
            }
        }
        var made = holds.find(task.newId());
        if (made != null) {
            return new Outcome.Reserved(made, made.firstExpiresAt());
        }
        var own = holds.ofOrder(attempt.brand(), attempt.orderHash(), campaignOf(attempt), now);
        if (own != null && attempt.repeats(own)) {
            return new Outcome.Reserved(own, own.expiresAt());
        }
        var decided = decide(attempt, new BrandHash(attempt.brand(), attempt.orderHash()), own);
        return switch (decided.decision()) {
            case Decision.Refused(var decline) -> new Outcome.Declined(decline);
            case Decision.CustomerNeeded() -> new Outcome.CustomerNeeded();
            case Decision.Accepted accepted -> {
                decided.given().forEach(one -> holds.change(one.ended(Reservation.State.RELEASED)));
                var hold = Reservation.of(task, accepted.discount(), now);
                holds.make(hold);
                counters.take(Slot.of(hold), limits(hold.campaign()));
                yield new Outcome.Reserved(hold, hold.expiresAt());
            }
        };
    }

    private Outcome release(LaneTask.Release task) {
        var hold = Objects.requireNonNullElse(holds.find(task.reservation().id()), task.reservation());
        if (hold.state() == Reservation.State.REDEEMED) {
            return new Outcome.Declined(Decline.ORDER_ALREADY_REDEEMED);
        }
        if (hold.state() == Reservation.State.HELD) {
            end(hold, Reservation.State.RELEASED);
        }
        return new Outcome.Released();
    }

    private Outcome extend(LaneTask.Extend task) {
        var hold = Objects.requireNonNullElse(holds.find(task.reservation().id()), task.reservation());
        if (!hold.holds(now)) {
            return new Outcome.Declined(
                    hold.state() == Reservation.State.REDEEMED
                            ? Decline.ORDER_ALREADY_REDEEMED
                            : Decline.RESERVATION_EXPIRED);
        }
        var extended = hold.extended(now, task.ttlSeconds());
        holds.change(extended);
        return new Outcome.Reserved(extended, extended.expiresAt());
    }

    private void end(Reservation hold, Reservation.State end) {
        counters.give(Slot.of(hold), limits(hold.campaign()));
        holds.change(hold.ended(end));
    }

    private Outcome reverse(LaneTask.Reverse task) {
        var repeated = earlier.to(task);
        if (repeated != null) {
            return repeated;
        }
        var attempt = task.attempt();
        var redemption = attempt.redemption();
        var policy = campaign(redemption.campaign()).reversals();
        return switch (ReversalRules.decide(attempt, earlier.reversalsOf(redemption.id()), policy, now)) {
            case ReversalRules.Effect effect -> new Outcome.Reversed(record(task, effect), redemption.currency());
            case ReversalRules.Decision.AlreadyReversed() -> new Outcome.AlreadyReversed();
            case ReversalRules.Decision.Exceeds(var standing) -> new Outcome.ReversalExceeds(standing);
            case ReversalRules.Decision.WindowOver(var days) -> new Outcome.ReversalWindowOver(days);
        };
    }

    private Reversal record(LaneTask.Reverse task, ReversalRules.Effect effect) {
        var reversal = Reversal.of(task, effect, now);
        var slot = Slot.of(task.attempt().redemption());
        var limits = limits(slot.campaign());
        reversed.add(reversal);
        earlier.remember(reversal);
        counters.add(slot, limits, effect.slotBack() ? -1 : 0, -effect.discountBack());
        if (effect.turnBack()) {
            counters.addTurns(slot, limits, -1);
            counters.addStanding(slot, -1);
        }
        return reversal;
    }

    private static CampaignId campaignOf(Attempt attempt) {
        return attempt.code().campaign();
    }

    private Limits limits(CampaignId campaign) {
        return campaign(campaign).limits();
    }

    private Campaign campaign(CampaignId id) {
        return Objects.requireNonNull(campaigns.get(id.value()));
    }
}
