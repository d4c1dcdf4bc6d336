package dev.herald.attribution;

import dev.herald.ambassador.AmbassadorId;
import java.util.List;

/**
 * What an estimate credits to one ambassador.
 *
 * @param place 1 for the most
 * @param credited redemptions, in the mean
 * @param low as many or more in nine of ten cases
 * @param high as many or fewer
 * @param alike whose it may be as well
 */
public record EstimatedCredit(
        int place,
        AmbassadorId ambassador,
        double credited,
        double low,
        double high,
        Grade grade,
        List<AmbassadorId> alike) {

    public EstimatedCredit {
        alike = List.copyOf(alike);
    }
}
