package dev.herald.campaign;

import dev.herald.campaign.AttributionPolicy.Precedence;
import dev.herald.campaign.AttributionPolicy.ReturningCustomers;
import dev.herald.campaign.AttributionPolicy.SelfUse;
import dev.herald.platform.Input;

/** Reads an attribution policy from JSON: what is absent stays, what is null goes back to the default. */
final class AttributionPolicyInput {

    private static final String[] MEMBERS = {"policy", "link_window_days", "returning_customers", "self_use"};

    private AttributionPolicyInput() {}

    static AttributionPolicy of(Input campaign, AttributionPolicy now) {
        var usual = AttributionPolicy.DEFAULT;
        if (campaign.clears("attribution")) {
            return usual;
        }
        var in = campaign.optionalObject("attribution");
        if (in == null) {
            return now;
        }
        in.only(MEMBERS);
        return new AttributionPolicy(
                choice(in, "policy", Precedence.class, now.policy(), usual.policy()),
                windowDays(in, now.linkWindowDays()),
                choice(
                        in,
                        "returning_customers",
                        ReturningCustomers.class,
                        now.returningCustomers(),
                        usual.returningCustomers()),
                choice(in, "self_use", SelfUse.class, now.selfUse(), usual.selfUse()));
    }

    private static <E extends Enum<E>> E choice(Input policy, String field, Class<E> type, E now, E usual) {
        if (policy.clears(field)) {
            return usual;
        }
        var chosen = policy.optionalChoice(field, type);
        return chosen == null ? now : chosen;
    }

    private static int windowDays(Input policy, int now) {
        return policy.clears("link_window_days")
                ? AttributionPolicy.DEFAULT.linkWindowDays()
                : (int) policy.integer("link_window_days", 1, AttributionPolicy.MOST_DAYS, now);
    }
}
