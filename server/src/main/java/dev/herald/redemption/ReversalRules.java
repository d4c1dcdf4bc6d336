package dev.herald.redemption;

import dev.herald.campaign.ReversalPolicy;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;

/** Decides reversals. Pure. */
final class ReversalRules {

    /** The answer to one attempt. */
    sealed interface Decision {

        /** Nothing of the redemption stands any more. */
        record AlreadyReversed() implements Decision {}

        /** @param standing the order value that can still be undone, minor units */
        record Exceeds(long standing) implements Decision {}

        record WindowOver(int days) implements Decision {}
    }

    /**
     * What a reversal does.
     *
     * @param amount order value undone, minor units
     * @param discountBack minor units for the budget
     * @param turnBack whether the customer has the turn again, and the redemption no longer makes him a known one
     */
    record Effect(long amount, long discountBack, boolean complete, boolean slotBack, boolean turnBack)
            implements Decision {}

    private ReversalRules() {}

    /** Decides by the policy that the campaign has now, whatever it was when the code was redeemed. */
    static Decision decide(ReversalAttempt attempt, List<Reversal> earlier, ReversalPolicy policy, Instant now) {
        if (earlier.stream().anyMatch(Reversal::complete)) {
            return new Decision.AlreadyReversed();
        }
        var redemption = attempt.redemption();
        var days = policy.windowDays();
        if (days != null && !policy.isOpen(redemption.redeemedAt(), now)) {
            return new Decision.WindowOver(days);
        }
        var undone = earlier.stream().mapToLong(Reversal::amount).sum();
        var standing = redemption.amount() - undone;
        var amount = attempt.amount() == null ? standing : (long) attempt.amount();
        return amount > standing
                ? new Decision.Exceeds(standing)
                : effect(redemption, undone, amount, policy.of(attempt.reason()));
    }

    private static Effect effect(Redemption redemption, long undone, long amount, ReversalPolicy.GivesBack gives) {
        var complete = undone + amount == redemption.amount();
        var share = discountFor(redemption, undone + amount, complete) - discountFor(redemption, undone, false);
        return new Effect(
                amount, gives.budget() ? share : 0, complete, complete && gives.slot(), complete && gives.turn());
    }

    /**
     * The discount that belongs to the first so many units of the order, so that the parts of several partial reversals
     * add up to the whole.
     */
    private static long discountFor(Redemption redemption, long amount, boolean complete) {
        if (complete) {
            return redemption.discount();
        }
        if (redemption.amount() == 0) {
            return 0;
        }
        return BigInteger.valueOf(redemption.discount())
                .multiply(BigInteger.valueOf(amount))
                .divide(BigInteger.valueOf(redemption.amount()))
                .longValueExact();
    }
}
