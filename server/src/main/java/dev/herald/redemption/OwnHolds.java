package dev.herald.redemption;

import dev.herald.campaign.Limits;
import dev.herald.redemption.RedemptionRules.Decision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Decides for a buyer whose own holds never count against him: they are given back as far as they are in his way. */
final class OwnHolds {

    /** @param given the holds whose slots were given back because the answer is yes; that of the order comes first */
    record Decided(Decision decision, List<Reservation> given) {}

    private final LaneCounters counters;
    private final Limits limits;
    private final Supplier<Decision> rules;
    private final List<Reservation> given = new ArrayList<>();

    /** @param rules decides with what the counters say at the moment */
    OwnHolds(LaneCounters counters, Limits limits, Supplier<Decision> rules) {
        this.counters = counters;
        this.limits = limits;
        this.rules = rules;
    }

    /**
     * @param own the hold that is asked for or keeps a slot for the order
     * @param others all that the buyer holds in the campaign, on whatever orders
     */
    Decided decide(@Nullable Reservation own, Supplier<Collection<Reservation>> others) {
        if (own != null) {
            give(own);
        }
        var first = rules.get();
        var decision = first;
        if (first instanceof Decision.Refused(var decline) && decline.isOfLimit()) {
            var candidates = others.get().iterator();
            while (candidates.hasNext() && !(decision instanceof Decision.Accepted)) {
                var other = candidates.next();
                if (!other.equals(own)) {
                    give(other);
                    decision = rules.get();
                }
            }
        }
        var accepted = decision instanceof Decision.Accepted;
        for (var hold : List.copyOf(given)) {
            // What is not in the way stays held, and nothing is given back for a no.
            take(hold);
            if (accepted && (hold.equals(own) || !(rules.get() instanceof Decision.Accepted))) {
                give(hold);
            }
        }
        return new Decided(accepted ? decision : first, List.copyOf(given));
    }

    private void give(Reservation hold) {
        counters.give(Slot.of(hold), limits);
        given.add(hold);
    }

    private void take(Reservation hold) {
        counters.take(Slot.of(hold), limits);
        given.remove(hold);
    }
}
