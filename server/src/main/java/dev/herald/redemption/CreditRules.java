package dev.herald.redemption;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.AttributionPolicy;
import dev.herald.redemption.Credit.Reason;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides whom a redemption is credited to: one ambassador at most, and one of each order. Pure. */
final class CreditRules {

    /**
     * The code's owner.
     *
     * @param isBuyer whether it is he who orders
     */
    record Owner(AmbassadorId ambassador, @Nullable String name, boolean isBuyer) {}

    /**
     * What led to an order.
     *
     * @param owner absent for a code that nobody owns
     * @param touches clicks on links of the campaign, in any order
     */
    record Case(AttributionPolicy policy, @Nullable Owner owner, List<Touch> touches, Instant placedAt) {

        Case {
            touches = List.copyOf(touches);
        }
    }

    /** Whom, and why; no ambassador if nobody. */
    record Credited(
            @Nullable AmbassadorId ambassador, @Nullable String name, Credit credit) {

        static Credited nobody(Reason reason) {
            return new Credited(null, null, Credit.because(reason));
        }
    }

    /** Of two in the same second the one whose link is older is taken for the earlier. */
    private static final Comparator<Touch> BY_TIME =
            Comparator.comparing(Touch::at).thenComparingLong(Touch::link);

    private CreditRules() {}

    /**
     * @param firstOrder whether the order is known to be its customer's first
     * @param orderCredited whether another redemption of the order has the credit
     */
    static Credited decide(Case known, boolean firstOrder, boolean orderCredited) {
        if (isSelfUse(known)) {
            return Credited.nobody(Reason.SELF_USE);
        }
        var chosen = chosen(known);
        if (chosen.isEmpty()) {
            return Credited.nobody(Reason.NOBODY);
        }
        if (orderCredited) {
            return Credited.nobody(Reason.ORDER_CREDITED);
        }
        return known.policy().asksForFirstOrder() && !firstOrder
                ? Credited.nobody(Reason.RETURNING_CUSTOMER)
                : chosen.get();
    }

    /** Whether the buyer owns the code or would have the credit himself. */
    static boolean isSelfUse(Case known) {
        var owner = known.owner();
        return (owner != null && owner.isBuyer())
                || touch(known).filter(Touch::isBuyer).isPresent();
    }

    private static Optional<Credited> chosen(Case known) {
        return touch(known)
                .map(touch -> new Credited(
                        touch.ambassador(), touch.name(), new Credit(Reason.LINK, touch.link(), touch.at())))
                .or(() -> Optional.ofNullable(known.owner())
                        .map(owner -> new Credited(owner.ambassador(), owner.name(), Credit.because(Reason.CODE))));
    }

    /** The click that has the credit; empty if the code has it, or nobody. */
    private static Optional<Touch> touch(Case known) {
        if (known.touches().isEmpty()) {
            return Optional.empty();
        }
        return switch (known.policy().policy()) {
            case CODE_OVER_LINK, LAST_TOUCH ->
                known.owner() == null ? counting(known).max(BY_TIME) : Optional.empty();
            case LINK_OVER_CODE -> counting(known).max(BY_TIME);
            case FIRST_TOUCH -> counting(known).min(BY_TIME);
        };
    }

    private static Stream<Touch> counting(Case known) {
        return known.touches().stream().filter(touch -> known.policy().isInWindow(touch.at(), known.placedAt()));
    }
}
