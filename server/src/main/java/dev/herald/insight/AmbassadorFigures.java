package dev.herald.insight;

import dev.herald.access.Access;
import dev.herald.access.BrandId;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.CampaignId;
import dev.herald.platform.Database;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What single ambassadors brought, for lists of them and their profiles. Reads rollups, never redemptions. */
public final class AmbassadorFigures {

    /**
     * What somebody brought since the beginning.
     *
     * @param currency that of most of the redemptions
     * @param elsewhere whether there are redemptions in other currencies too, which are not in the totals
     */
    public record Sales(Currency currency, Totals totals, boolean elsewhere) {}

    private final Database db;
    private final Access access;
    private final InstantSource clock;
    private final RollupJob rollups;
    private final Insights insights;

    public AmbassadorFigures(Database db, Access access, InstantSource clock, RollupJob rollups, Insights insights) {
        this.db = db;
        this.access = access;
        this.clock = clock;
        this.rollups = rollups;
        this.insights = insights;
    }

    /** What some brought; those who brought nothing are left out. */
    public Map<AmbassadorId, Sales> sales(BrandId brand, List<AmbassadorId> ambassadors) {
        rollups.catchUp(brand);
        return db.inBrand(brand.value(), tx -> new AmbassadorFiguresStore(tx, brand).sales(ambassadors));
    }

    /** The codes that some own and that can be used, newest first; those without any are left out. */
    public Map<AmbassadorId, List<RankedAmbassador.Code>> codes(BrandId brand, List<AmbassadorId> ambassadors) {
        var now = clock.instant();
        return db.inBrand(brand.value(), tx -> new AmbassadorFiguresStore(tx, brand).liveCodes(ambassadors, now));
    }

    /** The last days of one, today included. */
    public List<DayTotals> days(BrandId brand, AmbassadorId ambassador, Currency currency, int days) {
        rollups.catchUp(brand);
        var zone = access.brand(brand).orElseThrow().zone();
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var first = today.minusDays(days - 1L);
        var some = db.inBrand(
                brand.value(),
                tx -> new AmbassadorFiguresStore(tx, brand).days(ambassador, currency.getCurrencyCode(), first));
        return first.datesUntil(today.plusDays(1))
                .map(day -> new DayTotals(day, some.getOrDefault(day, Totals.NONE)))
                .toList();
    }

    /** Somebody's place in a campaign; empty if he owns no code there. */
    public Optional<RankedAmbassador> place(BrandId brand, CampaignId campaign, AmbassadorId ambassador) {
        var place = insights.ranking(brand, campaign).stream()
                .filter(one -> one.id().equals(ambassador))
                .toList();
        return insights.withCodes(brand, campaign, place).stream().findFirst();
    }
}
