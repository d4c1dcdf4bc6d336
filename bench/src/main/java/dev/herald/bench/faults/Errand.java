package dev.herald.bench.faults;

import dev.herald.bench.faults.History.Asked;
import dev.herald.bench.faults.History.Deed;
import dev.herald.bench.faults.History.Told;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One buyer at one order: what he asks for, and how he goes on after each answer. It asks nobody itself, so that the
 * same buyers visit the real shop and the model of one.
 */
final class Errand {

    /** How many numbers one errand may use. */
    static final int NUMBERS = 4;

    /** What buyers do. */
    enum Manner {
        ONCE(false),
        WITHOUT_KEY(false),
        REPEATED(false),
        REPEATED_BY_ORDER(false),
        TWICE_AT_ONCE(false),
        RIVALS(false),
        CANCELLED(false),
        CANCELLED_TWICE_AT_ONCE(false),
        CANCELLED_AND_REPEATED(false),
        CHARGED_BACK(false),
        RETURNED_IN_PARTS(false),
        RETURNED_TOO_MUCH(false),
        RESERVED(true),
        RESERVED_BRIEFLY(true),
        RESERVED_AND_CLAIMED(true),
        CLAIMED_TWICE_AT_ONCE(true),
        RELEASED(true),
        RELEASED_TWICE_AT_ONCE(true);

        private final boolean reserves;

        Manner(boolean reserves) {
            this.reserves = reserves;
        }

        boolean reserves() {
            return reserves;
        }
    }

    /** Who buys what where. */
    record Wish(String campaign, String code, String customer, String order, long amount) {}

    /**
     * One thing to send.
     *
     * @param keyed whether it carries its idempotency key
     * @param copies sent at once
     * @param target the id of what is reversed, claimed or released; else ""
     */
    record Request(Asked asked, boolean keyed, int copies, String target) {}

    private record Step(Asked asked, boolean keyed, int copies) {}

    private final List<Step> steps;
    private final Map<Integer, String> accepted = new HashMap<>();
    private final Set<Integer> declined = new HashSet<>();
    private final Set<Integer> leftOpen = new HashSet<>();
    private final Map<Integer, Request> sent = new TreeMap<>();
    private int next;

    private Errand(List<Step> steps) {
        this.steps = steps;
    }

    /** The errand with the numbers from {@code number} on. */
    static Errand of(Manner manner, int number, Wish wish) {
        return new Errand(new Script(number, wish).of(manner));
    }

    /** What to send next; empty when he is done. What cannot be asked for, because its subject was not had, is left out. */
    Optional<Request> next() {
        while (next < steps.size()) {
            var step = steps.get(next++);
            var request = request(step);
            if (request.isPresent()) {
                sent.put(step.asked().number(), request.get());
                return request;
            }
        }
        return Optional.empty();
    }

    /** What came of it; only a yes matters to how he goes on. True for the first yes. */
    boolean told(Told answer) {
        if (answer.accepts()) {
            return accepted.putIfAbsent(answer.number(), Story.idIn(answer.body())) == null;
        }
        (answer.leavesOpen() ? leftOpen : declined).add(answer.number());
        return false;
    }

    /** What was sent and is to be asked for again: first what gives something back, then what takes. */
    List<Request> again(boolean givesBack) {
        var requests = new ArrayList<Request>();
        for (var request : sent.values()) {
            var asked = request.asked();
            var isFirst = asked.deed() == Deed.REVERSE || asked.deed() == Deed.RELEASE || asked.expires();
            if (isFirst == givesBack && !staysDeclined(asked.number())) {
                requests.add(new Request(asked, request.keyed() && !forgetsKey(asked), 1, request.target()));
            }
        }
        return requests;
    }

    /** Whether it leaves a hold that expires soon. */
    boolean expires() {
        return sent.values().stream().anyMatch(request -> request.asked().expires());
    }

    /** What takes something and was not had yet. */
    List<Request> refused() {
        return again(false).stream()
                .filter(request -> !accepted.containsKey(request.asked().number()))
                .toList();
    }

    /** Every second plain no is left at that: asked again it could become a yes, and hide that it was none before. */
    private boolean staysDeclined(int number) {
        return declined.contains(number)
                && !accepted.containsKey(number)
                && !leftOpen.contains(number)
                && number / NUMBERS % 2 == 0;
    }

    /** Every second who has his answer asks without a key: the order alone must bring it back. */
    private boolean forgetsKey(Asked one) {
        return one.deed() == Deed.REDEEM && accepted.containsKey(one.number()) && one.number() / NUMBERS % 2 == 0;
    }

    private Optional<Request> request(Step step) {
        var asked = step.asked();
        if (asked.subject() == asked.number()) {
            return Optional.of(new Request(asked, step.keyed(), step.copies(), ""));
        }
        return Optional.ofNullable(accepted.get(asked.subject()))
                .map(target -> new Request(asked, step.keyed(), step.copies(), target));
    }

    /** The steps of each manner. */
    private record Script(int number, Wish wish) {

        List<Step> of(Manner manner) {
            var redeem = step(0, Deed.REDEEM, wish.amount(), number, "");
            var cancel = step(1, Deed.REVERSE, 0, number, "cancelled");
            var third = wish.amount() / 3;
            var reserve = step(0, Deed.RESERVE, wish.amount(), number, "");
            var claim = step(1, Deed.CLAIM, wish.amount(), number, "");
            var release = step(1, Deed.RELEASE, 0, number, "");
            return switch (manner) {
                case ONCE -> List.of(redeem);
                case WITHOUT_KEY -> List.of(unkeyed(redeem), unkeyed(redeem));
                case REPEATED -> List.of(redeem, redeem);
                case REPEATED_BY_ORDER -> List.of(redeem, unkeyed(redeem));
                case TWICE_AT_ONCE -> List.of(twice(redeem));
                case RIVALS -> List.of(redeem, step(1, Deed.REDEEM, wish.amount() + 100, number + 1, ""));
                case CANCELLED -> List.of(redeem, cancel);
                case CANCELLED_TWICE_AT_ONCE -> List.of(redeem, twice(cancel));
                case CANCELLED_AND_REPEATED -> List.of(redeem, cancel, redeem);
                case CHARGED_BACK -> List.of(redeem, step(1, Deed.REVERSE, 0, number, "chargeback"));
                case RETURNED_IN_PARTS ->
                    List.of(
                            redeem,
                            step(1, Deed.REVERSE, third, number, "refunded"),
                            step(2, Deed.REVERSE, 0, number, "refunded"));
                case RETURNED_TOO_MUCH ->
                    List.of(
                            redeem,
                            step(1, Deed.REVERSE, 2 * third, number, "refunded"),
                            step(2, Deed.REVERSE, 2 * third, number, "refunded"));
                case RESERVED -> List.of(reserve);
                case RESERVED_BRIEFLY -> List.of(step(0, Deed.RESERVE, wish.amount(), number, History.BRIEFLY));
                case RESERVED_AND_CLAIMED -> List.of(reserve, claim);
                case CLAIMED_TWICE_AT_ONCE -> List.of(reserve, twice(claim));
                case RELEASED -> List.of(reserve, release);
                case RELEASED_TWICE_AT_ONCE -> List.of(reserve, twice(release));
            };
        }

        private Step step(int offset, Deed deed, long amount, int subject, String reason) {
            var asked = new Asked(
                    number + offset,
                    deed,
                    wish.campaign(),
                    wish.code(),
                    wish.customer(),
                    wish.order(),
                    amount,
                    subject,
                    reason);
            return new Step(asked, true, 1);
        }

        private static Step unkeyed(Step step) {
            return new Step(step.asked(), false, 1);
        }

        private static Step twice(Step step) {
            return new Step(step.asked(), step.keyed(), 2);
        }
    }
}
