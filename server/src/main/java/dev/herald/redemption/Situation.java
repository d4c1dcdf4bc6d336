package dev.herald.redemption;

import dev.herald.campaign.Campaign;
import dev.herald.campaign.Period;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All that decides whether a code works for an order, besides the order itself.
 *
 * @param used redemptions of the campaign that hold a slot
 * @param spent discounts of the campaign less what was given back, in minor units
 * @param codeUsed redemptions of the code that hold a slot
 * @param turns for each identity of the buyer and each cap that a customer has in this campaign, what is used of it
 * @param standing for each identity of the buyer, how many redemptions of the brand stand
 * @param selfUse whether the buyer is the ambassador who owns the code or would have the credit; not asked, and false,
 *     where the campaign allows it
 */
record Situation(
        Campaign campaign,
        boolean codeIsLive,
        Instant now,
        long used,
        long spent,
        long codeUsed,
        List<Turn> turns,
        List<Long> standing,
        boolean selfUse,
        OrderState order) {

    Situation {
        turns = List.copyOf(turns);
        standing = List.copyOf(standing);
    }

    /**
     * What one identity of the buyer has used of one cap.
     *
     * @param period the cap's; the order counts in the one of its day in the brand's time zone
     * @param used redemptions in that period whose turn was not given back
     * @param most how many the cap allows
     */
    record Turn(Period period, long used, long most) {

        boolean isSpent() {
            return used >= most;
        }
    }

    /**
     * What was redeemed on the order before.
     *
     * @param campaigns ids of the campaigns whose codes are on the order
     * @param redemptions ids of what was redeemed on it, one for each campaign
     * @param combinable whether all of them may be combined
     * @param credited whether one of them is credited to an ambassador
     */
    record OrderState(Set<Long> campaigns, List<Long> redemptions, boolean combinable, boolean credited) {

        static final OrderState FRESH = new OrderState(Set.of(), List.of(), true, false);

        OrderState {
            campaigns = Set.copyOf(campaigns);
            redemptions = List.copyOf(redemptions);
        }

        /** The order with one more redemption on it. */
        OrderState with(Redemption redemption, boolean combines) {
            var more = new HashSet<>(campaigns);
            more.add(redemption.campaign().value());
            var ids = new ArrayList<>(redemptions);
            ids.add(redemption.id().value());
            return new OrderState(more, ids, combinable && combines, credited || redemption.ambassador() != null);
        }
    }
}
