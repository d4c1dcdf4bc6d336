package dev.herald.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.HdrHistogram.Histogram;

/** Keeps a number of connections busy from one thread, each asking again as soon as it is answered. */
final class HttpDriver implements Load, AutoCloseable {

    private static final long PATIENCE_MILLIS = 10_000;
    private static final int CREATED = 201;

    private final HttpConnections connections;
    private final Requests requests;

    HttpDriver(int port, int number, Requests requests) {
        this.connections = new HttpConnections(List.of(port), number);
        this.requests = requests;
    }

    /** One stretch of keeping busy. */
    private final class Run implements HttpConnections.Listener {

        private final long end;
        private final Histogram latency = Load.histogram();
        private long done;
        private long failed;
        private int waiting;

        Run(long end) {
            this.end = end;
        }

        void ask(HttpConnections.Connection connection) throws IOException {
            connections.ask(connection, requests, System.nanoTime());
            waiting++;
        }

        /** What is answered after the end is not counted, as what was asked before the start is not. */
        @Override
        public void answered(HttpConnections.Connection connection, HttpAnswer answer, byte[] received)
                throws IOException {
            var now = System.nanoTime();
            waiting--;
            if (answer.status() != CREATED) {
                failed++;
            } else if (now <= end) {
                done++;
                latency.recordValue((now - connection.askedAt) / 1000);
            }
            if (now < end) {
                ask(connection);
            }
        }
    }

    @Override
    public Tally run(Duration time) {
        try {
            connections.refresh();
            var run = new Run(System.nanoTime() + time.toNanos());
            for (var connection : connections.all()) {
                run.ask(connection);
            }
            while (run.waiting > 0) {
                if (connections.await(PATIENCE_MILLIS, run) == 0) {
                    throw new IOException("No answer within " + PATIENCE_MILLIS + " ms");
                }
            }
            return new Tally(run.done, run.failed, time.toNanos(), run.latency);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        connections.close();
    }
}
