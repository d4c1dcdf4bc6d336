package dev.herald.redemption;

import dev.herald.access.KeyedHash;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.AttributionPolicy.Precedence;
import dev.herald.campaign.AttributionPolicy.ReturningCustomers;
import dev.herald.campaign.AttributionPolicy.SelfUse;
import dev.herald.campaign.CampaignId;
import dev.herald.redemption.RedemptionRules.Decision;
import dev.herald.redemption.Situation.OrderState;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides one request at a time by counting all rows anew: slow, without counters, and easy to believe. */
final class NaiveModel {

    private final Tables tables;

    NaiveModel(Tables tables) {
        this.tables = tables;
    }

    /** What the answer has to be, in words. */
    String expected(LaneTask task) {
        return switch (task) {
            case LaneTask.Redeem redeem -> redeem(redeem);
            case LaneTask.Reserve reserve -> reserve(reserve);
            case LaneTask.Reverse reverse -> reverse(reverse);
            case LaneTask.Release(var reservation, var _) ->
                row(reservation).state() == Reservation.State.REDEEMED ? "declined ORDER_ALREADY_REDEEMED" : "released";
            case LaneTask.Extend(var reservation, var seconds, var _) -> extend(row(reservation), seconds);
        };
    }

    /** An answer in the same words. */
    static String told(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Redeemed(var redemption) -> redeemed(redemption);
            case Outcome.Reserved(var reservation, var expiresAt) ->
                "reserved " + reservation.discount() + " until " + expiresAt;
            case Outcome.Reversed(var reversal, var _) -> "reversed " + reversal.amount();
            case Outcome.Declined(var decline) -> "declined " + decline;
            case Outcome.CodeUnknown _ -> "declined " + Decline.CODE_UNKNOWN;
            case Outcome.Released() -> "released";
            case Outcome.CustomerNeeded() -> "customer needed";
            case Outcome.KeyReused() -> "key reused";
            case Outcome.AlreadyReversed() -> "already reversed";
            case Outcome.ReversalExceeds(var standing) -> "exceeds " + standing;
            case Outcome.ReversalWindowOver _ -> "window over";
        };
    }

    private String redeem(LaneTask.Redeem task) {
        var attempt = task.attempt();
        if (attempt.key() != null) {
            var first = tables.redemptions.values().stream()
                    .filter(one -> one.key() != null
                            && one.key().key().equals(attempt.key().key()))
                    .findFirst();
            if (first.isPresent()) {
                return attempt.key().isSameRequest(first.get().key()) ? redeemed(first.get()) : "key reused";
            }
        }
        var repeated = tables.redemptions.values().stream()
                .filter(one -> one.orderHash().equals(attempt.orderHash()) && attempt.repeats(one))
                .findFirst();
        if (repeated.isPresent()) {
            return redeemed(repeated.get());
        }
        if (task.reservation() != null) {
            var named = tables.reservations.get(task.reservation());
            return named == null || !named.holds(tables.now)
                    ? "declined RESERVATION_EXPIRED"
                    : made(attempt, decide(attempt, named));
        }
        return made(attempt, decide(attempt, holdOf(attempt).orElse(null)));
    }

    private static String redeemed(Redemption one) {
        var credit = Objects.requireNonNull(one.credit());
        return redeemed(one.discount(), credit.reason(), one.ambassador());
    }

    private static String redeemed(long discount, Credit.Reason reason, @Nullable AmbassadorId ambassador) {
        return "redeemed " + discount + " " + reason + (ambassador == null ? "" : " " + ambassador.value());
    }

    private String made(Attempt attempt, Decision decision) {
        return decision instanceof Decision.Accepted(var discount, var firstOrder)
                ? credited(attempt, discount, firstOrder)
                : words(decision, "");
    }

    private String credited(Attempt attempt, long discount, boolean firstOrder) {
        var policy = tables.campaign(attempt.code().campaign()).attribution();
        var chosen = chosen(attempt);
        if (isSelfUse(attempt)) {
            return redeemed(discount, Credit.Reason.SELF_USE, null);
        }
        if (chosen == null) {
            return redeemed(discount, Credit.Reason.NOBODY, null);
        }
        if (tables.redemptions.values().stream()
                .anyMatch(one -> one.orderHash().equals(attempt.orderHash()) && one.ambassador() != null)) {
            return redeemed(discount, Credit.Reason.ORDER_CREDITED, null);
        }
        if (policy.returningCustomers() == ReturningCustomers.NO_CREDIT && !firstOrder) {
            return redeemed(discount, Credit.Reason.RETURNING_CUSTOMER, null);
        }
        var byCode = policy.policy() == Precedence.CODE_OVER_LINK || policy.policy() == Precedence.LAST_TOUCH;
        var isCode =
                attempt.code().owner() != null && (byCode || clicks(attempt).isEmpty());
        return redeemed(discount, isCode ? Credit.Reason.CODE : Credit.Reason.LINK, chosen);
    }

    private boolean isSelfUse(Attempt attempt) {
        return Stream.of(Optional.ofNullable(attempt.code().owner()), Optional.ofNullable(chosen(attempt)))
                .flatMap(Optional::stream)
                .anyMatch(one -> attempt.buyer().has(attempt.secret(), Tables.email(one)));
    }

    /** All that led to the order, in the order of time, the code last. */
    private @Nullable AmbassadorId chosen(Attempt attempt) {
        var owner = attempt.code().owner();
        var touched = new ArrayList<>(clicks(attempt));
        var clicked = touched.isEmpty() ? null : touched.getLast();
        if (owner != null) {
            touched.add(owner);
        }
        if (touched.isEmpty()) {
            return null;
        }
        return switch (tables.campaign(attempt.code().campaign()).attribution().policy()) {
            case CODE_OVER_LINK -> owner == null ? clicked : owner;
            case LINK_OVER_CODE -> clicked == null ? owner : clicked;
            case FIRST_TOUCH -> touched.getFirst();
            case LAST_TOUCH -> touched.getLast();
        };
    }

    private List<AmbassadorId> clicks(Attempt attempt) {
        var days = tables.campaign(attempt.code().campaign()).attribution().linkWindowDays();
        return attempt.touches().stream()
                .filter(touch -> Duration.between(touch.at(), tables.now).compareTo(Duration.ofDays(days)) < 0)
                .sorted(Comparator.comparing(Touch::at).thenComparingLong(Touch::link))
                .map(Touch::ambassador)
                .toList();
    }

    private String reserve(LaneTask.Reserve task) {
        var attempt = task.attempt();
        if (attempt.key() != null) {
            var first = tables.reservations.values().stream()
                    .filter(one -> one.key() != null
                            && one.key().key().equals(attempt.key().key()))
                    .findFirst();
            if (first.isPresent()) {
                return attempt.key().isSameRequest(first.get().key())
                        ? "reserved " + first.get().discount() + " until "
                                + first.get().firstExpiresAt()
                        : "key reused";
            }
        }
        var made = tables.reservations.get(task.newId());
        if (made != null) {
            return "reserved " + made.discount() + " until " + made.firstExpiresAt();
        }
        var own = holdOf(attempt);
        if (own.isPresent() && attempt.repeats(own.get())) {
            return "reserved " + own.get().discount() + " until " + own.get().expiresAt();
        }
        var words = words(decide(attempt, own.orElse(null)), "reserved ");
        return words.startsWith("reserved") ? words + " until " + tables.now.plusSeconds(task.ttlSeconds()) : words;
    }

    private String extend(Reservation row, int seconds) {
        if (row.holds(tables.now)) {
            return "reserved " + row.discount() + " until "
                    + row.extended(tables.now, seconds).expiresAt();
        }
        return row.state() == Reservation.State.REDEEMED
                ? "declined ORDER_ALREADY_REDEEMED"
                : "declined RESERVATION_EXPIRED";
    }

    private String reverse(LaneTask.Reverse task) {
        var attempt = task.attempt();
        var key = attempt.key();
        var first = tables.reversals.stream()
                .filter(one ->
                        key != null && one.key() != null && one.key().key().equals(key.key()))
                .findFirst();
        if (first.isPresent()) {
            return Objects.requireNonNull(key).isSameRequest(first.get().key())
                    ? "reversed " + first.get().amount()
                    : "key reused";
        }
        var made = tables.reversals.stream()
                .filter(one -> one.id().equals(task.newId()))
                .findFirst();
        if (made.isPresent()) {
            return "reversed " + made.get().amount();
        }
        var earlier = tables.reversals.stream()
                .filter(one -> one.redemption().equals(attempt.redemption().id()))
                .toList();
        return switch (ReversalRules.decide(
                attempt,
                earlier,
                tables.campaign(attempt.redemption().campaign()).reversals(),
                tables.now)) {
            case ReversalRules.Effect effect -> "reversed " + effect.amount();
            case ReversalRules.Decision.AlreadyReversed() -> "already reversed";
            case ReversalRules.Decision.Exceeds(var standing) -> "exceeds " + standing;
            case ReversalRules.Decision.WindowOver _ -> "window over";
        };
    }

    private static String words(Decision decision, String accepted) {
        return switch (decision) {
            case Decision.Accepted yes -> accepted + yes.discount();
            case Decision.Refused(var decline) -> "declined " + decline;
            case Decision.CustomerNeeded() -> "customer needed";
        };
    }

    /** Without the buyer's own hold; if a limit is in the way, without any of his others. */
    private Decision decide(Attempt attempt, @Nullable Reservation own) {
        var without = own == null ? Set.<ReservationId>of() : Set.of(own.id());
        var decision = RedemptionRules.decide(attempt, situation(attempt, without));
        if (decision instanceof Decision.Refused(var decline) && decline.isOfLimit()) {
            var all = new HashSet<>(without);
            holds(attempt.code().campaign())
                    .filter(hold -> hold.buyer().identities().stream()
                            .anyMatch(attempt.buyer().identities()::contains))
                    .forEach(hold -> all.add(hold.id()));
            var best = RedemptionRules.decide(attempt, situation(attempt, all));
            return best instanceof Decision.Accepted ? best : decision;
        }
        return decision;
    }

    private Optional<Reservation> holdOf(Attempt attempt) {
        return holds(attempt.code().campaign())
                .filter(one -> one.orderHash().equals(attempt.orderHash()))
                .findFirst();
    }

    private Stream<Reservation> holds(CampaignId campaign) {
        return tables.reservations.values().stream()
                .filter(one -> one.campaign().equals(campaign) && one.holds(tables.now));
    }

    private Situation situation(Attempt attempt, Set<ReservationId> without) {
        var campaign = tables.campaign(attempt.code().campaign());
        var identities = attempt.buyer().identities();
        return new Situation(
                campaign,
                true,
                tables.now,
                slots(campaign.id(), without, _ -> true).size(),
                spent(campaign.id(), without),
                slots(
                                campaign.id(),
                                without,
                                slot -> slot.code().equals(attempt.code().id()))
                        .size(),
                identities.stream()
                        .flatMap(identity -> campaign.limits().customerCaps().stream()
                                .map(cap -> new Situation.Turn(
                                        cap.period(),
                                        turns(
                                                campaign.id(),
                                                without,
                                                identity,
                                                day -> cap.period()
                                                        .key(day)
                                                        .equals(cap.period().key(attempt.turnDay()))),
                                        cap.most())))
                        .toList(),
                identities.stream().map(this::standing).toList(),
                campaign.attribution().selfUse() == SelfUse.DECLINE && isSelfUse(attempt),
                tables.orders.getOrDefault(Tables.order(attempt.orderHash()), OrderState.FRESH));
    }

    private List<Slot> slots(CampaignId campaign, Set<ReservationId> without, Predicate<Slot> counted) {
        return Stream.concat(
                        tables.redemptions.values().stream()
                                .filter(one -> !isBack(one, Reversal::slotBack))
                                .map(Slot::of),
                        heldWithout(campaign, without))
                .filter(slot -> slot.campaign().equals(campaign) && counted.test(slot))
                .toList();
    }

    private long turns(
            CampaignId campaign, Set<ReservationId> without, KeyedHash customer, Predicate<LocalDate> inPeriod) {
        return Stream.concat(
                        tables.redemptions.values().stream()
                                .filter(one -> !isBack(one, Reversal::turnBack))
                                .map(Slot::of),
                        heldWithout(campaign, without))
                .filter(slot -> slot.campaign().equals(campaign)
                        && slot.customers().contains(customer)
                        && inPeriod.test(slot.turnDay()))
                .count();
    }

    private long spent(CampaignId campaign, Set<ReservationId> without) {
        var given = tables.redemptions.values().stream()
                .filter(one -> one.campaign().equals(campaign))
                .mapToLong(one -> one.discount()
                        - tables.reversals.stream()
                                .filter(back -> back.redemption().equals(one.id()))
                                .mapToLong(Reversal::discountBack)
                                .sum())
                .sum();
        return given + heldWithout(campaign, without).mapToLong(Slot::discount).sum();
    }

    private long standing(KeyedHash customer) {
        return tables.redemptions.values().stream()
                .filter(one -> one.customers().contains(customer) && !isBack(one, Reversal::turnBack))
                .count();
    }

    private Stream<Slot> heldWithout(CampaignId campaign, Set<ReservationId> without) {
        return holds(campaign).filter(hold -> !without.contains(hold.id())).map(Slot::of);
    }

    private boolean isBack(Redemption redemption, Predicate<Reversal> part) {
        return tables.reversals.stream().anyMatch(one -> one.redemption().equals(redemption.id()) && part.test(one));
    }

    private Reservation row(Reservation reservation) {
        return Objects.requireNonNull(tables.reservations.get(reservation.id()));
    }
}
