package dev.herald.redemption;

import dev.herald.access.Brand;
import dev.herald.access.BrandId;
import dev.herald.platform.Database;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts declines in memory and adds them to the database about once a second, so that a decline stays cheap. */
final class DeclineTally implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeclineTally.class);

    /** A flood of different declines while the database is away must not fill the memory. */
    private static final int MOST_KINDS = 100_000;

    private record Kind(BrandId brand, long campaign, LocalDate day, String kind, Decline reason) {}

    private final Database db;
    private final InstantSource clock;
    private final ScheduledExecutorService flusher = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("decline-tally").factory());
    private Map<Kind, Long> counts = new HashMap<>();

    DeclineTally(Database db, InstantSource clock) {
        this.db = db;
        this.clock = clock;
        var _ = flusher.scheduleWithFixedDelay(this::flush, 1, 1, TimeUnit.SECONDS);
    }

    /** @param campaign the campaign's id, 0 if the code is unknown */
    synchronized void add(Brand brand, long campaign, String kind, Decline reason) {
        if (counts.size() < MOST_KINDS) {
            var day = LocalDate.ofInstant(clock.instant(), brand.zone());
            counts.merge(new Kind(brand.id(), campaign, day, kind, reason), 1L, Long::sum);
        }
    }

    private void flush() {
        var byBrand = take().entrySet().stream()
                .collect(Collectors.groupingBy(count -> count.getKey().brand()));
        byBrand.forEach((brand, counts) -> {
            try {
                add(brand, counts);
            } catch (RuntimeException e) {
                LOG.warn("Declines not counted yet: {}", e.getMessage());
                counts.forEach(count -> putBack(count.getKey(), count.getValue()));
            }
        });
    }

    private void add(BrandId brand, List<Map.Entry<Kind, Long>> counts) {
        db.inBrand(brand.value(), tx -> {
            var batch = tx.prepareBatch("""
                    insert into decline_count as d (brand_id, campaign_id, day, kind, reason, declines)
                    values (:brand, :campaign, :day, :kind, :reason, :count)
                        on conflict (brand_id, campaign_id, day, kind, reason)
                           do update set declines = d.declines + excluded.declines
                    """);
            counts.forEach(count -> batch.bind("brand", brand.value())
                    .bind("campaign", count.getKey().campaign())
                    .bind("day", count.getKey().day())
                    .bind("kind", count.getKey().kind())
                    .bind("reason", count.getKey().reason().code())
                    .bind("count", count.getValue())
                    .add());
            return batch.execute();
        });
    }

    private synchronized Map<Kind, Long> take() {
        var taken = counts;
        counts = new HashMap<>();
        return taken;
    }

    private synchronized void putBack(Kind kind, long count) {
        counts.merge(kind, count, Long::sum);
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
