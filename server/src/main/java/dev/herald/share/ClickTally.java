package dev.herald.share;

import dev.herald.access.Brand;
import dev.herald.access.BrandId;
import dev.herald.platform.Database;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts clicks in memory and adds them to the database about once a second: a link that goes round costs no more. */
final class ClickTally implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ClickTally.class);

    /** Clicks on ever other links while the database is away must not fill the memory. */
    private static final int MOST_LINKS = 100_000;

    private record Day(BrandId brand, long link, LocalDate day) {}

    private final Database db;
    private final InstantSource clock;
    private final ScheduledExecutorService flusher = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("click-tally").factory());
    private Map<Day, Long> counts = new HashMap<>();

    ClickTally(Database db, InstantSource clock) {
        this.db = db;
        this.clock = clock;
        var _ = flusher.scheduleWithFixedDelay(this::flush, 1, 1, TimeUnit.SECONDS);
    }

    synchronized void add(Brand brand, long link) {
        if (counts.size() < MOST_LINKS) {
            var day = LocalDate.ofInstant(clock.instant(), brand.zone());
            counts.merge(new Day(brand.id(), link, day), 1L, Long::sum);
        }
    }

    private void flush() {
        var byBrand = take().entrySet().stream()
                .collect(Collectors.groupingBy(count -> count.getKey().brand()));
        byBrand.forEach((brand, counts) -> {
            try {
                add(brand, counts);
            } catch (RuntimeException e) {
                LOG.warn("Clicks not counted yet: {}", e.getMessage());
                counts.forEach(count -> putBack(count.getKey(), count.getValue()));
            }
        });
    }

    /** In the order of links, so that two servers do not wait for one another. */
    private void add(BrandId brand, List<Map.Entry<Day, Long>> counts) {
        var sorted = counts.stream()
                .sorted(Comparator.comparingLong(count -> count.getKey().link()))
                .toList();
        db.inBrand(brand.value(), tx -> {
            var store = new LinkStore(tx);
            sorted.forEach(count ->
                    store.addClicks(brand, count.getKey().link(), count.getKey().day(), count.getValue()));
            return brand;
        });
    }

    private synchronized Map<Day, Long> take() {
        var taken = counts;
        counts = new HashMap<>();
        return taken;
    }

    private synchronized void putBack(Day day, long count) {
        counts.merge(day, count, Long::sum);
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
