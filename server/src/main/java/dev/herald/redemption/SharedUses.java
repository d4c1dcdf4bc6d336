package dev.herald.redemption;

import dev.herald.access.Brand;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.CampaignId;
import dev.herald.code.PromoCode;
import dev.herald.platform.Database;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The redemptions of codes that a whole campaign shares: they name nobody who brought them. */
public final class SharedUses {

    private final Database db;
    private final Redemptions redemptions;

    public SharedUses(Database db, Redemptions redemptions) {
        this.db = db;
        this.redemptions = redemptions;
    }

    /** How many stand; counted one by one, so for long work only. */
    public long count(Campaign campaign) {
        return db.inBrand(campaign.brand().value(), tx -> new SharedUseStore(tx).count(campaign));
    }

    /** When the last of those that stand was placed; as slow as counting. */
    public Optional<Instant> lastPlaced(Campaign campaign) {
        return db.inBrand(campaign.brand().value(), tx -> new SharedUseStore(tx).lastPlaced(campaign));
    }

    /** About one of so many, or all. */
    public List<SharedUse> some(Campaign campaign, int oneOf) {
        return db.inBrand(campaign.brand().value(), tx -> new SharedUseStore(tx).some(campaign, oneOf));
    }

    /** Whether nobody owns the code that was redeemed. */
    public boolean isShared(Redemption redemption) {
        return redemptions.codeOf(redemption).kind() == PromoCode.Kind.BLANKET;
    }

    /** The redemption of a campaign's shared code in the order that the shop calls so. */
    public Optional<Redemption> ofOrder(Brand brand, CampaignId campaign, String reference) {
        var order = Redemptions.hash(brand, reference);
        return db.inBrand(
                brand.id().value(),
                tx -> new RedemptionSearchStore(tx, brand.id())
                        .ofOrder(order).stream()
                                .flatMap(id -> redemptions.find(brand.id(), new RedemptionId(id)).stream())
                                .filter(one -> one.campaign().equals(campaign) && isShared(one))
                                .findFirst());
    }
}
