package dev.herald.redemption;

import dev.herald.access.BrandId;
import dev.herald.access.KeyedHash;
import dev.herald.campaign.CampaignId;
import dev.herald.campaign.Limits;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the limits of a batch's campaigns have counted so far. A counter that was not read stands for one of which only
 * the difference matters, or that has no row yet.
 */
final class LaneCounters {

    final Map<Long, Counter> campaigns = new TreeMap<>();
    final Map<Long, Counter> codes = new TreeMap<>();
    final Map<Turns, Counter> turns = new TreeMap<>();

    /** How many redemptions of a customer stand in the brand; holds do not. */
    final Map<BrandHash, Counter> standing = new TreeMap<>();

    /** Takes a slot. */
    void take(Slot slot, Limits limits) {
        add(slot, limits, 1, slot.discount());
        addTurns(slot, limits, 1);
    }

    /** Gives back all that a slot takes. */
    void give(Slot slot, Limits limits) {
        add(slot, limits, -1, -slot.discount());
        addTurns(slot, limits, -1);
    }

    /** Counts uses of the campaign and the code, and minor units of the budget, where a limit needs it. */
    void add(Slot slot, Limits limits, int uses, long minor) {
        if (limits.countsCampaign()) {
            var counter = counter(campaigns, slot.campaign().value(), slot.brand());
            counter.used += uses;
            counter.spent += minor;
            counter.mostUsed = limits.perCampaign();
            counter.mostSpent = limits.budget();
        }
        if (limits.countsCodes() && uses != 0) {
            var counter = counter(codes, slot.code().value(), slot.brand());
            counter.used += uses;
            counter.mostUsed = limits.perCode();
        }
    }

    void addTurns(Slot slot, Limits limits, int uses) {
        for (var cap : limits.customerCaps()) {
            var period = cap.period().key(slot.turnDay());
            for (var customer : slot.customers()) {
                var counter = counter(turns, new Turns(slot.campaign(), customer, period), slot.brand());
                counter.used += uses;
                counter.mostUsed = cap.most();
            }
        }
    }

    void addStanding(Slot slot, int redemptions) {
        for (var customer : slot.customers()) {
            counter(standing, new BrandHash(slot.brand(), customer), slot.brand()).used += redemptions;
        }
    }

    long used(CampaignId campaign) {
        return used(campaigns.get(campaign.value()));
    }

    long spent(CampaignId campaign) {
        var counter = campaigns.get(campaign.value());
        return counter == null ? 0 : counter.spent;
    }

    long codeUsed(long code) {
        return used(codes.get(code));
    }

    long turnsUsed(Turns of) {
        return used(turns.get(of));
    }

    long standing(BrandId brand, KeyedHash customer) {
        return used(standing.get(new BrandHash(brand, customer)));
    }

    private static long used(@Nullable Counter counter) {
        return counter == null ? 0 : counter.used;
    }

    private static <K> Counter counter(Map<K, Counter> counters, K key, BrandId brand) {
        return counters.computeIfAbsent(key, _ -> new Counter(brand, 0, 0));
    }
}
