package dev.herald.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Many who want one of few: asks until a number of attempts is made, and once all is sold also asks again and again for
 * the orders that were redeemed, which must get the answer that they got.
 */
final class Rush implements Requests, HttpConnections.Listener {

    private static final int CREATED = 201;
    private static final int CONFLICT = 409;
    private static final long PATIENCE_MILLIS = 30_000;

    /** One request in so many is a retry, once all is sold. */
    private static final int RETRY_EVERY = 50;

    private static final int SAY_EVERY = 100_000;

    private final HttpConnections connections;
    private final Requests orders;
    private final int limit;
    private final int attempts;

    /** Requests under way that may turn out to be redeemed, by their number. */
    private final Map<Integer, byte[]> hopeful = new HashMap<>();

    private final List<Sold> sold = new ArrayList<>();
    private final Map<Integer, Long> statuses = new TreeMap<>();
    private final long started = System.nanoTime();
    private long soldOutAt;
    private long endedAt;
    private int asked;
    private int askedBeforeSoldOut;
    private int waiting;
    private long declinesAfterwards;
    private int retries;
    private int retriesAnsweredOtherwise;

    private record Sold(byte[] request, byte[] answer) {}

    Rush(HttpConnections connections, Requests orders, int limit, int attempts) {
        this.connections = connections;
        this.orders = orders;
        this.limit = limit;
        this.attempts = attempts;
    }

    void run(Consumer<String> say) throws IOException {
        for (var connection : connections.all()) {
            ask(connection);
        }
        var said = 0;
        while (waiting > 0) {
            if (connections.await(PATIENCE_MILLIS, this) == 0) {
                throw new IOException("No answer within " + PATIENCE_MILLIS + " ms");
            }
            if (asked / SAY_EVERY > said) {
                said = asked / SAY_EVERY;
                say.accept(asked + " attempts");
            }
        }
        endedAt = System.nanoTime();
    }

    /** A retry is called by a number below zero. */
    @Override
    public int next(ByteBuffer into) {
        var number = asked++;
        if (soldOutAt != 0 && number % RETRY_EVERY == 0) {
            var again = retries++ % sold.size();
            into.put(sold.get(again).request());
            return -1 - again;
        }
        orders.next(into);
        if (soldOutAt == 0) {
            var request = new byte[into.position()];
            into.get(0, request);
            hopeful.put(number, request);
        }
        return number;
    }

    @Override
    public void answered(HttpConnections.Connection connection, HttpAnswer answer, byte[] received) throws IOException {
        waiting--;
        statuses.merge(answer.status(), 1L, Long::sum);
        if (connection.request < 0) {
            var before = sold.get(-1 - connection.request).answer();
            var same = answer.status() == CREATED && Arrays.equals(before, answer.bodyOf(received));
            retriesAnsweredOtherwise += same ? 0 : 1;
        } else {
            count(connection.request, answer, received);
        }
        if (asked < attempts) {
            ask(connection);
        }
    }

    private void count(int number, HttpAnswer answer, byte[] received) {
        var request = hopeful.remove(number);
        if (answer.status() == CREATED) {
            // What was asked after the sell-out should not be redeemed, and is not asked for again.
            sold.add(new Sold(request == null ? new byte[0] : request, answer.bodyOf(received)));
            if (sold.size() == limit) {
                soldOutAt = System.nanoTime();
                askedBeforeSoldOut = asked;
            }
        } else if (answer.status() == CONFLICT && soldOutAt != 0) {
            declinesAfterwards++;
        }
    }

    private void ask(HttpConnections.Connection connection) throws IOException {
        waiting++;
        connections.ask(connection, this, System.nanoTime());
    }

    int sold() {
        return sold.size();
    }

    int attemptsToSellOut() {
        return askedBeforeSoldOut;
    }

    double secondsToSellOut() {
        return (soldOutAt - started) / 1e9;
    }

    long declinesAfterwards() {
        return declinesAfterwards;
    }

    int retries() {
        return retries;
    }

    int retriesAnsweredOtherwise() {
        return retriesAnsweredOtherwise;
    }

    double perSecondAfterwards() {
        return (declinesAfterwards + retries) * 1e9 / (endedAt - soldOutAt);
    }

    Map<Integer, Long> statuses() {
        return statuses;
    }
}
