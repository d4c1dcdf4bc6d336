package dev.herald.bench.faults;

import dev.herald.bench.faults.Found.Row;
import dev.herald.bench.faults.Found.Undone;
import dev.herald.bench.faults.History.Asked;
import dev.herald.bench.faults.History.Deed;
import dev.herald.bench.faults.Story.Fate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether reversals are there once, were asked for, and undo at most what was redeemed. */
final class ReversalRules {

    private final Story story;
    private final Found found;
    private final List<String> faults = new ArrayList<>();

    private ReversalRules(Story story, Found found) {
        this.story = story;
        this.found = found;
    }

    static List<String> faults(Story story, Found found) {
        var rules = new ReversalRules(story, found);
        var made = found.reversals().stream().collect(Collectors.groupingBy(Undone::redemption));
        var asked = story.asked().stream()
                .filter(one -> one.deed() == Deed.REVERSE)
                .collect(Collectors.groupingBy(rules::redemption));
        rules.acknowledgedAreThere(asked);
        made.forEach((redemption, reversals) ->
                rules.wereAskedFor(redemption, reversals, asked.getOrDefault(redemption, List.of())));
        found.rows().forEach(row -> rules.addUp(row, made.getOrDefault(row.id(), List.of())));
        return rules.faults;
    }

    private String redemption(Asked reversal) {
        return story.asked(reversal.subject())
                .flatMap(story::acceptance)
                .map(Story::idIn)
                .orElse("");
    }

    private void acknowledgedAreThere(Map<String, List<Asked>> asked) {
        var ids = found.reversals().stream().map(Undone::id).collect(Collectors.toSet());
        asked.values().stream()
                .flatMap(List::stream)
                .forEach(one -> story.acceptance(one)
                        .filter(body -> !ids.contains(Story.idIn(body)))
                        .ifPresent(_ -> faults.add("reversal acknowledged and lost: " + one)));
    }

    private void wereAskedFor(String redemption, List<Undone> reversals, List<Asked> asked) {
        var possible =
                asked.stream().filter(one -> story.fate(one) != Fate.DECLINED).count();
        if (reversals.size() > possible) {
            faults.add(reversals.size() + " reversals of " + redemption + ", " + possible
                    + " asked for and not declined: " + reversals);
        }
    }

    private void addUp(Row row, List<Undone> parts) {
        var amount = parts.stream().mapToLong(Undone::amount).sum();
        var back = parts.stream().mapToLong(Undone::back).sum();
        var complete = parts.stream().filter(Undone::complete).count();
        if (amount > row.amount() || back > row.discount()) {
            faults.add("reversed more than was redeemed: " + row + ": " + parts);
        }
        if (complete > 1 || (complete == 1 && amount != row.amount())) {
            faults.add("reversals do not complete what was redeemed: " + row + ": " + parts);
        }
        if (back * row.amount() > row.discount() * amount) {
            faults.add("more discount given back than belongs to what was undone: " + row + ": " + parts);
        }
    }
}
