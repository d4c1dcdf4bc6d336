package dev.herald.redemption;

import dev.herald.access.KeyedHash;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.CampaignId;
import dev.herald.redemption.Situation.OrderState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a simulated database with their keys and checks: a write that breaks one is refused as a whole, as
 * PostgreSQL refuses it.
 */
final class Tables {

    final Map<Long, Campaign> campaigns = new TreeMap<>();
    final Map<RedemptionId, Redemption> redemptions = new LinkedHashMap<>();
    final List<Reversal> reversals = new ArrayList<>();
    final Map<ReservationId, Reservation> reservations = new LinkedHashMap<>();
    final Map<BrandHash, OrderState> orders = new HashMap<>();
    final Map<Object, long[]> counters = new HashMap<>();
    Instant now = Attempts.NOON;

    /** What a lane reads before it decides a batch. */
    LaneState read(List<LaneTask> batch, boolean careful) {
        var keys = new BatchKeys(batch, campaigns);
        var state = new LaneState();
        state.now = now;
        state.campaigns.putAll(campaigns);
        keys.codes.keySet().forEach(code -> {
            state.codesEnd.put(code, Instant.MAX);
            var owner = owner(code);
            if (owner != null) {
                state.owners.put(code, new CodeOwner("Ambassador", email(owner)));
            }
        });
        keys.campaigns.forEach((id, brand) -> {
            var row = row(new CampaignId(id));
            state.counters.campaigns.put(id, new Counter(brand, row[0], row[1]));
        });
        keys.codes.forEach((id, brand) -> state.counters.codes.put(id, new Counter(brand, row(id)[0], 0)));
        keys.turns.forEach((turns, brand) -> state.counters.turns.put(turns, new Counter(brand, row(turns)[0], 0)));
        for (var customer : keys.customers) {
            state.counters.standing.put(customer, new Counter(customer.brand(), row(customer)[0], 0));
        }
        for (var order : keys.orders) {
            var known = orders.get(order);
            if (known != null) {
                state.orders.put(order, known);
                known.redemptions().forEach(id -> state.earlier.remember(redemption(new RedemptionId(id))));
            }
        }
        // The product looks keys up for what is refused, and whenever it is careful.
        redemptions.values().stream()
                .filter(one -> one.key() != null
                        && keys.redemptionKeys.contains(
                                new BrandHash(one.brand(), one.key().key())))
                .forEach(state.earlier::remember);
        reversals.stream()
                .filter(one ->
                        keys.reversedRedemptions.containsKey(one.redemption().value())
                                || (one.key() != null
                                        && keys.reversalKeys.contains(new BrandHash(
                                                one.brand(), one.key().key()))))
                .forEach(state.earlier::remember);
        if (careful) {
            reservations.values().forEach(state.holds::remember);
        }
        return state;
    }

    /** Every second code is an ambassador's. */
    static @Nullable AmbassadorId owner(long code) {
        return code % 2 == 0 ? null : new AmbassadorId(code);
    }

    static String email(AmbassadorId ambassador) {
        return ambassador.value() + "@heartbeat.test";
    }

    boolean hasHolds(CampaignId campaign) {
        return reservations.values().stream()
                .anyMatch(one -> one.campaign().equals(campaign) && one.state() == Reservation.State.HELD);
    }

    /** False, with nothing written, if a key or a check refuses. */
    boolean write(LaneState state) {
        if (breaksAKey(state) || breaksACheck(state)) {
            return false;
        }
        state.newOrders.forEach(orders::put);
        state.grownOrders.forEach(orders::put);
        state.made.forEach(one -> redemptions.put(one.id(), one));
        reversals.addAll(state.reversed);
        state.holds.changed().forEach(one -> reservations.put(one.id(), one));
        state.holds.made().forEach(one -> reservations.put(one.id(), one));
        changes(state).forEach((key, counter) -> {
            var row = counters.computeIfAbsent(key, _ -> new long[2]);
            row[0] += counter.usedMore();
            row[1] += counter.spentMore();
        });
        return true;
    }

    private boolean breaksAKey(LaneState state) {
        return state.newOrders.keySet().stream().anyMatch(orders::containsKey)
                || state.grownOrders.entrySet().stream()
                        .anyMatch(one -> Objects.requireNonNull(orders.get(one.getKey()))
                                        .campaigns()
                                        .size()
                                != one.getValue().campaigns().size() - 1)
                || state.made.stream()
                        .anyMatch(one -> redemptions.containsKey(one.id())
                                || redemptions.values().stream().anyMatch(other -> sameKey(one.key(), other.key())))
                || state.reversed.stream()
                        .anyMatch(one -> reversals.stream()
                                .anyMatch(other -> sameKey(one.key(), other.key())
                                        || (one.complete()
                                                && other.complete()
                                                && one.redemption().equals(other.redemption()))))
                || breaksAKeyOfHolds(state);
    }

    private boolean breaksAKeyOfHolds(LaneState state) {
        var after = new HashMap<>(reservations);
        state.holds.changed().forEach(one -> after.put(one.id(), one));
        state.holds.made().forEach(one -> after.put(one.id(), one));
        var held = after.values().stream()
                .filter(one -> one.state() == Reservation.State.HELD)
                .toList();
        var keys = after.values().stream()
                .filter(one -> one.key() != null)
                .map(one -> one.key().key())
                .toList();
        return held.stream()
                                .map(one -> List.of(one.orderHash(), one.campaign()))
                                .distinct()
                                .count()
                        != held.size()
                || keys.stream().distinct().count() != keys.size();
    }

    private boolean breaksACheck(LaneState state) {
        return changes(state).entrySet().stream().anyMatch(change -> {
            var row = row(change.getKey());
            var counter = change.getValue();
            var used = row[0] + counter.usedMore();
            var spent = row[1] + counter.spentMore();
            return used < 0
                    || spent < 0
                    || (counter.usedMore() > 0 && used > counter.mostUsed)
                    || (counter.spentMore() > 0 && spent > counter.mostSpent);
        });
    }

    private static Map<Object, Counter> changes(LaneState state) {
        var changes = new HashMap<Object, Counter>();
        state.counters.campaigns.forEach((id, counter) -> changes.put(new CampaignId(id), counter));
        changes.putAll(state.counters.codes);
        changes.putAll(state.counters.turns);
        changes.putAll(state.counters.standing);
        return changes;
    }

    private static boolean sameKey(@Nullable RequestKey one, @Nullable RequestKey other) {
        return one != null && other != null && one.key().equals(other.key());
    }

    long[] row(Object key) {
        return counters.getOrDefault(key, new long[2]);
    }

    Campaign campaign(CampaignId id) {
        return Objects.requireNonNull(campaigns.get(id.value()));
    }

    Redemption redemption(RedemptionId id) {
        return Objects.requireNonNull(redemptions.get(id));
    }

    static BrandHash order(KeyedHash hash) {
        return new BrandHash(Attempts.BRAND, hash);
    }
}
