package dev.herald.bench.faults;

import dev.herald.bench.faults.Found.Counted;
import dev.herald.bench.faults.Found.Hold;
import dev.herald.bench.faults.Found.Limited;
import dev.herald.bench.faults.Found.Row;
import dev.herald.bench.faults.Found.Undone;
import dev.herald.bench.faults.History.Asked;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether in the end no limit is exceeded, none declined too early, and every count is what is there. */
final class LimitRules {

    private final Story story;
    private final Found found;
    private final List<String> faults = new ArrayList<>();
    private final Set<String> freed;
    private final Set<String> completed;
    private final Map<String, Long> back;
    private final Map<String, String> customers;

    private LimitRules(Story story, Found found) {
        this.story = story;
        this.found = found;
        this.freed = redemptions(found.reversals().stream().filter(Undone::slotBack));
        this.completed = redemptions(found.reversals().stream().filter(Undone::complete));
        this.back = found.reversals().stream()
                .collect(Collectors.groupingBy(Undone::redemption, Collectors.summingLong(Undone::back)));
        this.customers = new HashMap<>();
        // Of rivals for an order, the one that was accepted is the buyer.
        story.asked().forEach(one -> customers.putIfAbsent(one.order() + one.amount(), one.customer()));
    }

    static List<String> faults(Story story, Found found) {
        var rules = new LimitRules(story, found);
        found.campaigns().forEach(rules::holds);
        return rules.faults;
    }

    /** What a campaign has given out: redemptions that still take a slot, and those that are only held. */
    private record Given(List<Row> rows, List<Row> slots, List<Hold> holds, long spent) {

        long used() {
            return (long) slots.size() + holds.size();
        }

        long used(String code) {
            return slots.stream().filter(row -> row.code().equals(code)).count()
                    + holds.stream().filter(hold -> hold.code().equals(code)).count();
        }
    }

    private void holds(Limited campaign) {
        var given = given(campaign);
        if (given.used() > campaign.perCampaign()) {
            faults.add(given.used() + " redemptions under a limit of " + campaign.perCampaign());
        }
        if (given.spent() > campaign.budget()) {
            faults.add(given.spent() + " spent of a budget of " + campaign.budget());
        }
        for (var code : codes(given)) {
            if (given.used(code) > campaign.perCode()) {
                faults.add(given.used(code) + " redemptions of " + code + " under a limit of " + campaign.perCode());
            }
        }
        isFairToCustomers(campaign, given);
        isUsedUpBeforeItDeclines(campaign, given);
        isCounted(campaign, given);
    }

    private Given given(Limited campaign) {
        var rows = found.rows().stream()
                .filter(row -> row.campaign().equals(campaign.campaign()))
                .toList();
        var holds = found.holds().stream()
                .filter(hold -> hold.campaign().equals(campaign.campaign()))
                .toList();
        var slots = rows.stream().filter(row -> !freed.contains(row.id())).toList();
        var spent = rows.stream()
                        .mapToLong(row -> row.discount() - back.getOrDefault(row.id(), 0L))
                        .sum()
                + holds.stream().mapToLong(Hold::discount).sum();
        return new Given(rows, slots, holds, spent);
    }

    private void isFairToCustomers(Limited campaign, Given given) {
        var turns = new HashMap<String, Long>();
        given.slots()
                .forEach(row -> turns.merge(customers.getOrDefault(row.order() + row.amount(), ""), 1L, Long::sum));
        var held = given.holds().stream().map(Hold::order).collect(Collectors.toSet());
        story.asked().stream()
                .filter(one -> one.deed() == History.Deed.RESERVE && held.contains(one.order()))
                .forEach(one -> turns.merge(one.customer(), 1L, Long::sum));
        turns.forEach((customer, used) -> {
            if (used > campaign.perCustomer()) {
                faults.add(used + " turns of " + customer + " of " + campaign.perCustomer());
            }
        });
        declinedFor(campaign, "customer_limit_reached").stream()
                .map(Asked::customer)
                .distinct()
                .filter(customer -> turns.getOrDefault(customer, 0L) < campaign.perCustomer())
                .forEach(customer -> faults.add("declined although a turn was left: " + customer));
    }

    /** When nothing is given back any more, what is said to be used up stays used up. */
    private void isUsedUpBeforeItDeclines(Limited campaign, Given given) {
        for (var one : declinedFor(campaign, "limit_reached")) {
            if (given.used() < campaign.perCampaign() && given.used(one.code()) < campaign.perCode()) {
                faults.add("declined although only " + given.used() + " of " + campaign.perCampaign() + " and "
                        + given.used(one.code()) + " of " + campaign.perCode() + " were used: " + one);
            }
        }
        for (var one : declinedFor(campaign, "budget_exhausted")) {
            if (given.spent() + campaign.discountOn(one.amount()) <= campaign.budget()) {
                faults.add(
                        "declined although only " + given.spent() + " of " + campaign.budget() + " were spent: " + one);
            }
        }
    }

    private List<Asked> declinedFor(Limited campaign, String code) {
        return story.asked().stream()
                .filter(one -> one.campaign().equals(campaign.campaign()) && story.wasDeclinedWhenStill(one, code))
                .toList();
    }

    private void isCounted(Limited campaign, Given given) {
        if (campaign.used() != given.used() || campaign.spent() != given.spent()) {
            faults.add("counted " + campaign.used() + " redemptions and " + campaign.spent() + " spent, there are "
                    + given.used() + " and " + given.spent());
        }
        var standing = given.rows().stream()
                .filter(row -> !completed.contains(row.id()))
                .count();
        if (campaign.timeline() != standing || campaign.ranking() != standing) {
            faults.add("the timeline shows " + campaign.timeline() + " and the ranking " + campaign.ranking() + " of "
                    + standing + " redemptions");
        }
        found.codes().stream()
                .filter(code -> code.campaign().equals(campaign.campaign()))
                .filter(code -> code.used() != given.used(code.code()))
                .forEach(code -> faults.add("counted " + code.used() + " redemptions of " + code.code() + ", there are "
                        + given.used(code.code())));
    }

    private Set<String> codes(Given given) {
        var codes = new HashSet<String>();
        given.slots().forEach(row -> codes.add(row.code()));
        given.holds().forEach(hold -> codes.add(hold.code()));
        found.codes().stream().map(Counted::code).forEach(codes::add);
        return codes;
    }

    private static Set<String> redemptions(java.util.stream.Stream<Undone> reversals) {
        return reversals.map(Undone::redemption).collect(Collectors.toSet());
    }
}
