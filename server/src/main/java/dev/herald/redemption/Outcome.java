package dev.herald.redemption;

import dev.herald.code.PromoCode;
import java.time.Instant;
import java.util.List;

/** What became of one request to a lane. */
public sealed interface Outcome {

    /** The redemption stands; recorded now, or before by the same request. */
    record Redeemed(Redemption redemption) implements Outcome {}

    record Declined(Decline decline) implements Outcome {}

    /** @param suggestions what was probably meant */
    record CodeUnknown(List<PromoCode> suggestions) implements Outcome {}

    /**
     * The slot is held, from now or from before by the same request.
     *
     * @param expiresAt what to tell: a repeated request is told the same as the first time
     */
    record Reserved(Reservation reservation, Instant expiresAt) implements Outcome {}

    /** The hold is over and keeps no slot. */
    record Released() implements Outcome {}

    /** The campaign counts customers, and the request names none. */
    record CustomerNeeded() implements Outcome {}

    record KeyReused() implements Outcome {}

    /**
     * The reversal stands; recorded now, or before by the same request.
     *
     * @param currency of its amounts
     */
    record Reversed(Reversal reversal, String currency) implements Outcome {}

    /** Nothing of the redemption stands any more. */
    record AlreadyReversed() implements Outcome {}

    /**
     * More was to be undone than still stands.
     *
     * @param standing minor units that can still be reversed
     */
    record ReversalExceeds(long standing) implements Outcome {}

    /** The campaign accepts reversals only so many days after the redemption. */
    record ReversalWindowOver(int days) implements Outcome {}
}
