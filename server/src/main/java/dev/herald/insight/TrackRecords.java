package dev.herald.insight;

import dev.herald.access.BrandId;
import dev.herald.campaign.CampaignId;
import dev.herald.platform.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** What all ambassadors of a brand did in its campaigns so far. Reads rollups. */
public final class TrackRecords {

    /** Of more it may be half a minute old. */
    private static final int MANY = 1_000;

    private static final Duration USUAL_LENGTH = Duration.ofDays(28);
    private static final Duration LAUNCH = Duration.ofDays(1);

    private final Database db;
    private final InstantSource clock;
    private final RollupJob rollups;
    private final Remembered<Asked, Experience> remembered;

    private record Asked(
            BrandId brand, Currency currency, @Nullable CampaignId only) {}

    public TrackRecords(Database db, InstantSource clock, RollupJob rollups) {
        this.db = db;
        this.clock = clock;
        this.rollups = rollups;
        this.remembered = new Remembered<>(clock);
    }

    /**
     * The experience of all campaigns of a brand that have begun, or of one of them.
     *
     * @param currency that of the sums
     * @param before what was known of ambassadors before the first campaign
     * @param only the campaign; absent for all
     */
    public Experience of(BrandId brand, Currency currency, Rates before, @Nullable CampaignId only) {
        rollups.catchUp(brand);
        var many = db.inBrand(brand.value(), tx -> new InsightStore(tx).hasMoreAmbassadors(brand, MANY));
        return many
                ? remembered.get(new Asked(brand, currency, only), () -> now(brand, currency, before, only))
                : now(brand, currency, before, only);
    }

    private Experience now(BrandId brand, Currency currency, Rates before, @Nullable CampaignId only) {
        return db.inBrand(brand.value(), tx -> {
            var store = new TrackRecordStore(tx, brand);
            var begun = store.begun(clock.instant(), only);
            var took = store.tookPart(begun);
            var sold = store.sold(begun, currency);
            var people = new ArrayList<TrackRecord>();
            for (var one : store.people()) {
                var redemptions = sold.redemptions().getOrDefault(one.id(), 0L);
                var part = took.getOrDefault(one.id(), TrackRecordStore.Part.NONE);
                // A code that moved to somebody else leaves what it sold with its former owner.
                people.add(new TrackRecord(
                        one.id(),
                        one.name(),
                        one.audienceSize(),
                        part.campaigns(),
                        part.silent(),
                        part.campaigns() > 0 ? redemptions : 0));
            }
            return Experience.of(people, sold.totals(), before);
        });
    }

    /**
     * How much of what a campaign brings it has brought by now: it is as good as over after four weeks, and its first day
     * counts at once, because most post at the launch.
     *
     * @param ran since its start
     * @param length of the whole
     */
    static double partOver(Duration ran, Duration length) {
        var whole = length.compareTo(USUAL_LENGTH) < 0 ? length : USUAL_LENGTH;
        return Math.clamp(
                (double) ran.plus(LAUNCH).toSeconds() / whole.plus(LAUNCH).toSeconds(), 0, 1);
    }
}
