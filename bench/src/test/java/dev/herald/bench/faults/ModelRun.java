package dev.herald.bench.faults;

import dev.herald.bench.faults.Errand.Manner;
import dev.herald.bench.faults.Errand.Request;
import dev.herald.bench.faults.Errand.Wish;
import dev.herald.bench.faults.Found.Limited;
import dev.herald.bench.faults.History.Calm;
import dev.herald.bench.faults.History.Line;
import dev.herald.bench.faults.History.Still;
import dev.herald.bench.faults.History.Told;
import dev.herald.bench.faults.ModelShop.Verdict;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Buyers at the model of a shop, interleaved step by step and crashed by chance; the same seed does the same again. */
final class ModelRun {

    private static final int ERRANDS = 60;
    private static final int AT_ONCE = 6;
    private static final int TRIES = 3;
    private static final int CRASH_IN = 60;

    private final SplittableRandom random;
    private final ModelShop shop;
    private final List<Limited> campaigns = new ArrayList<>();
    private final List<Line> history = new ArrayList<>();
    private final List<Errand> errands = new ArrayList<>();
    private final List<Visit> visits = new ArrayList<>();

    /** Answered before they were committed. */
    private final Queue<Verdict> late = new ArrayDeque<>();

    private final Set<String> said = new HashSet<>();
    private String lastBody = "";

    /** A request on its way through the shop. */
    private static final class Call {
        final Request request;
        int stage;
        boolean isFirst;

        @Nullable
        Verdict verdict;

        @Nullable
        Told answer;

        Call(Request request) {
            this.request = request;
        }
    }

    /** A buyer and what he waits for. */
    private static final class Visit {
        final Errand errand;
        final List<Call> calls = new ArrayList<>();
        int tries;

        Visit(Errand errand) {
            this.errand = errand;
        }
    }

    private ModelRun(long seed, Defect defect) {
        random = new SplittableRandom(seed);
        for (int i = 0; i < 2; i++) {
            campaigns.add(new Limited(
                    "campaign-" + i, some(3, 14), some(2, 9), some(1, 4), some(1_000, 4_000), 15, 0, 0, 0, 0));
        }
        shop = new ModelShop(campaigns, defect);
    }

    /** The faults that the checker finds. */
    static List<String> faults(long seed, Defect defect) {
        var run = new ModelRun(seed, defect);
        run.shopping();
        run.settle();
        return HistoryRules.faults(run.history, run.shop.found());
    }

    private long some(int from, int to) {
        return random.nextInt(3) == 0 ? Found.NONE : random.nextInt(from, to);
    }

    private void shopping() {
        Queue<Errand> waiting = new ArrayDeque<>();
        var manners = Manner.values();
        for (int i = 0; i < ERRANDS; i++) {
            var wish = new Wish(
                    campaigns.get(random.nextInt(2)).campaign(),
                    random.nextBoolean() ? "ONE" : "TWO",
                    "customer-" + random.nextInt(6),
                    "order-" + i,
                    random.nextInt(1_000, 3_000));
            waiting.add(Errand.of(manners[random.nextInt(manners.length)], i * Errand.NUMBERS, wish));
        }
        errands.addAll(waiting);
        while (!waiting.isEmpty() || !visits.isEmpty()) {
            if (visits.size() < AT_ONCE && !waiting.isEmpty()) {
                begin(new Visit(waiting.remove()));
            }
            if (random.nextInt(CRASH_IN) == 0) {
                crash();
            } else if (!late.isEmpty() && random.nextInt(4) == 0) {
                shop.commit(late.remove().change());
                shop.sync();
            } else if (!visits.isEmpty()) {
                step(visits.get(random.nextInt(visits.size())));
            }
        }
    }

    private void begin(Visit visit) {
        visit.errand.next().ifPresent(request -> {
            visits.add(visit);
            send(visit, request);
        });
    }

    private void send(Visit visit, Request request) {
        visit.calls.clear();
        history.add(request.asked());
        for (int i = 0; i < request.copies(); i++) {
            visit.calls.add(new Call(request));
        }
    }

    private void step(Visit visit) {
        var open = visit.calls.stream().filter(call -> call.answer == null).toList();
        advance(open.get(random.nextInt(open.size())));
        if (visit.calls.stream().allMatch(call -> call.answer != null)) {
            goOn(visit);
        }
    }

    private void goOn(Visit visit) {
        var request = visit.calls.getFirst().request;
        var isOpen = visit.calls.stream().allMatch(call -> call.answer != null && call.answer.leavesOpen());
        visit.calls.stream().map(call -> call.answer).forEach(answer -> {
            if (answer != null) {
                visit.errand.told(answer);
            }
        });
        if (isOpen && ++visit.tries < TRIES) {
            send(visit, request);
            return;
        }
        visit.tries = 0;
        visits.remove(visit);
        begin(visit);
    }

    /** Decide, commit, sync, answer: a right shop does the first two at once, and the last after the third. */
    private void advance(Call call) {
        var verdict = call.verdict;
        if (verdict == null) {
            decide(call);
            return;
        }
        switch (call.stage++) {
            case 0 -> {
                if (shop.is(Defect.CHECKS_THEN_ACTS)) {
                    shop.commit(verdict.change());
                }
                if (!shop.is(Defect.COMMITS_WITHOUT_SYNC) || random.nextInt(4) == 0) {
                    shop.sync();
                }
            }
            case 1 -> afterwards(call, verdict);
            default -> answer(call, verdict);
        }
    }

    private void decide(Call call) {
        var verdict = shop.decide(call.request);
        call.verdict = verdict;
        call.isFirst = said.add(verdict.body());
        if (shop.is(Defect.ACKNOWLEDGES_BEFORE_COMMIT)) {
            answer(call, verdict);
            late.add(verdict);
        } else if (!shop.is(Defect.CHECKS_THEN_ACTS)) {
            shop.commit(verdict.change());
        }
    }

    /** What a shop may do in a second transaction, and should not. */
    private void afterwards(Call call, Verdict verdict) {
        var asked = call.request.asked();
        if (!call.isFirst || asked.deed() != History.Deed.REDEEM || verdict.status() != 201) {
            return;
        }
        if (shop.is(Defect.KEEPS_KEYS_IN_ANOTHER_TRANSACTION) && call.request.keyed()) {
            shop.commit(now -> now.replies.put(asked.key(), verdict.body()));
            shop.sync();
        }
        if (shop.is(Defect.COUNTS_OUTSIDE_THE_TRANSACTION)) {
            var wish = new Wish(asked.campaign(), asked.code(), asked.customer(), asked.order(), asked.amount());
            shop.commit(shop.counted(wish, 1, Story.discountIn(verdict.body())));
            shop.sync();
        }
    }

    private void answer(Call call, Verdict verdict) {
        var body = verdict.body();
        if (shop.is(Defect.SWAPS_ANSWERS)
                && verdict.status() == 201
                && !lastBody.isEmpty()
                && random.nextInt(20) == 0) {
            body = lastBody;
        }
        lastBody = verdict.status() == 201 ? verdict.body() : lastBody;
        tell(call, verdict.status(), body);
    }

    private void tell(Call call, int status, String body) {
        call.answer = new Told(call.request.asked().number(), status, body);
        history.add(call.answer);
    }

    private void crash() {
        shop.crash();
        late.clear();
        for (var visit : List.copyOf(visits)) {
            for (var call : visit.calls) {
                if (call.answer == null) {
                    var no = shop.is(Defect.SAYS_NO_WHEN_IT_DOES_NOT_KNOW);
                    tell(call, no ? 409 : History.NO_ANSWER, no ? "{\"code\":\"limit_reached\"}" : "crashed");
                }
            }
            goOn(visit);
        }
    }

    /** Asks for everything again, without crashes: what gives back first, so that what takes gets a final answer. */
    private void settle() {
        flushLate();
        history.add(new Calm());
        errands.forEach(errand -> errand.again(true).forEach(request -> askOnce(errand, request)));
        history.add(new Still());
        errands.forEach(errand -> errand.again(false).forEach(request -> askOnce(errand, request)));
    }

    private void askOnce(Errand errand, Request request) {
        var call = new Call(request);
        while (call.answer == null) {
            advance(call);
        }
        flushLate();
        errand.told(call.answer);
    }

    private void flushLate() {
        late.forEach(verdict -> shop.commit(verdict.change()));
        late.clear();
        shop.sync();
    }
}
