package dev.herald.reward;

import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A run that pays out what is due. Herald moves no money: the run says who is to be paid what, and is told what became of it.
 *
 * @param minimum who was owed less was left out; minor units, as all amounts here
 * @param total of all who are in it
 * @param failed of those, what did not arrive and is due again
 * @param needsSecond whether it was above the brand's limit, so that somebody else than the maker has to approve it
 * @param approved absent while it waits; by nobody where it needed no approval
 * @param closed when it was paid or cancelled
 * @param reference what the brand's bank calls it; "" until it is paid
 */
public record Payout(
        PayoutId id,
        Currency currency,
        long minimum,
        long total,
        int people,
        Failed failed,
        State state,
        boolean needsSecond,
        Step made,
        @Nullable Step approved,
        @Nullable Step closed,
        String reference) {

    /** How far a run has come. */
    public enum State {
        AWAITING_APPROVAL,
        APPROVED,
        PAID,
        CANCELLED
    }

    /**
     * Something done with the run.
     *
     * @param by absent where it was done by itself
     */
    public record Step(@Nullable Actor by, Instant at) {}

    /** How many were not reached, and what they are owed again. */
    public record Failed(int people, long total) {

        static final Failed NONE = new Failed(0, 0);
    }

    /** What is paid, or will be. */
    public long left() {
        return total - failed.total();
    }

    boolean canBeCancelled() {
        return state == State.AWAITING_APPROVAL || state == State.APPROVED;
    }

    boolean canFail() {
        return state == State.APPROVED || state == State.PAID;
    }

    /** Where the amounts of those who were not told to have failed are now. */
    Account account() {
        return switch (state) {
            case AWAITING_APPROVAL, APPROVED -> Account.PAYING;
            case PAID -> Account.PAID;
            case CANCELLED -> Account.DUE;
        };
    }
}
