package dev.herald.platform;

import io.helidon.http.sse.SseEvent;
import io.helidon.webserver.sse.SseSink;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** An answer that goes on: JSON told as Server-Sent Events, until whoever tells it has no more or the client goes away. */
public final class EventStream implements AutoCloseable {

    /** A client that is gone is noticed by writing to it, and proxies cut what is silent for long. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);

    /** Unwinds the teller of a stream that nobody hears any more. */
    static final class Gone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Gone(RuntimeException cause) {
            super(null, cause, false, false);
        }
    }

    private final SseSink sink;
    private final BooleanSupplier serverEnds;
    private long spokeAt = System.nanoTime();

    EventStream(SseSink sink, BooleanSupplier serverEnds) {
        this.sink = sink;
        this.serverEnds = serverEnds;
    }

    /** Tells a value as JSON. */
    public void send(Object value) {
        emit(SseEvent.create(new String(Json.bytes(value), StandardCharsets.UTF_8)));
    }

    /** Waits; false when the stream has to end because the server does. */
    public boolean pause(Duration time) {
        breakSilence();
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        return !serverEnds.getAsBoolean();
    }

    /** Waits until there is something to tell, at most so long; false when the stream has to end as above. */
    public boolean pause(Semaphore something, Duration most) {
        breakSilence();
        try {
            if (something.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
                something.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        return !serverEnds.getAsBoolean();
    }

    private void breakSilence() {
        if (System.nanoTime() - spokeAt >= LONGEST_SILENCE.toNanos()) {
            emit(SseEvent.builder().comment(" still here").build());
        }
    }

    private void emit(SseEvent event) {
        try {
            sink.emit(event);
            spokeAt = System.nanoTime();
        } catch (RuntimeException e) {
            throw new Gone(e);
        }
    }

    @Override
    public void close() {
        try {
            sink.close();
        } catch (RuntimeException e) {
            throw new Gone(e);
        }
    }
}
