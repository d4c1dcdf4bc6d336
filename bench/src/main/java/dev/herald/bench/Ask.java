package dev.herald.bench;

import dev.herald.access.KeyedHash;
import dev.herald.redemption.Buyer;
import dev.herald.redemption.Order;
import dev.herald.redemption.RequestKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** One order of one of a million customers with one of a stock's codes; no two are of the same order. */
record Ask(Stock stock, Stock.Code code, String customer, String reference, long amount) {

    private static final String RUN = UUID.randomUUID().toString().substring(0, 8);
    private static final AtomicLong NUMBER = new AtomicLong();
    private static final int CUSTOMERS = 1_000_000;

    static Ask of(Stock stock) {
        var random = ThreadLocalRandom.current();
        return new Ask(
                stock,
                stock.codes().get(random.nextInt(stock.codes().size())),
                "customer-" + random.nextInt(CUSTOMERS),
                RUN + "-" + NUMBER.incrementAndGet(),
                random.nextLong(1_000, 20_000));
    }

    Buyer buyer() {
        return new Buyer(List.of(hash("customer id", customer)), null, null, List.of());
    }

    Order order() {
        return new Order(reference, amount, "USD", 0, null, null, List.of());
    }

    /** Every order comes with an idempotency key, as a careful shop sends it. */
    RequestKey key() {
        return new RequestKey(hash("key", reference), hash("request", reference));
    }

    KeyedHash hash(String domain, String text) {
        return stock.brand().secret().hash(domain, text);
    }

    /** The whole request over HTTP/1.1. */
    byte[] http() {
        var body = "{\"code\":\"" + code.text() + "\",\"customer\":{\"id\":\"" + customer + "\"},\"order\":{"
                + "\"reference\":\"" + reference + "\",\"amount\":" + amount + ",\"currency\":\"USD\"}}";
        var head = "POST /v1/redemptions HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                + "Authorization: Bearer " + stock.key() + "\r\nIdempotency-Key: " + reference + "\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n";
        return (head + body).getBytes(StandardCharsets.US_ASCII);
    }
}
