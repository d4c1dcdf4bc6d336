package dev.herald.redemption;

import dev.herald.access.Brand;
import dev.herald.platform.Database;
import dev.herald.platform.Tally;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Counts declines, so that each costs no write of its own. */
final class DeclineTally implements AutoCloseable {

    private record Kind(long brand, long campaign, LocalDate day, String kind, Decline reason) {}

    private final Database db;
    private final InstantSource clock;
    private final Tally<Kind> tally;

    DeclineTally(Database db, InstantSource clock) {
        this.db = db;
        this.clock = clock;
        this.tally = new Tally<>("declines", Kind::brand, this::write);
    }

    /** @param campaign the campaign's id, 0 if the code is unknown */
    void add(Brand brand, long campaign, String kind, Decline reason) {
        var day = LocalDate.ofInstant(clock.instant(), brand.zone());
        tally.add(new Kind(brand.id().value(), campaign, day, kind, reason));
    }

    private void write(long brand, List<Map.Entry<Kind, Long>> counts) {
        db.inBrand(brand, tx -> {
            var batch = tx.prepareBatch("""
                    insert into decline_count as d (brand_id, campaign_id, day, kind, reason, declines)
                    values (:brand, :campaign, :day, :kind, :reason, :count)
                        on conflict (brand_id, campaign_id, day, kind, reason)
                           do update set declines = d.declines + excluded.declines
                    """);
            counts.forEach(count -> batch.bind("brand", brand)
                    .bind("campaign", count.getKey().campaign())
                    .bind("day", count.getKey().day())
                    .bind("kind", count.getKey().kind())
                    .bind("reason", count.getKey().reason().code())
                    .bind("count", count.getValue())
                    .add());
            return batch.execute();
        });
    }

    @Override
    public void close() {
        tally.close();
    }
}
