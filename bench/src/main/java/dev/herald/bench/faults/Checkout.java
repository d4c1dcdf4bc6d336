package dev.herald.bench.faults;

import dev.herald.bench.faults.Errand.Request;
import dev.herald.bench.faults.History.Asked;
import dev.herald.bench.faults.History.Told;
import dev.herald.platform.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** A shop's way to Herald: sends a request through the network to any of the nodes. */
final class Checkout implements AutoCloseable {

    /** Shorter than Herald's own patience, so that some answers come to nobody. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);

    /** Longer than any run: what ends such a hold was asked for. */
    private static final int HOLD_SECONDS = 80_000;

    private final List<Node> nodes;
    private final String apiKey;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Checkout(List<Node> nodes, String apiKey) {
        this.nodes = nodes;
        this.apiKey = apiKey;
    }

    Told send(Request request) {
        var asked = request.asked();
        var node = nodes.get(ThreadLocalRandom.current().nextInt(nodes.size()));
        var builder = HttpRequest.newBuilder(URI.create(node.url() + path(request)))
                .timeout(ANSWER_WITHIN)
                .header("Authorization", "Bearer " + apiKey);
        if (request.keyed() && asked.deed() != History.Deed.RELEASE) {
            builder.header("Idempotency-Key", asked.key());
        }
        try {
            var response = client.send(
                    asked.deed() == History.Deed.RELEASE
                            ? builder.DELETE().build()
                            : builder.POST(BodyPublishers.ofString(body(request)))
                                    .build(),
                    BodyHandlers.ofString());
            return new Told(asked.number(), response.statusCode(), response.body());
        } catch (IOException e) {
            return new Told(asked.number(), History.NO_ANSWER, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Told(asked.number(), History.NO_ANSWER, e.toString());
        }
    }

    private static String path(Request request) {
        return switch (request.asked().deed()) {
            case REDEEM, CLAIM -> "/v1/redemptions";
            case RESERVE -> "/v1/reservations";
            case RELEASE -> "/v1/reservations/" + request.target();
            case REVERSE -> "/v1/redemptions/" + request.target() + "/reversals";
        };
    }

    private static String body(Request request) {
        var asked = request.asked();
        var customer = Map.of("id", asked.customer());
        return Json.text(
                switch (asked.deed()) {
                    case REDEEM -> Map.of("code", asked.code(), "customer", customer, "order", order(asked));
                    case RESERVE ->
                        Map.of(
                                "code",
                                asked.code(),
                                "customer",
                                customer,
                                "order",
                                order(asked),
                                "ttl_seconds",
                                asked.expires() ? 1 : HOLD_SECONDS);
                    case CLAIM -> Map.of("reservation_id", request.target(), "order", order(asked));
                    case REVERSE ->
                        asked.amount() == 0
                                ? Map.of("reason", asked.reason())
                                : Map.of("reason", asked.reason(), "amount", asked.amount());
                    case RELEASE -> Map.of();
                });
    }

    private static Map<String, Object> order(Asked asked) {
        return Map.of("reference", asked.order(), "amount", asked.amount(), "currency", "USD");
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
