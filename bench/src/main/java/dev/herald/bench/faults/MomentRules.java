package dev.herald.bench.faults;

import dev.herald.bench.faults.Found.Limited;
import dev.herald.bench.faults.History.Asked;
import dev.herald.bench.faults.History.Calm;
import dev.herald.bench.faults.History.Deed;
import dev.herald.bench.faults.History.Line;
import dev.herald.bench.faults.History.Still;
import dev.herald.bench.faults.History.Told;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whether a limit was exceeded for a moment, even if it holds in the end. At each line of the history, what was
 * acknowledged and not yet asked to be given back certainly stands: that alone must be within every limit.
 */
final class MomentRules {

    private final Map<String, Limited> campaigns;
    private final Map<Integer, Asked> asked = new HashMap<>();
    private final Set<Integer> accepted = new HashSet<>();
    private final Set<Integer> taken = new HashSet<>();
    private final Map<String, Long> slots = new HashMap<>();
    private final Map<String, Long> spent = new HashMap<>();
    private final Set<String> faults = new HashSet<>();

    private MomentRules(Found found) {
        campaigns = found.campaigns().stream().collect(Collectors.toMap(Limited::campaign, Function.identity()));
    }

    static List<String> faults(List<Line> history, Found found) {
        var rules = new MomentRules(found);
        for (var line : history) {
            switch (line) {
                case Asked one -> rules.ask(one);
                case Told one -> rules.tell(one);
                case Calm() -> {}
                case Still() -> {}
            }
        }
        return new ArrayList<>(rules.faults);
    }

    private void ask(Asked one) {
        asked.putIfAbsent(one.number(), one);
        asked.values().stream().filter(hold -> mayUse(one, hold)).forEach(this::giveUp);
        // Whoever asked before and was not accepted yet may still be, by this hold.
        if (one.expires()
                || asked.values().stream()
                        .anyMatch(other -> !accepted.contains(other.number()) && mayUse(other, one))) {
            giveUp(one);
        }
        var given = asked.get(origin(one.subject()));
        if (given != null && one.givesBack()) {
            giveUp(given);
        }
    }

    /** No longer certain to stand, nor later, should its yes be written down only then. */
    private void giveUp(Asked one) {
        if (taken.remove(one.number())) {
            count(one, -1);
        }
        taken.add(-1 - one.number());
    }

    /** A buyer's own hold never counts against him: another order of his may use it. */
    private static boolean mayUse(Asked one, Asked hold) {
        return hold.deed() == Deed.RESERVE
                && (one.deed() == Deed.REDEEM || one.deed() == Deed.RESERVE)
                && hold.number() != one.number()
                && hold.campaign().equals(one.campaign())
                && hold.customer().equals(one.customer());
    }

    /** A claim goes on with the slot that its reservation holds. */
    private int origin(int number) {
        var one = asked.get(number);
        return one != null && one.deed() == Deed.CLAIM ? one.subject() : number;
    }

    private void tell(Told one) {
        var wish = asked.get(one.number());
        if (wish == null || !one.accepts() || wish.deed() == Deed.REVERSE || wish.deed() == Deed.RELEASE) {
            return;
        }
        var origin = asked.getOrDefault(origin(one.number()), wish);
        accepted.add(one.number());
        if (!taken.contains(-1 - origin.number()) && taken.add(origin.number())) {
            count(origin, 1);
            check(origin);
        }
    }

    private void count(Asked one, int slot) {
        var campaign = campaigns.get(one.campaign());
        if (campaign == null) {
            return;
        }
        slots.merge(one.campaign(), (long) slot, Long::sum);
        slots.merge(one.campaign() + " code " + one.code(), (long) slot, Long::sum);
        slots.merge(one.campaign() + " of " + one.customer(), (long) slot, Long::sum);
        spent.merge(one.campaign(), slot * campaign.discountOn(one.amount()), Long::sum);
    }

    private void check(Asked one) {
        var campaign = campaigns.get(one.campaign());
        if (campaign == null) {
            return;
        }
        exceeds(one.campaign(), campaign.perCampaign());
        exceeds(one.campaign() + " code " + one.code(), campaign.perCode());
        exceeds(one.campaign() + " of " + one.customer(), campaign.perCustomer());
        if (spent.getOrDefault(one.campaign(), 0L) > campaign.budget()) {
            faults.add("for a moment more spent than the budget of " + campaign.budget() + ": " + one.campaign());
        }
    }

    private void exceeds(String what, long limit) {
        if (slots.getOrDefault(what, 0L) > limit) {
            faults.add("for a moment more than the limit of " + limit + ": " + what);
        }
    }
}
