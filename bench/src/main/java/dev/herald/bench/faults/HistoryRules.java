package dev.herald.bench.faults;

import dev.herald.bench.faults.Found.Row;
import dev.herald.bench.faults.History.Asked;
import dev.herald.bench.faults.History.Deed;
import dev.herald.bench.faults.History.Line;
import dev.herald.bench.faults.Story.Fate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether what clients were told agrees with what is there. Pure: it knows the history, the rows and the limits, and
 * nothing of how Herald works.
 */
final class HistoryRules {

    private static final Set<Integer> HONEST = Set.of(History.NO_ANSWER, 200, 201, 204, 409, 503);

    private final Story story;
    private final Found found;
    private final List<String> faults = new ArrayList<>();
    private final Map<String, List<Row>> byOrder;

    private HistoryRules(Story story, Found found) {
        this.story = story;
        this.found = found;
        this.byOrder = found.rows().stream().collect(Collectors.groupingBy(Row::order));
    }

    /** Every broken promise, one line each; empty if all were kept. */
    static List<String> faults(List<Line> history, Found found) {
        var rules = new HistoryRules(new Story(history), found);
        rules.story.asked().forEach(rules::isHonest);
        rules.story.asked().stream().filter(Asked::redeems).forEach(rules::isKept);
        rules.ordersAreRedeemedOnce();
        rules.nothingIsInvented();
        rules.faults.addAll(ReversalRules.faults(rules.story, found));
        rules.faults.addAll(HoldRules.faults(rules.story, found));
        rules.faults.addAll(LimitRules.faults(rules.story, found));
        rules.faults.addAll(MomentRules.faults(history, found));
        return rules.faults;
    }

    private void isHonest(Asked one) {
        var answers = story.told(one);
        for (var answer : answers) {
            if (!HONEST.contains(answer.status()) && !(one.deed() == Deed.RELEASE && answer.status() == 404)) {
                faults.add("answered " + answer.status() + " to " + one + ": " + answer.body());
            }
        }
        var bodies = answers.stream()
                .filter(History.Told::accepts)
                .map(History.Told::body)
                .distinct()
                .toList();
        if (bodies.size() > 1) {
            faults.add("two different answers to " + one + ": " + bodies);
        }
        var last = answers.isEmpty() ? History.NO_ANSWER : answers.getLast().status();
        if (last == 409 && !bodies.isEmpty() && one.deed() != Deed.RELEASE) {
            faults.add(
                    "accepted, then declined: " + one + ": " + answers.getLast().body());
        }
    }

    private void isKept(Asked one) {
        var mine = byOrder.getOrDefault(one.order(), List.of()).stream()
                .filter(row -> isOf(row, one))
                .toList();
        switch (story.fate(one)) {
            case ACCEPTED -> {
                var body = story.acceptance(one).orElseThrow();
                var same = mine.stream()
                        .filter(row -> row.id().equals(Story.idIn(body)))
                        .findFirst();
                if (same.isEmpty()) {
                    faults.add("acknowledged and lost: " + one);
                } else if (same.get().discount() != Story.discountIn(body)) {
                    faults.add("told another discount than " + same.get() + ": " + body);
                }
            }
            case DECLINED -> {
                if (!mine.isEmpty()) {
                    faults.add("declined and redeemed: " + one);
                }
            }
            case UNKNOWN -> {
                // There or not there, both are right.
            }
        }
    }

    private void ordersAreRedeemedOnce() {
        byOrder.forEach((order, rows) -> {
            if (rows.size() > 1) {
                faults.add("redeemed " + rows.size() + " times: " + rows);
            }
        });
    }

    private void nothingIsInvented() {
        var asked = story.asked().stream().filter(Asked::redeems).collect(Collectors.groupingBy(Asked::order));
        var campaigns = found.campaigns().stream().collect(Collectors.toMap(Found.Limited::campaign, one -> one));
        for (var row : found.rows()) {
            if (asked.getOrDefault(row.order(), List.of()).stream().noneMatch(one -> isOf(row, one))) {
                faults.add("redeemed and never asked for: " + row);
            }
            var campaign = campaigns.get(row.campaign());
            if (campaign != null && row.discount() != campaign.discountOn(row.amount())) {
                faults.add("discount is not " + campaign.percent() + " % to the minor unit: " + row);
            }
        }
    }

    private static boolean isOf(Row row, Asked one) {
        return row.order().equals(one.order())
                && row.campaign().equals(one.campaign())
                && row.code().equals(one.code())
                && row.amount() == one.amount();
    }

    /** What the runs count: the fates of all that was asked for. */
    static Map<Fate, Long> fates(List<Line> history) {
        var story = new Story(history);
        return story.asked().stream().collect(Collectors.groupingBy(story::fate, Collectors.counting()));
    }
}
