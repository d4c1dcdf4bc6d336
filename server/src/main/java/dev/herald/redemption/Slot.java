package dev.herald.redemption;

import dev.herald.access.BrandId;
import dev.herald.access.KeyedHash;
import dev.herald.campaign.CampaignId;
import dev.herald.code.CodeId;
import java.time.LocalDate;
import java.util.List;

/**
 * What one redemption or hold uses up of its campaign.
 *
 * @param customers the buyer's identities, each of which spends a turn
 * @param turnDay the day, in the brand's time zone, whose turns it spends
 * @param discount minor units of the budget
 */
record Slot(
        BrandId brand, CampaignId campaign, CodeId code, List<KeyedHash> customers, LocalDate turnDay, long discount) {

    static Slot of(Redemption redemption) {
        return new Slot(
                redemption.brand(),
                redemption.campaign(),
                redemption.codeId(),
                redemption.customers(),
                redemption.turnDay(),
                redemption.discount());
    }

    static Slot of(Reservation reservation) {
        return new Slot(
                reservation.brand(),
                reservation.campaign(),
                reservation.codeId(),
                reservation.buyer().identities(),
                reservation.turnDay(),
                reservation.discount());
    }
}
