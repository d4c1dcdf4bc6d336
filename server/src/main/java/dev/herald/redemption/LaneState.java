package dev.herald.redemption;

import dev.herald.access.BrandId;
import dev.herald.access.KeyedHash;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.Period;
import dev.herald.redemption.RedemptionRules.Decision;
import dev.herald.redemption.Situation.OrderState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a batch knows while it is decided: the rows it read and locked, and what its own earlier members did to them.
 * Does no I/O; the same state and tasks always give the same outcomes, rows and counters.
 */
final class LaneState {

    /** A counter row: {@code used} and, for a campaign, {@code spent} in minor units. */
    static final class Counter {
        final BrandId brand;
        long used;
        long spent;
        boolean changed;

        Counter(BrandId brand, long used, long spent) {
            this.brand = brand;
            this.used = used;
            this.spent = spent;
        }

        void add(long uses, long minor) {
            used += uses;
            spent += minor;
            changed = true;
        }
    }

    /** Names an order, key or customer within its brand. */
    record BrandHash(BrandId brand, KeyedHash hash) implements Comparable<BrandHash> {
        @Override
        public int compareTo(BrandHash other) {
            var byBrand = Long.compare(brand.value(), other.brand.value());
            return byBrand != 0 ? byBrand : hash.compareTo(other.hash);
        }
    }

    /** Names a customer's turns in a campaign. */
    record Turns(long campaign, KeyedHash customer) implements Comparable<Turns> {
        @Override
        public int compareTo(Turns other) {
            var byCampaign = Long.compare(campaign, other.campaign);
            return byCampaign != 0 ? byCampaign : customer.compareTo(other.customer);
        }
    }

    Instant now = Instant.EPOCH;
    final Map<Long, Campaign> campaigns = new HashMap<>();
    final Set<Long> liveCodes = new HashSet<>();
    final Map<Long, Counter> campaignCounters = new TreeMap<>();
    final Map<Long, Counter> codeCounters = new TreeMap<>();
    final Map<Turns, Counter> customerCounters = new TreeMap<>();
    final Map<BrandHash, Long> standing = new TreeMap<>();
    final Map<BrandHash, Redemption> byKey = new HashMap<>();
    final Map<BrandHash, OrderState> orders = new HashMap<>();
    final Map<BrandHash, List<Redemption>> byOrder = new HashMap<>();
    final Map<RedemptionId, List<Reversal>> reversals = new HashMap<>();
    final Map<BrandHash, Reversal> reversalByKey = new HashMap<>();

    final List<Redemption> made = new ArrayList<>();
    final List<Reversal> reversed = new ArrayList<>();
    final Map<BrandHash, Long> standingChange = new TreeMap<>();
    final Map<BrandHash, OrderState> newOrders = new LinkedHashMap<>();
    final Map<BrandHash, OrderState> grownOrders = new LinkedHashMap<>();

    /** Decides a task on what is known, and makes it known to those that follow. */
    Outcome decide(LaneTask task) {
        return switch (task) {
            case LaneTask.Redeem redeem -> redeem(redeem);
            case LaneTask.Reverse reverse -> reverse(reverse);
        };
    }

    void remember(Redemption redemption) {
        if (redemption.key() != null) {
            byKey.put(new BrandHash(redemption.brand(), redemption.key().key()), redemption);
        }
        byOrder.computeIfAbsent(new BrandHash(redemption.brand(), redemption.orderHash()), _ -> new ArrayList<>())
                .add(redemption);
    }

    void remember(Reversal reversal) {
        if (reversal.key() != null) {
            reversalByKey.put(new BrandHash(reversal.brand(), reversal.key().key()), reversal);
        }
        reversals.computeIfAbsent(reversal.redemption(), _ -> new ArrayList<>()).add(reversal);
    }

    private Outcome redeem(LaneTask.Redeem task) {
        var attempt = task.attempt();
        var order = new BrandHash(attempt.brand(), attempt.orderHash());
        if (attempt.key() != null) {
            var earlier = byKey.get(new BrandHash(attempt.brand(), attempt.key().key()));
            if (earlier != null) {
                return Objects.requireNonNull(earlier.key())
                                .request()
                                .equals(attempt.key().request())
                        ? new Outcome.Redeemed(earlier)
                        : new Outcome.KeyReused();
            }
        }
        for (var earlier : byOrder.getOrDefault(order, List.of())) {
            if (earlier.id().equals(task.newId()) || attempt.repeats(earlier)) {
                return new Outcome.Redeemed(earlier);
            }
        }
        return switch (RedemptionRules.decide(attempt, situation(attempt, order))) {
            case Decision.Refused(var decline) -> new Outcome.Declined(decline);
            case Decision.CustomerNeeded() -> new Outcome.CustomerNeeded();
            case Decision.Accepted accepted -> new Outcome.Redeemed(record(task, accepted));
        };
    }

    private Situation situation(Attempt attempt, BrandHash order) {
        var campaign =
                Objects.requireNonNull(campaigns.get(attempt.code().campaign().value()));
        var campaignCounter = campaignCounters.get(campaign.id().value());
        var codeCounter = codeCounters.get(attempt.code().id().value());
        var identities = attempt.buyer().identities();
        return new Situation(
                campaign,
                liveCodes.contains(attempt.code().id().value()),
                now,
                campaignCounter == null ? 0 : campaignCounter.used,
                campaignCounter == null ? 0 : campaignCounter.spent,
                codeCounter == null ? 0 : codeCounter.used,
                identities.stream()
                        .map(identity -> new Situation.Turn(
                                Period.CAMPAIGN,
                                turnsUsed(campaign, identity),
                                campaign.limits().perCustomer()))
                        .toList(),
                identities.stream()
                        .map(identity -> standing.getOrDefault(new BrandHash(attempt.brand(), identity), 0L))
                        .toList(),
                orders.getOrDefault(order, OrderState.FRESH));
    }

    private long turnsUsed(Campaign campaign, KeyedHash identity) {
        var counter = customerCounters.get(new Turns(campaign.id().value(), identity));
        return counter == null ? 0 : counter.used;
    }

    private Redemption record(LaneTask.Redeem task, Decision.Accepted accepted) {
        var attempt = task.attempt();
        var campaign =
                Objects.requireNonNull(campaigns.get(attempt.code().campaign().value()));
        var order = new BrandHash(attempt.brand(), attempt.orderHash());
        var before = orders.getOrDefault(order, OrderState.FRESH);
        var credited = before.credited() ? null : attempt.code().owner();
        var redemption = new Redemption(
                attempt.brand(),
                task.newId(),
                campaign.id(),
                attempt.code().id(),
                credited,
                campaign.name(),
                credited == null ? null : attempt.ownerName(),
                attempt.key(),
                attempt.orderHash(),
                attempt.order().reference(),
                attempt.buyer().identities(),
                attempt.order().amount(),
                attempt.order().shipping(),
                accepted.discount(),
                campaign.offer().isOnShipping(),
                attempt.order().currency(),
                RedemptionRules.placedAt(attempt, now),
                now,
                accepted.firstOrder(),
                attempt.buyer().region(),
                attempt.buyer().ageBand(),
                attempt.buyer().tags(),
                attempt.order().lines());
        made.add(redemption);
        remember(redemption);
        placeOnOrder(order, before, campaign, credited != null);
        count(redemption, 1, 1, redemption.discount());
        return redemption;
    }

    private void placeOnOrder(BrandHash order, OrderState before, Campaign campaign, boolean credited) {
        var onOrder = new HashSet<>(before.campaigns());
        onOrder.add(campaign.id().value());
        var after =
                new OrderState(onOrder, before.combinable() && campaign.combinable(), before.credited() || credited);
        orders.put(order, after);
        if (before.campaigns().isEmpty() || newOrders.containsKey(order)) {
            newOrders.put(order, after);
        } else {
            grownOrders.put(order, after);
        }
    }

    /** Counts a redemption, or uncounts it, wherever a limit or a first order needs it. */
    private void count(Redemption redemption, int uses, int turnsTaken, long discount) {
        var campaign = campaignCounters.get(redemption.campaign().value());
        if (campaign != null) {
            campaign.add(uses, discount);
        }
        var code = codeCounters.get(redemption.codeId().value());
        if (code != null && uses != 0) {
            code.add(uses, 0);
        }
        for (var identity : turnsTaken == 0 ? List.<KeyedHash>of() : redemption.customers()) {
            var turns = customerCounters.get(new Turns(redemption.campaign().value(), identity));
            if (turns != null) {
                turns.add(turnsTaken, 0);
            }
            var customer = new BrandHash(redemption.brand(), identity);
            standing.merge(customer, (long) turnsTaken, Long::sum);
            standingChange.merge(customer, (long) turnsTaken, Long::sum);
        }
    }

    private Outcome reverse(LaneTask.Reverse task) {
        var attempt = task.attempt();
        var redemption = attempt.redemption();
        if (attempt.key() != null) {
            var earlier = reversalByKey.get(
                    new BrandHash(redemption.brand(), attempt.key().key()));
            if (earlier != null) {
                return Objects.requireNonNull(earlier.key())
                                .request()
                                .equals(attempt.key().request())
                        ? new Outcome.Reversed(earlier)
                        : new Outcome.KeyReused();
            }
        }
        var earlier = reversals.getOrDefault(redemption.id(), List.of());
        for (var one : earlier) {
            if (one.id().equals(task.newId())) {
                return new Outcome.Reversed(one);
            }
        }
        var campaign =
                Objects.requireNonNull(campaigns.get(redemption.campaign().value()));
        return switch (ReversalRules.decide(attempt, earlier, campaign.reversals(), now)) {
            case ReversalRules.Effect effect -> new Outcome.Reversed(record(task, effect));
            case ReversalRules.Decision.AlreadyReversed() -> new Outcome.AlreadyReversed();
            case ReversalRules.Decision.Exceeds(var standing) -> new Outcome.ReversalExceeds(standing);
            case ReversalRules.Decision.WindowOver(var days) -> new Outcome.ReversalWindowOver(days);
        };
    }

    private Reversal record(LaneTask.Reverse task, ReversalRules.Effect effect) {
        var redemption = task.attempt().redemption();
        var reversal = new Reversal(
                redemption.brand(),
                task.newId(),
                redemption.id(),
                task.attempt().reason(),
                effect.amount(),
                effect.discountBack(),
                effect.complete(),
                effect.slotBack(),
                effect.turnBack(),
                task.attempt().key(),
                now);
        reversed.add(reversal);
        remember(reversal);
        if (effect.slotBack() || effect.turnBack() || effect.discountBack() > 0) {
            count(redemption, effect.slotBack() ? -1 : 0, effect.turnBack() ? -1 : 0, -effect.discountBack());
        }
        return reversal;
    }
}
