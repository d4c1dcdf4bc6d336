package dev.herald.attribution;

import java.util.List;

/**
 * Who brought the orders of a campaign, as far as that can be told.
 *
 * @param tauHours hours in which buyers follow a post, in the mean
 * @param background orders that are nobody's in particular
 * @param credits in the order of the ambassadors
 */
record Estimated(double tauHours, double background, List<Credit> credits) {

    Estimated {
        credits = List.copyOf(credits);
    }

    /**
     * One ambassador's part.
     *
     * @param credited orders in the mean
     * @param low there are as many or more with a probability of nine tenths
     * @param high as many or fewer
     * @param byLink those of them that a link tells for certain
     * @param top with which probability nobody, at most one other, at most two others and so on brought as many
     * @param alike numbers of those whom it may belong to as well
     */
    record Credit(
            double credited, double low, double high, int byLink, List<Double> top, Grade grade, List<Integer> alike) {

        Credit {
            top = List.copyOf(top);
            alike = List.copyOf(alike);
        }
    }
}
