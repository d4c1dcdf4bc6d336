package dev.herald.campaign;

import dev.herald.campaign.ReversalPolicy.GivesBack;
import dev.herald.platform.Input;
import org.jspecify.annotations.Nullable;

/** Reads a reversal policy from JSON: what is absent stays, what is null goes back to the default. */
final class ReversalPolicyInput {

    private static final String[] MEMBERS = {"cancelled", "refunded", "chargeback", "window_days"};

    private ReversalPolicyInput() {}

    static ReversalPolicy of(Input campaign, ReversalPolicy now) {
        if (campaign.clears("reversals")) {
            return ReversalPolicy.DEFAULT;
        }
        var in = campaign.optionalObject("reversals");
        if (in == null) {
            return now;
        }
        in.only(MEMBERS);
        return new ReversalPolicy(
                givesBack(in, "cancelled", now.cancelled(), ReversalPolicy.DEFAULT.cancelled()),
                givesBack(in, "refunded", now.refunded(), ReversalPolicy.DEFAULT.refunded()),
                givesBack(in, "chargeback", now.chargeback(), ReversalPolicy.DEFAULT.chargeback()),
                windowDays(in, now.windowDays()));
    }

    private static GivesBack givesBack(Input policy, String reason, GivesBack now, GivesBack usual) {
        if (policy.clears(reason)) {
            return usual;
        }
        var in = policy.optionalObject(reason);
        if (in == null) {
            return now;
        }
        in.only("slot", "budget", "turn");
        return new GivesBack(
                in.clears("slot") ? usual.slot() : in.bool("slot", now.slot()),
                in.clears("budget") ? usual.budget() : in.bool("budget", now.budget()),
                in.clears("turn") ? usual.turn() : in.bool("turn", now.turn()));
    }

    private static @Nullable Integer windowDays(Input policy, @Nullable Integer now) {
        return policy.has("window_days")
                ? (Integer) (int) policy.integer("window_days", 1, ReversalPolicy.MOST_DAYS)
                : policy.clears("window_days") ? null : now;
    }
}
