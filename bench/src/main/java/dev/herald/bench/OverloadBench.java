package dev.herald.bench;

import dev.herald.app.Herald;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Ten times as many orders as can be redeemed, on a disk made so slow that the driver is not the limit. */
final class OverloadBench {

    private static final Set<Integer> ALLOWED = Set.of(201, 409, 429, 503);
    private static final double FIRST_SYNC_MILLIS = 200;
    private static final double WARM_SYNC_MILLIS = 1;
    private static final int SEARCHES = 3;
    private static final Duration SEARCH = Duration.ofSeconds(5);
    private static final double NORMAL_SHARE = 0.5;
    private static final Duration NORMAL = Duration.ofSeconds(10);
    private static final Duration AFTERWARDS = Duration.ofSeconds(20);

    /** How much slower than usual still counts as usual. */
    private static final double USUAL = 1.5;

    /**
     * What to do.
     *
     * @param capacity redemptions a second that the disk is slowed down to
     * @param times of the capacity that are asked for
     * @param seconds of overload
     * @param connections that the driver has
     * @param closed of them that find the capacity
     */
    record Plan(int capacity, double times, int seconds, int connections, int closed) {}

    private final Plan plan;
    private final Series series;
    private final SlowSync sync;
    private final Consumer<String> say;

    OverloadBench(Plan plan, Series series, SlowSync sync, Consumer<String> say) {
        this.plan = plan;
        this.series = series;
        this.sync = sync;
        this.say = say;
    }

    void run() throws SQLException, IOException {
        Stock stock;
        try (var herald = new Herald(series.database().address(), InstantSource.system())) {
            stock = Stock.make(herald, series.owner(), Scenario.HOT);
        }
        try (var child = ChildServer.start(series.database().address(), stock)) {
            var peak = capacity(child, stock);
            try (var loop = new OpenLoop(child.herald(), plan.connections(), new Asks(stock))) {
                overload(loop, peak);
            }
        }
        sync.take(0);
        Postgres.awaitRollups(series.owner());
        series.report().checked(Books.check(series.owner()));
    }

    /** Slows the disk until a closed loop reaches what is wanted, and returns what it reaches. */
    private double capacity(ChildServer child, Stock stock) throws IOException {
        try (var closed = new HttpDriver(child.herald(), plan.closed(), new Asks(stock))) {
            sync.take(WARM_SYNC_MILLIS);
            WarmUp.of(closed);
            var millis = FIRST_SYNC_MILLIS;
            sync.take(millis);
            var peak = closed.run(SEARCH).perSecond();
            for (int i = 0; i < SEARCHES; i++) {
                millis = Math.clamp(millis * peak / plan.capacity(), WARM_SYNC_MILLIS, 5_000);
                sync.take(millis);
                peak = closed.run(SEARCH).perSecond();
                say.accept(String.format("Syncs of %.0f ms: %.0f redemptions/s", millis, peak));
            }
            series.report().heading("Overload");
            series.report()
                    .line(
                            "Capacity with syncs of %.0f ms and %d connections that wait for their answers: %.0f"
                                    + " redemptions/s.",
                            millis, plan.closed(), peak);
            return peak;
        }
    }

    private void overload(OpenLoop loop, double peak) {
        var report = series.report();
        var normal = loop.run(NORMAL_SHARE * peak, NORMAL);
        tell("Half the capacity before", normal);
        var flood = loop.run(plan.times() * peak, Duration.ofSeconds(plan.seconds()));
        tell(String.format("%.0f times the capacity for %d s", plan.times(), plan.seconds()), flood);
        var after = loop.run(NORMAL_SHARE * peak, AFTERWARDS);
        tell("Half the capacity afterwards", after);
        report.line("");
        verdict(
                "only " + ALLOWED + " seen",
                ALLOWED.containsAll(flood.statuses().keySet()));
        verdict(
                String.format("goodput is %.2f of the capacity, at least 0.9", flood.goodput() / peak),
                flood.goodput() >= 0.9 * peak);
        var recovery = recoverySlice(after.slices(), normal.latency().getValueAtPercentile(50));
        var seconds = OpenLoop.Outcome.slice().toMillis() / 1e3;
        verdict(
                recovery.isPresent()
                        ? String.format("usual latency again after %.1f s, at most 5", recovery.getAsInt() * seconds)
                        : "usual latency again after 5 s: not at all",
                recovery.isPresent() && recovery.getAsInt() * seconds <= 5);
    }

    /** The first slice from which on all are redeemed and the median is as usual. */
    static OptionalInt recoverySlice(List<OpenLoop.Slice> slices, long usualMicros) {
        return IntStream.rangeClosed(0, slices.size() - 1)
                .filter(first -> slices.subList(first, slices.size()).stream()
                        .allMatch(slice -> slice.notRedeemed() == 0
                                && slice.redeemed().getValueAtPercentile(50) <= USUAL * usualMicros))
                .findFirst();
    }

    private void tell(String what, OpenLoop.Outcome outcome) {
        series.report()
                .line(
                        "%s: %,d due, %,d never sent, goodput %.0f/s, answers %s, latency of the redeemed p50 %.0f ms,"
                                + " p99 %.0f ms",
                        what,
                        outcome.due(),
                        outcome.unsent(),
                        outcome.goodput(),
                        outcome.statuses(),
                        outcome.latency().getValueAtPercentile(50) / 1e3,
                        outcome.latency().getValueAtPercentile(99) / 1e3);
    }

    private void verdict(String promise, boolean kept) {
        series.report().line("%s: %s", kept ? "kept" : "BROKEN", promise);
    }
}
