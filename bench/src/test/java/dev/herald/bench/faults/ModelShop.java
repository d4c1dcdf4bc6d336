package dev.herald.bench.faults;

import dev.herald.bench.faults.Errand.Request;
import dev.herald.bench.faults.Errand.Wish;
import dev.herald.bench.faults.Found.Counted;
import dev.herald.bench.faults.Found.Hold;
import dev.herald.bench.faults.Found.Limited;
import dev.herald.bench.faults.Found.Row;
import dev.herald.bench.faults.Found.Undone;
import dev.herald.bench.faults.History.Asked;
import dev.herald.bench.faults.History.Deed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A small shop that keeps the promises, or breaks one of them. Changes are a log; what is synced of it survives a crash.
 * It has no threads: whoever drives it decides which request goes on.
 */
final class ModelShop {

    /** What is to be done, and what is said of it. */
    record Verdict(Consumer<ModelState> change, int status, String body) {}

    private final List<Limited> campaigns;
    private final Defect defect;
    private final List<Consumer<ModelState>> log = new ArrayList<>();
    private final Set<String> soldOut = new HashSet<>();
    private int durable;
    private int ids;
    private ModelState state = new ModelState();

    ModelShop(List<Limited> campaigns, Defect defect) {
        this.campaigns = campaigns;
        this.defect = defect;
    }

    boolean is(Defect one) {
        return defect == one;
    }

    void commit(Consumer<ModelState> change) {
        change.accept(state);
        log.add(change);
    }

    /** Everything committed survives from now on. */
    void sync() {
        durable = log.size();
    }

    /** Loses what was not synced. */
    void crash() {
        log.subList(durable, log.size()).clear();
        state = new ModelState();
        log.forEach(change -> change.accept(state));
        soldOut.clear();
        if (is(Defect.LOSES_HOLDS_IN_A_CRASH)) {
            state.holds.clear();
        }
    }

    Verdict decide(Request request) {
        var asked = request.asked();
        return switch (asked.deed()) {
            case REDEEM, RESERVE -> take(asked, request.keyed());
            case CLAIM -> claim(asked, request.target());
            case RELEASE -> release(request.target());
            case REVERSE -> reverse(asked, request.target());
        };
    }

    private Verdict take(Asked asked, boolean keyed) {
        var campaign = campaign(asked.campaign());
        if (is(Defect.DECLINES_RETRIES_WHEN_SOLD_OUT) && state.count(asked.campaign()) >= campaign.perCampaign()) {
            return declined("limit_reached");
        }
        if (keyed && state.replies.containsKey(asked.key()) && !is(Defect.FORGETS_KEYS)) {
            return replayed(state.replies.get(asked.key()));
        }
        var earlier = state.rowOf(asked.order());
        if (earlier.isPresent() && !is(Defect.REDEEMS_AN_ORDER_TWICE) && !is(Defect.FORGETS_KEYS)) {
            var same = earlier.get().amount() == asked.amount() && asked.deed() == Deed.REDEEM;
            return same && !is(Defect.KEEPS_KEYS_IN_ANOTHER_TRANSACTION)
                    ? replayed(body(earlier.get().id(), earlier.get().discount()))
                    : declined("order_already_redeemed");
        }
        var discount = is(Defect.ROUNDS_DISCOUNTS_DOWN)
                ? asked.amount() * campaign.percent() / 100
                : campaign.discountOn(asked.amount());
        var refusal = refusal(asked, campaign, discount);
        if (!refusal.isEmpty()) {
            var row = row("rdm_", asked, discount);
            return new Verdict(
                    is(Defect.LEAVES_A_ROW_WHEN_DECLINING) ? now -> now.rows.add(row) : ModelShop::nothing,
                    409,
                    problem(refusal));
        }
        return asked.deed() == Deed.REDEEM ? made(asked, keyed, discount) : held(asked, discount);
    }

    private String refusal(Asked asked, Limited campaign, long discount) {
        if (is(Defect.STAYS_SOLD_OUT) && soldOut.contains(asked.campaign())) {
            return "limit_reached";
        }
        if (state.count(turnsOf(asked.campaign(), asked.code(), asked.customer())) >= campaign.perCustomer()) {
            return "customer_limit_reached";
        }
        if (state.count(asked.campaign()) >= campaign.perCampaign()
                || state.count(codeOf(asked.campaign(), asked.code())) >= campaign.perCode()) {
            soldOut.add(asked.campaign());
            return "limit_reached";
        }
        var allowed = campaign.budget() - (is(Defect.ROUNDS_THE_BUDGET) ? campaign.budget() % 100 - 100 : 0);
        return discount > allowed - state.count(spentOf(asked.campaign())) && campaign.budget() != Found.NONE
                ? "budget_exhausted"
                : "";
    }

    private Verdict made(Asked asked, boolean keyed, long discount) {
        var row = row("rdm_", asked, discount);
        var body = body(row.id(), discount);
        Consumer<ModelState> change = now -> {
            now.rows.add(row);
            now.wishes.put(row.id(), wish(asked));
            if (keyed && !is(Defect.KEEPS_KEYS_IN_ANOTHER_TRANSACTION)) {
                now.replies.put(asked.key(), body);
            }
        };
        return new Verdict(
                is(Defect.COUNTS_OUTSIDE_THE_TRANSACTION) ? change : change.andThen(counted(wish(asked), 1, discount)),
                201,
                body);
    }

    private Verdict held(Asked asked, long discount) {
        var hold = new Hold("rsv_" + ++ids, asked.campaign(), asked.code(), asked.order(), discount);
        var body = body(hold.id(), discount);
        Consumer<ModelState> change = now -> {
            now.holds.put(hold.id(), hold);
            now.wishes.put(hold.id(), wish(asked));
            now.replies.put(asked.key(), body);
        };
        return new Verdict(
                is(Defect.DOES_NOT_COUNT_RESERVATIONS) ? change : change.andThen(counted(wish(asked), 1, discount)),
                201,
                body);
    }

    private Verdict claim(Asked asked, String target) {
        if (state.replies.containsKey(asked.key())) {
            return replayed(state.replies.get(asked.key()));
        }
        var hold = state.holds.get(target);
        if (hold == null) {
            return declined("reservation_expired");
        }
        var row = row("rdm_", asked, hold.discount());
        var body = body(row.id(), hold.discount());
        Consumer<ModelState> change = now -> {
            now.holds.remove(target);
            now.rows.add(row);
            now.wishes.put(row.id(), wish(asked));
            now.replies.put(asked.key(), body);
        };
        var again = is(Defect.COUNTS_A_CLAIM_TWICE) || is(Defect.DOES_NOT_COUNT_RESERVATIONS);
        return new Verdict(again ? change.andThen(counted(wish(asked), 1, hold.discount())) : change, 201, body);
    }

    private Verdict release(String target) {
        var hold = state.holds.get(target);
        var wish = state.wishes.get(target);
        if (wish == null || (hold == null && !is(Defect.FREES_A_HOLD_TWICE))) {
            return new Verdict(ModelShop::nothing, 204, "");
        }
        var discount = campaign(wish.campaign()).discountOn(wish.amount());
        Consumer<ModelState> change = now -> now.holds.remove(target);
        return new Verdict(
                is(Defect.DOES_NOT_COUNT_RESERVATIONS) ? change : change.andThen(counted(wish, -1, discount)), 204, "");
    }

    private Verdict reverse(Asked asked, String target) {
        var twice = is(Defect.GIVES_A_SLOT_BACK_TWICE);
        if (state.replies.containsKey(asked.key()) && !twice) {
            return replayed(state.replies.get(asked.key()));
        }
        var row = state.row(target).orElse(null);
        var wish = state.wishes.get(target);
        if (row == null || wish == null) {
            return declined("not_found");
        }
        var parts = state.reversals.stream()
                .filter(part -> part.redemption().equals(target))
                .toList();
        var undone = parts.stream().mapToLong(Undone::amount).sum();
        var amount = asked.amount() == 0 ? row.amount() - undone : asked.amount();
        if (twice && undone == row.amount()) {
            return new Verdict(counted(wish, -1, 0), 201, state.replies.getOrDefault(asked.key(), ""));
        }
        if ((undone + amount > row.amount() || amount == 0) && !is(Defect.REVERSES_MORE_THAN_STANDS)) {
            return declined("reversal_exceeds");
        }
        var complete = undone + amount == row.amount();
        var returns = asked.givesBack();
        var earlier = parts.stream().mapToLong(Undone::back).sum();
        var back = !returns ? 0 : complete ? row.discount() - earlier : row.discount() * amount / row.amount();
        var made = new Undone("rev_" + ++ids, target, amount, back, complete, complete && returns);
        Consumer<ModelState> change = now -> {
            now.reversals.add(made);
            now.replies.put(asked.key(), body(made.id(), back));
        };
        return new Verdict(
                change.andThen(counted(wish, complete && returns ? -1 : 0, -back)), 201, body(made.id(), back));
    }

    /** What a redemption or hold adds to all counters, or takes from them. */
    Consumer<ModelState> counted(Wish wish, int slots, long money) {
        var amount = slots < 0 ? -Math.abs(money) : money;
        return now -> {
            now.add(wish.campaign(), slots);
            now.add(codeOf(wish.campaign(), wish.code()), slots);
            now.add(turnsOf(wish.campaign(), wish.code(), wish.customer()), slots);
            now.add(spentOf(wish.campaign()), amount);
        };
    }

    Found found() {
        var shown = campaigns.stream().map(this::shown).toList();
        var codes = new ArrayList<Counted>();
        for (var campaign : campaigns) {
            for (var code : List.of("ONE", "TWO")) {
                codes.add(new Counted(campaign.campaign(), code, state.count(codeOf(campaign.campaign(), code))));
            }
        }
        return new Found(state.rows, state.reversals, List.copyOf(state.holds.values()), shown, codes);
    }

    private Limited shown(Limited one) {
        var standing = state.rows.stream()
                .filter(row -> row.campaign().equals(one.campaign()))
                .filter(row -> state.reversals.stream()
                        .noneMatch(part -> part.complete() && part.redemption().equals(row.id())))
                .count();
        return new Limited(
                one.campaign(),
                one.perCampaign(),
                one.perCode(),
                one.perCustomer(),
                one.budget(),
                one.percent(),
                state.count(one.campaign()),
                state.count(spentOf(one.campaign())),
                standing,
                standing);
    }

    private Row row(String prefix, Asked asked, long discount) {
        return new Row(prefix + ++ids, asked.campaign(), asked.code(), asked.order(), asked.amount(), discount);
    }

    private Limited campaign(String id) {
        return campaigns.stream()
                .filter(one -> one.campaign().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String turnsOf(String campaign, String code, String customer) {
        return campaign + " of " + customer + (is(Defect.COUNTS_CUSTOMERS_PER_CODE) ? " with " + code : "");
    }

    private static String codeOf(String campaign, String code) {
        return campaign + " code " + code;
    }

    private static String spentOf(String campaign) {
        return campaign + " spent";
    }

    private static Wish wish(Asked one) {
        return new Wish(one.campaign(), one.code(), one.customer(), one.order(), one.amount());
    }

    private Verdict replayed(String body) {
        return new Verdict(
                ModelShop::nothing,
                201,
                is(Defect.REPLAYS_OTHER_BYTES) ? body.replace("}}", "},\"replayed\":true}") : body);
    }

    private static Verdict declined(String code) {
        return new Verdict(ModelShop::nothing, 409, problem(code));
    }

    private static String problem(String code) {
        return "{\"code\":\"" + code + "\"}";
    }

    private static String body(String id, long discount) {
        return "{\"id\":\"" + id + "\",\"discount\":{\"amount\":" + discount + "}}";
    }

    private static void nothing(ModelState now) {
        // A refusal changes nothing.
    }
}
