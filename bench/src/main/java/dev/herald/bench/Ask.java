package dev.herald.bench;

import dev.herald.access.Brand;
import dev.herald.access.KeyedHash;
import dev.herald.redemption.Buyer;
import dev.herald.redemption.Order;
import dev.herald.redemption.RequestKey;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** One order of one of a million customers with one of a stock's codes; no two are of the same order. */
record Ask(Stock.Code code, String customer, String reference, long amount) {

    static final int CUSTOMERS = 1_000_000;

    private static final String RUN = UUID.randomUUID().toString().substring(0, 8) + "-";
    private static final AtomicLong NUMBER = new AtomicLong();

    static Ask of(Stock stock) {
        var random = ThreadLocalRandom.current();
        return new Ask(
                stock.codes().get(random.nextInt(stock.codes().size())),
                "customer-" + random.nextInt(CUSTOMERS),
                nextReference(),
                random.nextLong(10_000, 20_000));
    }

    static String nextReference() {
        return RUN + NUMBER.incrementAndGet();
    }

    Brand brand() {
        return code.owner().brand();
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
        return brand().secret().hash(domain, text);
    }
}
