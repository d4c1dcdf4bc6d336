package dev.herald.bench.faults;

import dev.herald.bench.faults.Errand.Manner;
import dev.herald.bench.faults.Errand.Request;
import dev.herald.bench.faults.Errand.Wish;
import dev.herald.bench.faults.History.Calm;
import dev.herald.bench.faults.History.Still;
import dev.herald.bench.faults.History.Told;
import dev.herald.bench.faults.Market.Stand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** Buyers who go about their errands, many at once, and write down all that they ask and are told. */
final class Crowd {

    private static final int CUSTOMERS = 40;
    private static final int MOST_ERRANDS = 1_500;
    private static final int MOST_ROUNDS = 10;

    /** Longer than a hold lasts that is left to expire. */
    private static final Duration EXPIRY = Duration.ofMillis(1_200);

    private static final Duration PAUSE = Duration.ofMillis(40);
    private static final Duration LONGEST_REST = Duration.ofMillis(150);
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(60);

    private final Checkout checkout;
    private final History history;
    private final List<Stand> stands;
    private final List<Manner> manners;
    private final String name;
    private final SplittableRandom random;
    private final List<Errand> errands = new ArrayList<>();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger accepted = new AtomicInteger();
    private volatile boolean over;

    /** @param name begins the reference of every order, and is this crowd's alone */
    Crowd(
            Checkout checkout,
            History history,
            List<Stand> stands,
            boolean reserve,
            String name,
            SplittableRandom random) {
        this.checkout = checkout;
        this.history = history;
        this.stands = stands;
        this.name = name;
        this.random = random;
        // Only some crowds wait for holds to expire, because all wait for those.
        var briefly = random.nextInt(4) == 0;
        this.manners = Arrays.stream(Manner.values())
                .filter(manner -> reserve || !manner.reserves())
                .filter(manner -> briefly || manner != Manner.RESERVED_BRIEFLY)
                .toList();
    }

    /** How many requests were answered yes or no so far. */
    int answered() {
        return answered.get();
    }

    /** From now on nobody begins anything or tries again. */
    void goHome() {
        over = true;
    }

    /** Goes shopping until told to go home. */
    void shop(int atOnce) {
        var free = new Semaphore(atOnce);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            while (!over && errands.size() < MOST_ERRANDS) {
                free.acquireUninterruptibly();
                var errand = errand(errands.size());
                errands.add(errand);
                threads.execute(() -> {
                    try {
                        run(errand);
                        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_REST.toNanos()));
                    } finally {
                        free.release();
                    }
                });
            }
        }
    }

    private Errand errand(int index) {
        var stand = stands.get(random.nextInt(stands.size()));
        var code = stand.codes().get(random.nextInt(stand.codes().size()));
        var customer = "customer-" + random.nextInt(CUSTOMERS);
        var amount = random.nextLong(500, 9_000);
        var manner = random.nextInt(3) == 0 ? Manner.ONCE : manners.get(random.nextInt(manners.size()));
        return Errand.of(
                manner, index * Errand.NUMBERS, new Wish(stand.campaign(), code, customer, name + "-" + index, amount));
    }

    private void run(Errand errand) {
        while (!over) {
            var request = errand.next();
            if (request.isEmpty()) {
                return;
            }
            history.add(request.get().asked());
            while (tell(errand, request.get()) && !over) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /** Whether it stays open what came of it. */
    private boolean tell(Errand errand, Request request) {
        var answers = new ArrayList<Told>();
        if (request.copies() == 1) {
            answers.add(ask(request));
        } else {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                answers.addAll(askAtOnce(threads, request));
            }
        }
        for (var answer : answers) {
            if (errand.told(answer)) {
                accepted.incrementAndGet();
            }
        }
        return answers.stream().allMatch(Told::leavesOpen);
    }

    private List<Told> askAtOnce(ExecutorService threads, Request request) {
        Callable<Told> ask = () -> ask(request);
        var copies = new ArrayList<Told>();
        try {
            for (var copy : threads.invokeAll(List.of(ask, ask))) {
                copies.add(copy.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return copies;
    }

    private Told ask(Request request) {
        var answer = checkout.send(request);
        history.add(answer);
        if (!answer.leavesOpen()) {
            answered.incrementAndGet();
        }
        return answer;
    }

    /** When nothing is broken any more: asks again until everything is certain. */
    void settle(int atOnce) {
        history.add(new Calm());
        settle(atOnce, errand -> errand.again(true));
        if (errands.stream().anyMatch(Errand::expires)) {
            LockSupport.parkNanos(EXPIRY.toNanos());
        }
        history.add(new Still());
        var had = settle(atOnce, errand -> errand.again(false));
        // Whoever gets his way by a hold of his own may leave room for others.
        for (int i = 0; had > 0 && i < MOST_ROUNDS; i++) {
            history.add(new Still());
            had = settle(atOnce, Errand::refused);
        }
    }

    /** How many were accepted that had not been before. */
    private int settle(int atOnce, Function<Errand, List<Request>> again) {
        var free = new Semaphore(atOnce);
        var deadline = System.nanoTime() + SETTLED_WITHIN.toNanos();
        var before = accepted.get();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var errand : errands) {
                free.acquireUninterruptibly();
                threads.execute(() -> {
                    try {
                        for (var request : again.apply(errand)) {
                            settle(errand, request, deadline);
                        }
                    } finally {
                        free.release();
                    }
                });
            }
        }
        return accepted.get() - before;
    }

    private void settle(Errand errand, Request request, long deadline) {
        while (tell(errand, request) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
