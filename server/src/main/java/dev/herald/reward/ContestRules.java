package dev.herald.reward;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.money.Split;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Who wins what. Pure: by exact counts, and who ties shares the prizes of the places that they hold together. */
final class ContestRules {

    /** @param redemptions that stand, all credited for certain */
    record Entrant(AmbassadorId ambassador, long redemptions) {}

    /** @param place 1 for the best; the same for all who tie */
    record Winner(AmbassadorId ambassador, int place, long redemptions, long prize) {}

    private ContestRules() {}

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
