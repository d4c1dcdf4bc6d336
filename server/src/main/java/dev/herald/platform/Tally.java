package dev.herald.platform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts in memory and has the counts added to the database about once a second, so that what is counted stays cheap. A crash
 * loses the last second.
 *
 * @param <K> what is counted apart
 */
public final class Tally<K> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Tally.class);

    /** A flood of different things while the database is away must not fill the memory. */
    private static final int MOST = 100_000;

    private final String name;
    private final ToLongFunction<K> brandOf;
    private final BiConsumer<Long, List<Map.Entry<K, Long>>> write;
    private final ScheduledExecutorService flusher;
    private Map<K, Long> counts = new HashMap<>();

    /**
     * Begins at once.
     *
     * @param name what is counted, for the log
     * @param write adds the counts of one brand to the database; tried again a second later if it fails
     */
    public Tally(String name, ToLongFunction<K> brandOf, BiConsumer<Long, List<Map.Entry<K, Long>>> write) {
        this.name = name;
        this.brandOf = brandOf;
        this.write = write;
        this.flusher = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("tally of " + name).factory());
        var _ = flusher.scheduleWithFixedDelay(this::flush, 1, 1, TimeUnit.SECONDS);
    }

    public synchronized void add(K counted) {
        if (counts.size() < MOST) {
            counts.merge(counted, 1L, Long::sum);
        }
    }

    private void flush() {
        var byBrand =
                take().entrySet().stream().collect(Collectors.groupingBy(count -> brandOf.applyAsLong(count.getKey())));
        byBrand.forEach((brand, some) -> {
            try {
                write.accept(brand, some);
            } catch (RuntimeException e) {
                LOG.warn("Not counted yet, {}: {}", name, e.getMessage());
                putBack(some);
            }
        });
    }

    private synchronized Map<K, Long> take() {
        var taken = counts;
        counts = new HashMap<>();
        return taken;
    }

    private synchronized void putBack(List<Map.Entry<K, Long>> some) {
        some.forEach(count -> counts.merge(count.getKey(), count.getValue(), Long::sum));
    }

    @Override
    public void close() {
        flusher.shutdown();
        try {
            flusher.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        flush();
    }
}
