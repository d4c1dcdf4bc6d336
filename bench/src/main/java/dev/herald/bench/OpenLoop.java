package dev.herald.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * Asks at a fixed rate, as shoppers do who know nothing of each other. A latency counts from when the request was due,
 * not from when a connection became free for it: else the slowest moments would be asked about least often.
 */
final class OpenLoop implements AutoCloseable {

    private static final long TICK_MILLIS = 1;
    private static final Duration SLICE = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CREATED = 201;

    private final HttpConnections connections;
    private final Requests requests;

    OpenLoop(int port, int number, Requests requests) {
        this.connections = new HttpConnections(List.of(port), number);
        this.requests = requests;
    }

    /** What became of the requests that were due in one stretch. */
    record Slice(Histogram redeemed, long[] others) {

        long notRedeemed() {
            return others[0];
        }
    }

    /**
     * What came of it.
     *
     * @param due requests
     * @param unsent of them, because until the end no connection became free
     * @param goodput redeemed within the time, a second
     * @param statuses how often each came; 0 where none did
     * @param slices half seconds, by when the requests were due
     */
    record Outcome(
            long due, long unsent, double goodput, Map<Integer, Long> statuses, Histogram latency, List<Slice> slices) {

        static Duration slice() {
            return SLICE;
        }
    }

    private final class Run implements HttpConnections.Listener {

        private final Schedule schedule;
        private final long end;
        private final ArrayDeque<HttpConnections.Connection> free = new ArrayDeque<>(connections.all());
        private final Map<Integer, Long> statuses = new TreeMap<>();
        private final Histogram latency = Load.histogram();
        private final List<Slice> slices = new ArrayList<>();
        private long sent;
        private long redeemedInTime;

        Run(double perSecond, Duration time) {
            this.schedule = new Schedule(System.nanoTime(), perSecond);
            this.end = schedule.start() + time.toNanos();
            for (long at = 0; at < time.toNanos(); at += SLICE.toNanos()) {
                slices.add(new Slice(Load.histogram(), new long[1]));
            }
        }

        /** Sends what is due, as far as there are connections; false when the time is over. */
        boolean send() throws IOException {
            var now = System.nanoTime();
            for (var due = schedule.due(sent); due <= now && due < end && !free.isEmpty(); due = schedule.due(sent)) {
                connections.ask(free.removeFirst(), requests, due);
                sent++;
            }
            return now < end;
        }

        boolean isWaiting() {
            return free.size() < connections.all().size();
        }

        @Override
        public void answered(HttpConnections.Connection connection, HttpAnswer answer, byte[] received) {
            var now = System.nanoTime();
            free.addLast(connection);
            statuses.merge(answer.status(), 1L, Long::sum);
            var slice = slices.get((int) ((connection.askedAt - schedule.start()) / SLICE.toNanos()));
            if (answer.status() == CREATED) {
                var micros = (now - connection.askedAt) / 1_000;
                latency.recordValue(micros);
                slice.redeemed().recordValue(micros);
                redeemedInTime += now <= end ? 1 : 0;
            } else {
                slice.others()[0]++;
            }
        }

        Outcome outcome() {
            var due = schedule.countBefore(end);
            var seconds = (end - schedule.start()) / 1e9;
            return new Outcome(due, due - sent, redeemedInTime / seconds, statuses, latency, slices);
        }
    }

    Outcome run(double perSecond, Duration time) {
        try {
            connections.refresh();
            var run = new Run(perSecond, time);
            while (run.send()) {
                connections.await(TICK_MILLIS, run);
            }
            var deadline = System.nanoTime() + PATIENCE.toNanos();
            while (run.isWaiting()) {
                if (System.nanoTime() > deadline) {
                    throw new IOException("No answer within " + PATIENCE.toSeconds() + " s");
                }
                connections.await(PATIENCE.toMillis(), run);
            }
            return run.outcome();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        connections.close();
    }
}
