package dev.herald.redemption;

import dev.herald.campaign.Campaign;
import dev.herald.redemption.LaneState.BrandHash;
import dev.herald.redemption.LaneState.Turns;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Counters that limits need and that were not found.
 *
 * @param codes by code id, the campaign that limits it
 * @param turns by customer, the campaign that limits him
 * @param customers whose standing redemptions decide a first order
 */
record MissingCounters(
        Collection<Campaign> campaigns,
        Map<Long, Campaign> codes,
        Map<Turns, Campaign> turns,
        Collection<BrandHash> customers) {

    boolean isEmpty() {
        return campaigns.isEmpty() && codes.isEmpty() && turns.isEmpty() && customers.isEmpty();
    }

    /** Looks through a batch for what its limits need and its state lacks. */
    static MissingCounters of(List<LaneTask> batch, LaneState state) {
        var campaigns = new TreeMap<Long, Campaign>();
        var codes = new TreeMap<Long, Campaign>();
        var turns = new TreeMap<Turns, Campaign>();
        var customers = new TreeSet<BrandHash>();
        for (var task : batch) {
            var campaign = state.campaigns.get(task.campaign().value());
            if (campaign == null || !(task instanceof LaneTask.Redeem(var attempt, var _, var _))) {
                continue;
            }
            var limits = campaign.limits();
            if (limits.countsCampaign()
                    && !state.campaignCounters.containsKey(campaign.id().value())) {
                campaigns.put(campaign.id().value(), campaign);
            }
            var code = attempt.code().id().value();
            if (limits.countsCodes() && !state.codeCounters.containsKey(code)) {
                codes.put(code, campaign);
            }
            for (var identity : attempt.buyer().identities()) {
                var turn = new Turns(campaign.id().value(), identity);
                if (limits.countsCustomers() && !state.customerCounters.containsKey(turn)) {
                    turns.put(turn, campaign);
                }
                var customer = new BrandHash(attempt.brand(), identity);
                if (limits.firstOrderOnly() && !state.standing.containsKey(customer)) {
                    customers.add(customer);
                }
            }
        }
        return new MissingCounters(campaigns.values(), codes, turns, customers);
    }
}
