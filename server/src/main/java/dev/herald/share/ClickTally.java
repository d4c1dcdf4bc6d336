package dev.herald.share;

import dev.herald.access.Brand;
import dev.herald.access.BrandId;
import dev.herald.platform.Database;
import dev.herald.platform.Tally;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Counts clicks: a link that goes round costs no more. */
final class ClickTally implements AutoCloseable {

    private record Day(long brand, long link, LocalDate day) {}

    private final Database db;
    private final InstantSource clock;
    private final Tally<Day> tally;

    ClickTally(Database db, InstantSource clock) {
        this.db = db;
        this.clock = clock;
        this.tally = new Tally<>("clicks", Day::brand, this::write);
    }

    void add(Brand brand, long link) {
        tally.add(new Day(brand.id().value(), link, LocalDate.ofInstant(clock.instant(), brand.zone())));
    }

    /** In the order of links, so that two servers do not wait for one another. */
    private void write(long brand, List<Map.Entry<Day, Long>> counts) {
        var sorted = counts.stream()
                .sorted(Comparator.comparingLong(count -> count.getKey().link()))
                .toList();
        db.inBrand(brand, tx -> {
            var store = new LinkStore(tx);
            sorted.forEach(count -> store.addClicks(
                    new BrandId(brand), count.getKey().link(), count.getKey().day(), count.getValue()));
            return sorted;
        });
    }

    @Override
    public void close() {
        tally.close();
    }
}
