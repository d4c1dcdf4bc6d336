package dev.herald.planner;

import dev.herald.access.BrandId;
import dev.herald.platform.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Currency;

/** What brands have learnt from their own campaigns. Reads rollups, never redemptions. */
public final class Experiences {

    /** So long a campaign has run when most of what it will bring is there. */
    private static final Duration LONG_ENOUGH = Duration.ofDays(28);

    private static final int MOST_CAMPAIGNS = 20;

    private final Database db;
    private final InstantSource clock;

    public Experiences(Database db, InstantSource clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The average order that advice takes where a plan leaves it open, as the advice writes it. */
    public String usualOrder(BrandId brand, Currency currency) {
        var usual = of(brand, currency);
        var order = new AssumptionWords(Assumption.ORDER, currency).value(usual.get(Assumption.ORDER));
        return usual.isLearnt(Assumption.ORDER) ? order + ", as your campaigns show" : order;
    }

    /** The assumptions of a brand: the usual ones, or what its campaigns say. */
    Assumptions of(BrandId brand, Currency currency) {
        var now = clock.instant();
        var campaigns = db.inBrand(
                brand.value(),
                tx -> new ExperienceStore(tx).campaigns(brand, currency, now.minus(LONG_ENOUGH), now, MOST_CAMPAIGNS));
        return Assumptions.DEFAULT.learnt(Learning.of(campaigns), campaigns.size());
    }
}
