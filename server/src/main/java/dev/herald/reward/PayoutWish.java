package dev.herald.reward;

import dev.herald.ambassador.AmbassadorId;
import java.util.Currency;
import java.util.List;

/**
 * Who is to be paid in a run.
 *
 * @param minimum who is owed less waits; minor units, 1 or more
 * @param ambassadors only these; everybody if there are none
 */
public record PayoutWish(Currency currency, long minimum, List<AmbassadorId> ambassadors) {

    public PayoutWish {
        if (minimum < 1) {
            throw new IllegalArgumentException("A payout is of something: " + minimum);
        }
        ambassadors = List.copyOf(ambassadors);
    }
}
