package dev.herald.planner;

import dev.herald.platform.Json;
import dev.herald.redemption.OrderLine;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Buyers who go on buying in the demo brand's shop, through the API as any shop's checkout: their orders are called
 * {@code demo-live-…}. It ends when it is closed, or when its key is no good any more.
 */
public final class DemoTrickle implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DemoTrickle.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int DONE_FOR = 401;

    /** Some orders are sent back, as before. */
    private static final double REFUNDED = .06;

    private final URI redemptions;
    private final String key;
    private final List<String> codes;
    private final Duration between;
    private final Chance chance;
    private final DemoShop shop;
    private final String run;
    private final InstantSource clock;
    private final HttpClient client = HttpClient.newHttpClient();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    /**
     * Begins at once.
     *
     * @param origin where Herald answers, without a slash at the end
     * @param key of the demo brand's checkout
     * @param codes of the running campaign, the best first: half of the buyers come by the first, and so on
     * @param between two orders, on average
     */
    public DemoTrickle(String origin, String key, List<String> codes, Duration between, InstantSource clock) {
        this.redemptions = URI.create(origin + "/v1/redemptions");
        this.key = key;
        this.codes = List.copyOf(codes);
        this.between = between;
        this.clock = clock;
        this.run = Long.toString(clock.instant().getEpochSecond(), Character.MAX_RADIX);
        this.chance = new Chance(clock.instant().toEpochMilli());
        this.shop = new DemoShop(chance.split());
        this.thread = Thread.ofVirtual().name("demo trickle").start(this::run);
    }

    private void run() {
        var person = DemoPerson.all(new Chance(1)).getFirst();
        try {
            for (var number = 1; !codes.isEmpty(); number++) {
                var pause = chance.waiting((double) between.toMillis());
                if (closed.await(Math.round(pause), TimeUnit.MILLISECONDS)) {
                    return;
                }
                var order = shop.order(
                        "demo-live-" + run + "-" + number,
                        clock.instant(),
                        0,
                        person,
                        DemoSetting.ALL.getLast().draws());
                if (buy(order) == DONE_FOR) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells the status of the answer; 0 if there was none. */
    private int buy(DemoOrder order) throws InterruptedException {
        try {
            var answer = post(redemptions, body(order, chance.mostlyFirst(codes)), order.reference());
            if (answer.status() == 201 && chance.is(REFUNDED)) {
                var id = Json.parse(answer.body()).orElseThrow().path("id").asText();
                var reversals = URI.create(redemptions + "/" + id + "/reversals");
                post(reversals, Map.of("reason", "refunded"), "back " + order.reference());
            }
            return answer.status();
        } catch (IOException e) {
            LOG.debug("A buyer of the demo brand was not served: {}", e.getMessage());
            return 0;
        }
    }

    private record Answered(int status, byte[] body) {}

    private Answered post(URI address, Map<String, ?> body, String idempotencyKey)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.ofByteArray(Json.bytes(body)))
                .build();
        var answer = client.send(request, BodyHandlers.ofByteArray());
        return new Answered(answer.statusCode(), answer.body());
    }

    private Map<String, ?> body(DemoOrder order, String code) {
        var shopper = order.shopper();
        return Map.of(
                "code",
                code,
                "customer",
                Map.of(
                        "id",
                        "live-" + run + "-" + shopper.number(),
                        "attributes",
                        Map.of("region", shopper.region(), "age_band", shopper.ageBand(), "tags", shopper.tags())),
                "order",
                Map.of(
                        "reference",
                        order.reference(),
                        "amount",
                        order.amount(),
                        "currency",
                        DemoBrand.CURRENCY.getCurrencyCode(),
                        "first_order",
                        order.firstOrder(),
                        "lines",
                        order.lines().stream().map(DemoTrickle::line).toList()));
    }

    private static Map<String, ?> line(OrderLine line) {
        return Map.of(
                "sku",
                line.sku(),
                "category",
                line.category(),
                "quantity",
                line.quantity(),
                "unit_amount",
                line.unitAmount());
    }

    /** Whether nobody buys any more. */
    public boolean hasEnded() {
        return !thread.isAlive();
    }

    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
        client.close();
    }
}
