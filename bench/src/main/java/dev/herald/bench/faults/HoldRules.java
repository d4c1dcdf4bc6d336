package dev.herald.bench.faults;

import dev.herald.bench.faults.Found.Hold;
import dev.herald.bench.faults.History.Asked;
import dev.herald.bench.faults.History.Deed;
import dev.herald.bench.faults.Story.Fate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Whether reservations hold what was promised, until they are released or redeemed and no longer. */
final class HoldRules {

    private HoldRules() {}

    static List<String> faults(Story story, Found found) {
        var faults = new ArrayList<String>();
        var holds = found.holds().stream().collect(Collectors.groupingBy(Hold::order));
        var ends = story.asked().stream()
                .filter(one -> one.deed() == Deed.CLAIM || one.deed() == Deed.RELEASE)
                .filter(one -> story.fate(one) != Fate.DECLINED)
                .collect(Collectors.groupingBy(Asked::subject));
        var reserved = story.asked().stream()
                .filter(one -> one.deed() == Deed.RESERVE)
                .collect(Collectors.groupingBy(Asked::order));
        for (var one : reserved.values().stream().flatMap(List::stream).toList()) {
            var mine = holds.getOrDefault(one.order(), List.of());
            var ended = ends.getOrDefault(one.number(), List.of());
            var fate = story.fate(one);
            if (mine.size() > 1) {
                faults.add("held " + mine.size() + " times: " + one);
            }
            if (fate == Fate.ACCEPTED && mine.isEmpty() && ended.isEmpty() && !mayHaveEnded(one, story)) {
                faults.add("reserved and lost: " + one);
            }
            if (fate == Fate.DECLINED && !mine.isEmpty()) {
                faults.add("declined and held: " + one);
            }
            if (!mine.isEmpty() && ended.stream().anyMatch(end -> story.fate(end) == Fate.ACCEPTED)) {
                faults.add("released or redeemed, and still held: " + one);
            }
        }
        holds.forEach((order, mine) -> {
            if (!reserved.containsKey(order)) {
                faults.add("held and never asked for: " + mine);
            }
        });
        return faults;
    }

    /** By its time; or as a buyer's own hold never counts against him, by another order of his that used it. */
    private static boolean mayHaveEnded(Asked reservation, Story story) {
        return reservation.expires()
                || story.asked().stream()
                        .filter(one -> one.deed() == Deed.REDEEM || one.deed() == Deed.RESERVE)
                        .filter(one -> one.campaign().equals(reservation.campaign())
                                && one.customer().equals(reservation.customer())
                                && !one.order().equals(reservation.order()))
                        .anyMatch(one -> story.fate(one) != Fate.DECLINED);
    }
}
