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
 * @param byLink those of them that links tell for certain
 * @param top with which probability he brought the most, was one of the best two, and so on, alone
 * @param alike whose it may be as well
 */
public record EstimatedCredit(
        int place,
        AmbassadorId ambassador,
        double credited,
        double low,
        double high,
        double byLink,
        List<Double> top,
        Grade grade,
        List<AmbassadorId> alike) {

    public EstimatedCredit {
        top = List.copyOf(top);
        alike = List.copyOf(alike);
    }
}
