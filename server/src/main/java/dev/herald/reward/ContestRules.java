package dev.herald.reward;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.money.Split;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Who wins what. Pure: by exact counts, where who ties shares the prizes of the places that they hold together; or, where
 * counts are estimated, as far as a place is certain enough.
 */
final class ContestRules {

    /** @param redemptions that stand, all credited for certain */
    record Entrant(AmbassadorId ambassador, long redemptions) {}

    /**
     * @param redemptions as many as an estimate credits
     * @param top with which probability he is the best, one of the best two, and so on
     */
    record Likely(AmbassadorId ambassador, double redemptions, List<Double> top) {}

    /** From SCIENCE.md: a prize by an estimate only to whom it is due more surely than this. */
    static final double SURE = .8;

    private ContestRules() {}

    /** The winners of those places that are certain enough, the best first; no prize of another place is given. */
    static List<Winner> likelyWinners(List<Likely> entrants, List<Long> prizes) {
        var winners = new ArrayList<Winner>();
        var left = new ArrayList<>(entrants);
        for (var place = 1; place <= prizes.size(); place++) {
            var top = place;
            left.stream()
                    .filter(one -> one.top().size() >= top && one.top().get(top - 1) > SURE)
                    .max(Comparator.comparingDouble((Likely one) -> one.top().get(top - 1))
                            .thenComparingDouble(Likely::redemptions))
                    .ifPresent(one -> {
                        left.remove(one);
                        winners.add(
                                new Winner(one.ambassador(), top, Math.round(one.redemptions()), prizes.get(top - 1)));
                    });
        }
        return winners;
    }

    /** The winners, the best first; nobody wins without a redemption. */
    static List<Winner> winners(List<Entrant> entrants, List<Long> prizes) {
        var sorted = entrants.stream()
                .filter(one -> one.redemptions() > 0)
                .sorted(Comparator.comparingLong(Entrant::redemptions)
                        .reversed()
                        .thenComparingLong(one -> one.ambassador().value()))
                .toList();
        var winners = new ArrayList<Winner>();
        for (var from = 0; from < Math.min(prizes.size(), sorted.size()); ) {
            var redemptions = sorted.get(from).redemptions();
            var tied = sorted.stream()
                    .filter(one -> one.redemptions() == redemptions)
                    .toList();
            var pot = prizes.subList(from, Math.min(prizes.size(), from + tied.size())).stream()
                    .mapToLong(Long::longValue)
                    .sum();
            var shares = Split.byLargestRemainder(pot, Collections.nCopies(tied.size(), 1L));
            for (var i = 0; i < tied.size(); i++) {
                winners.add(new Winner(tied.get(i).ambassador(), from + 1, redemptions, shares.get(i)));
            }
            from += tied.size();
        }
        return winners;
    }
}
