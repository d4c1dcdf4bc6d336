package dev.herald.bench;

import dev.herald.bench.History.Asked;
import dev.herald.bench.History.Told;
import dev.herald.platform.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A shop that asks again, with the same key, until it is told yes or no, and writes down all it asks and is told. */
final class Shop implements AutoCloseable {

    private static final int AT_ONCE = 64;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final HeraldProcess herald;
    private final String apiKey;
    private final History history;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger answered = new AtomicInteger();

    Shop(HeraldProcess herald, String apiKey, History history) {
        this.herald = herald;
        this.apiKey = apiKey;
        this.history = history;
    }

    /** How many of those asked for have been told yes or no so far. */
    int answered() {
        return answered.get();
    }

    /** Asks for all, some at a time; returns when all are answered. */
    void askAll(List<Asked> all) {
        var free = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : all) {
                free.acquireUninterruptibly();
                threads.execute(() -> {
                    try {
                        askUntilTold(one);
                    } finally {
                        free.release();
                    }
                });
            }
        }
    }

    private void askUntilTold(Asked one) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        Told answer;
        do {
            answer = ask(one);
            history.told(answer);
            if (isDefinite(answer)) {
                answered.incrementAndGet();
                return;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        } while (System.nanoTime() < deadline);
    }

    private static boolean isDefinite(Told answer) {
        return answer.status() != History.NO_ANSWER && answer.status() != 503;
    }

    private Told ask(Asked one) {
        var body = Json.text(Map.of(
                "code", one.code(),
                "customer", Map.of("id", one.customer()),
                "order", Map.of("reference", one.order(), "amount", one.amount(), "currency", "USD")));
        var request = HttpRequest.newBuilder(URI.create(herald.url() + "/v1/redemptions"))
                .timeout(ANSWER_WITHIN)
                .header("Authorization", "Bearer " + apiKey)
                .header("Idempotency-Key", one.key())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var response = client.send(request, BodyHandlers.ofString());
            return new Told(one.number(), response.statusCode(), response.body());
        } catch (IOException e) {
            return new Told(one.number(), History.NO_ANSWER, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Told(one.number(), History.NO_ANSWER, e.toString());
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
