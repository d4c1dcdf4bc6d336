package dev.herald.redemption;

import dev.herald.access.BrandId;
import dev.herald.access.KeyedHash;
import dev.herald.campaign.Campaign;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names all that a batch has to know, each once and in the order of the database. */
final class BatchKeys {

    final Map<Long, BrandId> campaigns = new TreeMap<>();

    /** Campaigns with counters, as far as is known. */
    final Collection<Long> counting = new TreeSet<>();

    final Map<Long, BrandId> codes = new TreeMap<>();
    final Collection<BrandHash> customers = new TreeSet<>();
    final Map<Turns, BrandId> turns = new TreeMap<>();

    /** Customers of whom it matters whether it is their first order. */
    final Collection<BrandHash> firstTimers = new TreeSet<>();

    final Collection<BrandHash> orders = new TreeSet<>();
    final Map<Long, BrandId> reservations = new TreeMap<>();
    final Collection<BrandHash> redemptionKeys = new TreeSet<>();
    final Collection<BrandHash> reservationKeys = new TreeSet<>();
    final Collection<BrandHash> reversalKeys = new TreeSet<>();
    final Map<Long, BrandId> reversedRedemptions = new TreeMap<>();

    private final Map<Long, Campaign> known;

    /** @param known campaigns by id; tells whose customers are counted */
    BatchKeys(List<LaneTask> batch, Map<Long, Campaign> known) {
        this.known = known;
        for (var task : batch) {
            campaigns.put(task.campaign().value(), task.brand());
            if (mayCount(known.get(task.campaign().value()))) {
                counting.add(task.campaign().value());
            }
            switch (task) {
                case LaneTask.Redeem redeem -> {
                    add(redeem.attempt());
                    add(redeem.brand(), redeem.attempt().key(), redemptionKeys);
                    if (redeem.reservation() != null) {
                        reservations.put(redeem.reservation().value(), redeem.brand());
                    }
                }
                case LaneTask.Reserve reserve -> {
                    add(reserve.attempt());
                    add(reserve.brand(), reserve.attempt().key(), reservationKeys);
                }
                case LaneTask.Reverse reverse -> {
                    var redemption = reverse.attempt().redemption();
                    orders.add(new BrandHash(redemption.brand(), redemption.orderHash()));
                    reversedRedemptions.put(redemption.id().value(), redemption.brand());
                    add(reverse.brand(), reverse.attempt().key(), reversalKeys);
                }
                case LaneTask.Release(var reservation, var _) ->
                    reservations.put(reservation.id().value(), reservation.brand());
                case LaneTask.Extend(var reservation, var _, var _) ->
                    reservations.put(reservation.id().value(), reservation.brand());
            }
        }
    }

    private static boolean mayCount(@Nullable Campaign campaign) {
        return campaign == null
                || campaign.limits().countsCampaign()
                || campaign.limits().countsCodes()
                || campaign.limits().countsCustomers();
    }

    private void add(Attempt attempt) {
        codes.put(attempt.code().id().value(), attempt.brand());
        orders.add(new BrandHash(attempt.brand(), attempt.orderHash()));
        var campaign = known.get(attempt.code().campaign().value());
        for (var customer : attempt.buyer().identities()) {
            customers.add(new BrandHash(attempt.brand(), customer));
            if (campaign != null) {
                addTurns(campaign, customer, attempt);
            }
            if (campaign != null && campaign.asksForFirstOrder()) {
                firstTimers.add(new BrandHash(attempt.brand(), customer));
            }
        }
    }

    private void addTurns(Campaign campaign, KeyedHash customer, Attempt attempt) {
        for (var cap : campaign.limits().customerCaps()) {
            turns.put(new Turns(campaign.id(), customer, cap.period().key(attempt.turnDay())), attempt.brand());
        }
    }

    private static void add(BrandId brand, @Nullable RequestKey key, Collection<BrandHash> keys) {
        if (key != null) {
            keys.add(new BrandHash(brand, key.key()));
        }
    }

    /** The brands, as an array of PostgreSQL. */
    String brands() {
        return campaigns.values().stream()
                .map(brand -> Long.toString(brand.value()))
                .distinct()
                .collect(Collectors.joining(",", "{", "}"));
    }
}
