package dev.herald.redemption;

import dev.herald.access.BrandId;
import dev.herald.access.KeyedHash;
import dev.herald.campaign.CampaignId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The reservations that a batch knows of, and what it did to them. */
final class LaneHolds {

    private record OfOrder(BrandId brand, KeyedHash order, CampaignId campaign) {}

    private record OfCustomer(CampaignId campaign, KeyedHash customer) {}

    private final Map<ReservationId, Reservation> all = new LinkedHashMap<>();
    private final Map<OfOrder, ReservationId> byOrder = new HashMap<>();
    private final Map<OfCustomer, List<ReservationId>> byCustomer = new HashMap<>();
    private final Map<BrandHash, ReservationId> byKey = new HashMap<>();
    private final Map<ReservationId, Reservation> made = new LinkedHashMap<>();
    private final Map<ReservationId, Reservation> changed = new LinkedHashMap<>();

    /** Takes in a row that was read. */
    void remember(Reservation reservation) {
        if (all.putIfAbsent(reservation.id(), reservation) != null) {
            return;
        }
        if (reservation.key() != null) {
            byKey.put(new BrandHash(reservation.brand(), reservation.key().key()), reservation.id());
        }
        if (reservation.state() == Reservation.State.HELD) {
            byOrder.put(
                    new OfOrder(reservation.brand(), reservation.orderHash(), reservation.campaign()),
                    reservation.id());
            for (var customer : reservation.buyer().identities()) {
                byCustomer
                        .computeIfAbsent(new OfCustomer(reservation.campaign(), customer), _ -> new ArrayList<>())
                        .add(reservation.id());
            }
        }
    }

    void make(Reservation reservation) {
        made.put(reservation.id(), reservation);
        remember(reservation);
    }

    void change(Reservation reservation) {
        all.put(reservation.id(), reservation);
        (made.containsKey(reservation.id()) ? made : changed).put(reservation.id(), reservation);
    }

    @Nullable
    Reservation find(ReservationId id) {
        return all.get(id);
    }

    @Nullable
    Reservation withKey(BrandId brand, KeyedHash key) {
        var id = byKey.get(new BrandHash(brand, key));
        return id == null ? null : all.get(id);
    }

    /** The hold that keeps a slot of the campaign for the order. */
    @Nullable
    Reservation ofOrder(BrandId brand, KeyedHash order, CampaignId campaign, Instant now) {
        var id = byOrder.get(new OfOrder(brand, order, campaign));
        return id == null ? null : holding(id, now);
    }

    /** The holds of the same buyer in the campaign, on whatever orders. */
    Collection<Reservation> ofCustomer(Buyer buyer, CampaignId campaign, Instant now) {
        var holds = new LinkedHashMap<ReservationId, Reservation>();
        for (var customer : buyer.identities()) {
            for (var id : byCustomer.getOrDefault(new OfCustomer(campaign, customer), List.of())) {
                var hold = holding(id, now);
                if (hold != null) {
                    holds.put(id, hold);
                }
            }
        }
        return holds.values();
    }

    private @Nullable Reservation holding(ReservationId id, Instant now) {
        var hold = all.get(id);
        return hold != null && hold.holds(now) ? hold : null;
    }

    /** Holds whose time is over and that still count. */
    List<Reservation> overdue(Instant now) {
        return all.values().stream()
                .filter(hold -> hold.state() == Reservation.State.HELD && !hold.holds(now))
                .toList();
    }

    Collection<Reservation> made() {
        return made.values();
    }

    /** Those that were there before the batch and are not as they were. */
    Collection<Reservation> changed() {
        return changed.values();
    }
}
