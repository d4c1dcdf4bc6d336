package dev.herald.redemption;

import dev.herald.campaign.ReversalReason;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** Decides reversals. Pure. */
final class ReversalRules {

    /**
     * What a reversal does.
     *
     * @param amount order value undone, minor units
     * @param discountBack minor units for the budget
     */
    record Effect(long amount, long discountBack, boolean complete, boolean slotBack) {}

    private ReversalRules() {}

    /** Order value that can still be undone; 0 once a reversal has completed. */
    static long standing(Redemption redemption, List<Reversal> earlier) {
        return earlier.stream().anyMatch(Reversal::complete)
                ? 0
                : redemption.amount()
                        - earlier.stream().mapToLong(Reversal::amount).sum();
    }

    /** Empty if more is to be undone than stands, or nothing is left to undo. */
    static Optional<Effect> decide(ReversalAttempt attempt, List<Reversal> earlier) {
        if (earlier.stream().anyMatch(Reversal::complete)) {
            return Optional.empty();
        }
        var redemption = attempt.redemption();
        var standing = standing(redemption, earlier);
        var amount = attempt.amount() == null ? standing : (long) attempt.amount();
        if (amount > standing) {
            return Optional.empty();
        }
        var complete = amount == standing;
        var givesBack = attempt.reason() != ReversalReason.CHARGEBACK;
        var undone = redemption.amount() - standing;
        var back = givesBack
                ? discountFor(redemption, undone + amount, complete) - discountFor(redemption, undone, false)
                : 0;
        return Optional.of(new Effect(amount, back, complete, complete && givesBack));
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
