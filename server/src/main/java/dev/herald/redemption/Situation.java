package dev.herald.redemption;

import dev.herald.campaign.Campaign;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * All that decides whether a code works for an order, besides the order itself.
 *
 * @param used redemptions of the campaign that hold a slot
 * @param spent discounts of the campaign less what was given back, in minor units
 * @param codeUsed redemptions of the code that hold a slot
 * @param turnsUsed for each identity of the buyer, how many turns it has spent in this campaign
 * @param standing for each identity of the buyer, how many redemptions of the brand stand
 */
record Situation(
        Campaign campaign,
        boolean codeIsLive,
        Instant now,
        long used,
        long spent,
        long codeUsed,
        List<Long> turnsUsed,
        List<Long> standing,
        OrderState order) {

    /**
     * What was redeemed on the order before.
     *
     * @param campaigns ids of the campaigns whose codes are on the order
     * @param combinable whether all of them may be combined
     * @param credited whether one of them is credited to an ambassador
     */
    record OrderState(Set<Long> campaigns, boolean combinable, boolean credited) {

        static final OrderState FRESH = new OrderState(Set.of(), true, false);

        OrderState {
            campaigns = Set.copyOf(campaigns);
        }
    }
}
