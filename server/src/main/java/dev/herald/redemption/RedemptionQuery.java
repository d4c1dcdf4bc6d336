package dev.herald.redemption;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.CampaignId;
import dev.herald.code.CodeId;
import org.jspecify.annotations.Nullable;

/**
 * Which redemptions are wanted. What is absent does not matter.
 *
 * @param order the shop's own name for the order, exactly
 * @param from only ids from this one on
 * @param before only ids below this one; {@code Long.MAX_VALUE} for all
 * @param reversed whether only those that a reversal has undone, wholly or in part
 */
public record RedemptionQuery(
        @Nullable CampaignId campaign,
        @Nullable AmbassadorId ambassador,
        @Nullable CodeId code,
        @Nullable String order,
        long from,
        long before,
        boolean reversed) {

    public static final RedemptionQuery ALL = new RedemptionQuery(null, null, null, null, 0, Long.MAX_VALUE, false);

    /** The same, going on below the last one seen. */
    public RedemptionQuery below(long id) {
        return new RedemptionQuery(campaign, ambassador, code, order, from, Math.min(before, id), reversed);
    }

    /** Whether rows have to be looked at one by one, because no index leads to those that are wanted only. */
    boolean needsLooking() {
        return order == null && reversed && (campaign != null || ambassador != null || code != null);
    }

    boolean wants(RedemptionLine line) {
        var one = line.redemption();
        var id = one.id().value();
        return id >= from
                && id < before
                && (campaign == null || campaign.equals(one.campaign()))
                && (ambassador == null || ambassador.equals(one.ambassador()))
                && (code == null || code.equals(one.codeId()))
                && (!reversed || line.isReversed());
    }
}
