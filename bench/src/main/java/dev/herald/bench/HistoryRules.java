package dev.herald.bench;

import dev.herald.bench.History.Asked;
import dev.herald.bench.History.Told;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether what clients were told agrees with what is there. Pure: it knows the history, the rows and the limits, and
 * nothing of how Herald works.
 */
final class HistoryRules {

    private static final Pattern ID = Pattern.compile("\"id\":\"(rdm_[0-9A-Z]+)\"");
    private static final Set<Integer> HONEST = Set.of(History.NO_ANSWER, 201, 409, 503);

    /** A redemption as it stands in the database. */
    record Row(String id, String campaign, String order, long discount) {}

    /**
     * What a campaign allows, and what the database has counted of it.
     *
     * @param perCampaign,perCustomer,budget Long.MAX_VALUE for no limit
     * @param used,spent equal to what the rows say, where there is no counter
     */
    record Limited(String campaign, long perCampaign, long perCustomer, long budget, long used, long spent) {}

    private final History.Transcript history;
    private final List<Row> rows;
    private final List<String> faults = new ArrayList<>();
    private final Map<Integer, Asked> asked = new TreeMap<>();
    private final Map<Integer, List<Told>> told = new HashMap<>();
    private final Map<String, List<Row>> byOrder;

    private HistoryRules(History.Transcript history, List<Row> rows) {
        this.history = history;
        this.rows = rows;
        this.byOrder = rows.stream().collect(Collectors.groupingBy(Row::order));
        history.asked().forEach(one -> asked.put(one.number(), one));
        history.told()
                .forEach(one -> told.computeIfAbsent(one.number(), _ -> new ArrayList<>())
                        .add(one));
    }

    /** Every broken promise, one line each; empty if all were kept. */
    static List<String> faults(History.Transcript history, List<Row> rows, List<Limited> campaigns) {
        var rules = new HistoryRules(history, rows);
        rules.answersAreHonest();
        rules.asked.values().forEach(one -> rules.isKept(one, rules.told.getOrDefault(one.number(), List.of())));
        rules.nothingIsInvented();
        campaigns.forEach(rules::isWithinItsLimits);
        return rules.faults;
    }

    private void answersAreHonest() {
        for (var one : history.told()) {
            if (!HONEST.contains(one.status())) {
                faults.add("answered " + one.status() + " to " + one.number() + ": " + one.body());
            }
        }
    }

    private void isKept(Asked one, List<Told> answers) {
        var found = byOrder.getOrDefault(one.order(), List.of());
        var accepted = answers.stream()
                .filter(answer -> answer.status() == 201)
                .map(Told::body)
                .distinct()
                .toList();
        if (found.size() > 1) {
            faults.add("redeemed " + found.size() + " times: " + one);
        }
        if (accepted.size() > 1) {
            faults.add("two different answers to " + one + ": " + accepted);
        }
        if (!accepted.isEmpty() && found.stream().noneMatch(row -> row.id().equals(idIn(accepted.getFirst())))) {
            faults.add("acknowledged and lost: " + one);
        }
        var last = answers.isEmpty() ? History.NO_ANSWER : answers.getLast().status();
        if (last == 409 && !found.isEmpty()) {
            faults.add("declined and redeemed: " + one);
        }
        if (last == 409 && !accepted.isEmpty()) {
            faults.add("accepted, then declined: " + one);
        }
    }

    private void nothingIsInvented() {
        var orders = history.asked().stream().collect(Collectors.toMap(Asked::order, Asked::campaign, (a, _) -> a));
        for (var row : rows) {
            if (!row.campaign().equals(orders.get(row.order()))) {
                faults.add("redeemed and never asked for: " + row);
            }
        }
    }

    private void isWithinItsLimits(Limited campaign) {
        var standing = rows.stream()
                .filter(row -> row.campaign().equals(campaign.campaign()))
                .toList();
        var spent = standing.stream().mapToLong(Row::discount).sum();
        if (standing.size() > campaign.perCampaign()) {
            faults.add(standing.size() + " redemptions under a limit of " + campaign.perCampaign());
        }
        if (spent > campaign.budget()) {
            faults.add(spent + " spent of a budget of " + campaign.budget());
        }
        if (campaign.used() != standing.size() || campaign.spent() != spent) {
            faults.add("counted " + campaign.used() + " redemptions and " + campaign.spent() + " spent, there are "
                    + standing.size() + " and " + spent);
        }
        isFairToCustomers(campaign, standing);
        isUsedUpBeforeItDeclines(campaign, standing.size());
    }

    private void isFairToCustomers(Limited campaign, List<Row> standing) {
        var customers = history.asked().stream().collect(Collectors.toMap(Asked::order, Asked::customer, (a, _) -> a));
        var turns = new HashMap<String, Long>();
        standing.forEach(row -> turns.merge(customers.getOrDefault(row.order(), ""), 1L, Long::sum));
        turns.forEach((customer, used) -> {
            if (used > campaign.perCustomer()) {
                faults.add(used + " turns of " + customer + " of " + campaign.perCustomer());
            }
        });
        var withoutTurn = new HashSet<String>();
        history.asked().stream()
                .filter(one -> one.campaign().equals(campaign.campaign()) && wasTold(one, "customer_limit_reached"))
                .map(Asked::customer)
                .filter(customer -> turns.getOrDefault(customer, 0L) < campaign.perCustomer())
                .forEach(withoutTurn::add);
        withoutTurn.forEach(customer -> faults.add("declined although a turn was left: " + customer));
    }

    /** Nothing is given back in these runs, so a limit that was reached stays reached. */
    private void isUsedUpBeforeItDeclines(Limited campaign, long standing) {
        var declined = history.asked().stream()
                .filter(one -> one.campaign().equals(campaign.campaign()))
                .filter(one -> wasTold(one, "limit_reached"))
                .count();
        if (declined > 0 && standing < campaign.perCampaign()) {
            faults.add(
                    declined + " declined although only " + standing + " of " + campaign.perCampaign() + " were used");
        }
    }

    private boolean wasTold(Asked one, String code) {
        return told.getOrDefault(one.number(), List.of()).stream()
                .anyMatch(answer -> answer.status() == 409 && answer.body().contains("\"code\":\"" + code + '"'));
    }

    private static String idIn(String body) {
        var id = ID.matcher(body);
        return id.find() ? id.group(1) : "";
    }
}
