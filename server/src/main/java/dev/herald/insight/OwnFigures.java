package dev.herald.insight;

import dev.herald.access.BrandId;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.CampaignId;
import dev.herald.code.CodeId;
import dev.herald.platform.Database;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What an ambassador sees of his own: how his codes do, and his latest redemptions. Never anything about a buyer. */
public final class OwnFigures {

    private final Database db;

    public OwnFigures(Database db) {
        this.db = db;
    }

    /** Every code that an ambassador had in a campaign: after another was chosen, uses of the former one still count. */
    public List<CodeId> codesOf(BrandId brand, AmbassadorId ambassador, CampaignId campaign) {
        return db.inBrand(brand.value(), tx -> new OwnFiguresStore(tx).codesOf(brand, ambassador, campaign));
    }

    /** Redemptions that stand of some codes together, by the day of the order; days without any are left out. */
    public Map<LocalDate, Long> days(BrandId brand, List<CodeId> codes, LocalDate from) {
        return db.inBrand(brand.value(), tx -> new OwnFiguresStore(tx).days(brand, codes, from));
    }

    /** Redemptions of a campaign that are credited to an ambassador and stand. */
    public long credited(BrandId brand, AmbassadorId ambassador, CampaignId campaign) {
        return db.inBrand(brand.value(), tx -> new OwnFiguresStore(tx).credited(brand, ambassador, campaign));
    }

    /** The latest redemptions credited to an ambassador in a campaign; only among his latest fifty in all. */
    public List<Latest> latest(BrandId brand, AmbassadorId ambassador, CampaignId campaign, int most) {
        return db.inBrand(brand.value(), tx -> new OwnFiguresStore(tx).latest(brand, ambassador, campaign, most));
    }
}
